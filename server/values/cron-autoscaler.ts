/**
 * Periods of an autoscaler's policy: five fields as unix has them, minute hour day-of-month month day-of-week, of numbers, names,
 * ranges, lists and steps (docs/configuration/advanced-configuration.md, "Periods syntax"; executors/kubernetes/autoscaler/policy.go).
 * The library that reads them is not public: what the documentation does not name is passed over.
 */
import { type Message, message } from '../text/message';
import { fieldAt } from './cron-continuations';
import { type Grammar, type GrammarProblem, shown, understood } from './grammar';
import { periodInWords } from './period-in-words';
import { cronParts, type PolicyField, policyFields, readSpans } from './policy-periods';

export const cronAutoscaler: Grammar<string> = {
  name: 'cron-autoscaler',
  read(text) {
    const parts = cronParts(text);
    if (parts.length !== policyFields.length) {
      return isMacro(text) ? understood(text) : { problems: [wrongCount(text, parts)] };
    }
    const problems = parts.flatMap((part, index) => {
      const field = policyFields[index];
      return field ? entryProblems(text, part.start, part.text, field) : [];
    });
    return problems.length > 0 ? { problems } : understood(text);
  },
  say: periodInWords,
  complete: (text, offset) => fieldAt(text, offset, policyFields),
};

/** Longer texts are nobody's; a fix would hold the whole of it. */
const LONGEST_REPAIRED = 500;

/** No word of the documentation, and cron knows it in many places. */
function isMacro(text: string): boolean {
  return /^\s*@\w+\s*$/.test(text);
}

function wrongCount(text: string, parts: readonly { readonly text: string }[]): GrammarProblem {
  const names = parts.map((part) => part.text);
  const repaired = text.length > LONGEST_REPAIRED ? undefined : fiveOf(names);
  return {
    start: 0,
    end: text.length,
    message: message('invalid-value.policy-period.fields', { text: shown(text), count: parts.length }),
    refused: false,
    repaired,
  };
}

/** The period of docker+machine without its seconds and years, where these are always or never of matter. */
function fiveOf(parts: readonly string[]): string | undefined {
  const [seconds = '', ...rest] = parts;
  if (parts.length !== 7 || !/^[*0?]$/.test(seconds) || !/^[*?]$/.test(rest[5] ?? '')) return undefined;
  const meant = rest.slice(0, 5).join(' ');
  return cronAutoscaler.read(meant).problems.length === 0 ? meant : undefined;
}

/** The first entry of a field that stands for no time. */
function entryProblems(text: string, start: number, list: string, field: PolicyField): GrammarProblem[] {
  let at = start;
  for (const entry of list.split(',')) {
    const said = wrongEntry(entry, field, text);
    if (said) return [{ start: at, end: at + Math.max(entry.length, 1), message: said, refused: false }];
    at += entry.length + 1;
  }
  return [];
}

function wrongEntry(entry: string, field: PolicyField, text: string): Message | undefined {
  const spans = readSpans(entry, field);
  if (spans === 'unknown') return undefined;
  const args = { entry: shown(entry), period: shown(text) };
  if (spans === 'wrong') return message('invalid-value.policy-period.entry', { ...args, field: field.name });
  if (spans.first <= spans.last) return undefined;
  return message('invalid-value.policy-period.reversed', {
    ...args,
    field: field.name === 'hour' ? 'hour' : 'other',
  });
}
