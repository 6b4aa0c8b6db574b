/**
 * The names of docker+machine's machines: a format of Go with one text to fill in (executors/docker/machine/name.go, newMachineName).
 * Without `%s` the text is appended as `%!(EXTRA string=…)`, other verbs write `%!d(string=…)`, a second one `%!s(MISSING)`:
 * docker-machine refuses such names, so that no machine is made.
 */
import { message } from '../text/message';
import { failing, failingWhole, type Grammar, shown, understood } from './grammar';

export const machineName: Grammar<string> = {
  name: 'machine-name',
  read(text) {
    // No name at all is a finding of the table.
    if (text === '') return understood(text);
    const [first, second] = firstVerbs(text);
    if (!first)
      return failingWhole(text, message('invalid-value.machine-template', { text: shown(text) }), meant(text));
    const bad = isOfText(first) ? second : first;
    if (!bad) return understood(text);
    const span = { start: bad.index, end: bad.index + bad[0].length };
    const said = message('invalid-value.machine-template.verb', { verb: bad[0] });
    return { problems: [failing(span, said, second === undefined ? replaced(text, span) : undefined)] };
  },
};

/** One is right, and a second is wrong: more are not looked for. */
function firstVerbs(text: string): readonly [first?: RegExpExecArray, second?: RegExpExecArray] {
  const verbs = text.matchAll(/%(.?)/gs);
  return [verbs.next().value, verbs.next().value];
}

/** The verbs that write a text as it is. */
function isOfText([, verb = '']: RegExpMatchArray): boolean {
  return verb === 's' || verb === 'v';
}

const LONGEST_REPAIRED = 200;

function meant(text: string): string | undefined {
  return text.length > LONGEST_REPAIRED ? undefined : `${text.replace(/-$/, '')}-%s`;
}

/** `ci-%d` as `ci-%s`; a `%` in front of no letter is taken for one that lacks it. */
function replaced(text: string, { start, end }: { readonly start: number; readonly end: number }): string | undefined {
  if (text.length > LONGEST_REPAIRED) return undefined;
  const verb = text.slice(start, end);
  return `${text.slice(0, start)}%s${text.slice(/^%[a-z]$/i.test(verb) ? end : start + 1)}`;
}
