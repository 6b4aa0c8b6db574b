/** What the grammars of a key say of its texts, and of the names in its map. */

import { windowsEscape } from '../../edits/windows-path';
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { slippedEntries } from '../../meaning/slipped-entries';
import { spanInString } from '../../meaning/string-span';
import type { KeyVisit, Source } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { message } from '../../text/message';
import { lastBefore } from '../../text/search';
import type { Span, StringValue, Value } from '../../toml/syntax';
import { keyText, valueText } from '../../toml/write';
import { type Grammar, type GrammarProblem, shown } from '../../values/grammar';
import type { Found } from '../rule';
import { isEmpty } from './empty';
import { gravityOf } from './gravity';

/** What the key's grammar says of its texts. */
export function* grammarFindings(visit: KeyVisit, key: KeySchema, grammar: Grammar): Iterable<Found> {
  for (const value of textsOf(visit)) {
    if (isFilledWhole(visit.source, value)) continue;
    const { problems } = grammar.read(value.value);
    if (problems.length === 0 || isToldElsewhere(visit, key, value)) continue;
    for (const problem of problems) yield grammarFinding(visit, key, value, problem);
  }
}

/** Whether a template writes all of a text: a list may be long, and of none of them anything would be said in the end. */
function isFilledWhole({ templatedValues }: Source, { start, end }: Span): boolean {
  const filled = lastBefore(templatedValues, start);
  return filled !== undefined && filled.start === start && filled.end === end;
}

/** A path whose backslashes are escapes holds what nobody meant, and a key with nothing in it that its table is no use without is missing. */
function isToldElsewhere({ source, member }: KeyVisit, key: KeySchema, { style, start, end }: StringValue): boolean {
  const isBasic = style === 'basic' || style === 'multiline-basic';
  if (isBasic && windowsEscape(source.text.slice(start, end)) !== undefined) return true;
  return isEmpty(member) && (key.parent?.required.some(({ name }) => name === key.name) ?? false);
}

/** The text of a key, those of its list, or those of its entries that did not slip into it. */
function textsOf(visit: KeyVisit): readonly StringValue[] {
  const { node } = visit.member;
  if (node.type === 'array-of-tables') return [];
  if (node.type === 'value') return textsIn(node.value);
  const slips = slippedEntries(visit);
  return [...node.members.values()].flatMap(({ name, node: entry }) =>
    entry.type === 'value' && !slips.has(name) ? textsIn(entry.value) : [],
  );
}

function textsIn(value: Value): readonly StringValue[] {
  const values = value.type === 'array' ? value.items : [value];
  return values.filter((item) => item.type === 'string');
}

function grammarFinding(visit: KeyVisit, key: KeySchema, value: StringValue, problem: GrammarProblem): Found {
  const { repaired } = problem;
  // The quotes belong to a text that is wrong as a whole.
  const isWhole = problem.start === 0 && problem.end === value.value.length;
  const { start, end } = isWhole ? value : spanInString(visit.source.text, value, problem);
  return {
    ...gravityOf(visit, key, problem),
    start,
    end,
    message: problem.message,
    link: key.docs,
    fixes: () => [
      ...(repaired === undefined ? [] : [changeTo(repaired, value, !problem.guessed)]),
      ...(problem.items ? [splitInto(problem.items, value)] : []),
    ],
  };
}

/** What the grammar of a map's names says of those of its entries that did not slip into it. */
export function* nameFindings(visit: KeyVisit, key: KeySchema, grammar: Grammar): Iterable<Found> {
  const { node } = visit.member;
  if (node.type !== 'table') return;
  const slips = slippedEntries(visit);
  for (const { name, key: span } of node.members.values()) {
    // A key of the table around, whose value a template writes, may be of any type.
    const isSlip = slips.has(name) || key.parent?.children.has(name);
    const [problem] = isSlip ? [] : grammar.read(name).problems;
    if (problem) yield nameFinding(visit, key, span, problem);
  }
}

function nameFinding(visit: KeyVisit, key: KeySchema, { start, end }: Span, problem: GrammarProblem): Found {
  const { repaired, message: said } = problem;
  return {
    ...gravityOf(visit, key, problem),
    start,
    end,
    message: said,
    link: key.docs,
    fixes: () => (repaired === undefined ? [] : [rename(keyText(repaired), { start, end })]),
  };
}

function rename(text: string, span: Span): Fix {
  return {
    title: message('fix.invalid-value.change', { value: shown(text) }),
    changes: replacements([{ ...span, newText: text }]),
    preferred: true,
  };
}

/** A text in place of the value. */
export function changeTo(value: string, { start, end }: Span, preferred: boolean): Fix {
  const text = valueText(value);
  return {
    title: message('fix.invalid-value.change', { value: shown(text) }),
    changes: replacements([{ start, end, newText: text }]),
    preferred,
  };
}

/** Several items in place of one. */
function splitInto(items: readonly string[], { start, end }: Span): Fix {
  return {
    title: message('fix.invalid-value.split', { count: items.length }),
    changes: replacements([{ start, end, newText: items.map((item) => valueText(item)).join(', ') }]),
    preferred: true,
  };
}
