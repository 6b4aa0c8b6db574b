/**
 * An entry of `environment`: a name and a value, cut at the first `=` (parseVariable in common/config.go). The runner drops one without
 * `=` in silence, and takes all else as it is: blanks and quotes are a part of the name or the value. Names are said, values are not.
 */
import { type Message, message } from '../text/message';
import { type Grammar, type GrammarProblem, type Reading, shown } from './grammar';
import { unquoted } from './quoted';

export const environmentEntry: Grammar = {
  name: 'environment-entry',
  read(text) {
    const equals = text.indexOf('=');
    if (equals < 0) return withoutEquals(text);
    const name = text.slice(0, equals);
    if (!/^[\w.-]+$/.test(name)) return { problems: [nameProblem(name, text.slice(equals + 1))] };
    const several = variablesIn(text);
    if (several) return { problems: [severalProblem(text, several)] };
    return { problems: valueProblems(name, text, equals + 1) };
  },
  complete(text, offset) {
    const flag = /^FF_[A-Z0-9_]{1,200}=/.exec(text)?.[0];
    if (flag === undefined || offset < flag.length || text.length > LONGEST) return undefined;
    return { start: flag.length, end: text.length, texts: ['true', 'false'] };
  },
};

function wrong(text: string, said: Message, repaired?: string): GrammarProblem {
  return { start: 0, end: text.length, message: said, refused: false, repaired };
}

/** Longer names are none. */
const LONGEST_NAME = 200;

function withoutEquals(text: string): Reading<never> {
  const [, name, value = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*:\s*(.*)$/s.exec(text.slice(0, LONGEST)) ?? [];
  if (name === undefined) return { problems: [wrong(text, message('invalid-value.environment.no-equals'))] };
  const repaired = text.length > LONGEST ? undefined : `${name}=${unquoted(value) ?? value.trim()}`;
  return { problems: [wrong(text, message('invalid-value.environment.colon', { name: shown(name) }), repaired)] };
}

/** Longer entries nobody mends. */
const LONGEST = 5000;

/** Words that shells and options have in front of a name. */
const inFront = /^(?:export|set|setx|env|declare -x|-e|--env)(?:\s+|=)|^\$env:/i;

function nameProblem(name: string, value: string): GrammarProblem {
  const span = { start: 0, end: Math.max(1, name.length) };
  if (name.trim() === '') return { ...span, message: message('invalid-value.environment.no-name'), refused: false };
  const bare = name.slice(0, LONGEST_NAME).trim().replace(inFront, '').replace(/["']/g, '');
  const isName = name.length <= LONGEST_NAME && /^[A-Za-z_][\w.-]*$/.test(bare);
  const wasQuoted = /^["']/.test(name.trim());
  const meant = wasQuoted ? value.replace(/["']$/, '') : value;
  const repaired = isName ? `${bare}=${/\s$/.test(name) ? meant.trimStart() : meant}` : undefined;
  return {
    ...span,
    message: message('invalid-value.environment.name', { name: shown(name) }),
    refused: false,
    repaired,
  };
}

/** Names of variables that hold lists of options, where another name may be a part of the value. */
const ofOptions = /(?:FLAGS|OPTS|OPTIONS|ARGS|ARGUMENTS|PARAMS|PARAMETERS|ATTRIBUTES|LABELS|TAGS|HEADERS|CONFIG)$/;

/** The variables of an entry that holds more than one; undefined where it holds one. Values with blanks are not taken apart. */
function variablesIn(text: string): readonly string[] | undefined {
  if (text.length > LONGEST) return undefined;
  const parts = text.trim().split(/\s*[,;]\s*|\s+/);
  const [first = ''] = parts;
  if (parts.length < 2 || ofOptions.test(first.slice(0, first.indexOf('='))) || /=(?:-|$)/.test(first))
    return undefined;
  return parts.every((part) => /^[A-Z_][A-Z0-9_]*=[^=\s"'{}[\]]*$/.test(part)) ? parts : undefined;
}

function severalProblem(text: string, several: readonly string[]): GrammarProblem {
  const [name = ''] = (several[0] ?? '').split('=', 1);
  return { ...wrong(text, message('invalid-value.environment.several', { name: shown(name) })), items: several };
}

function valueProblems(name: string, text: string, start: number): readonly GrammarProblem[] {
  const value = text.slice(start);
  // What is wrong with flags and with credentials, rules of their own say.
  if (/^FF_/i.test(name) || name === 'DOCKER_AUTH_CONFIG' || !/^(?:"[^"]*"|'[^']*')$/.test(value)) return [];
  const said = message('invalid-value.environment.quotes', { name: shown(name) });
  return [{ start, end: text.length, message: said, refused: false, repaired: `${name}=${value.slice(1, -1)}` }];
}
