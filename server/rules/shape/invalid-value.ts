/**
 * A value of the right type that the key does not take. An error where the runner refuses to load it (durations, labels,
 * time periods, time zones), else a warning: it loads, and fails or falls back later.
 */

import { replacements } from '../../meaning/change';
import type { Finding, Fix } from '../../meaning/finding';
import { instanceOf, spanAt } from '../../meaning/instance';
import { distance } from '../../meaning/misspellings';
import { isRefused } from '../../meaning/refused';
import { entryOf, slippedEntries } from '../../meaning/slipped-entries';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema, ValidationProblem } from '../../schema/types';
import { draft } from '../../text/draft';
import type { Span } from '../../toml/syntax';
import { valueText } from '../../toml/write';
import { grammarNamed } from '../../values/all';
import type { Grammar } from '../../values/grammar';
import type { Rule } from '../rule';

export const invalidValue: Rule = {
  code: 'invalid-value',
  key(visit, report) {
    const { key, member } = visit;
    if (!key?.definition || member.node.type === 'array-of-tables') return;
    if (key.kind === 'table' || key.kind === 'array-of-tables') return;
    const checked = instanceOf(member.node, key);
    if (!checked) return;
    const problems = visit.context.schema.validate(key.definition, checked.instance);
    // A wrong type has a rule of its own, and says more.
    if (problems.some((problem) => problem.keyword === 'type')) return;
    const seen = new Set<number>();
    const slips = slippedEntries(visit);
    for (const problem of problems) {
      const slip = slips.get(entryOf(problem) ?? '');
      // A key that slipped into a map is reported as such.
      if (slip && slip.as !== 'entry') continue;
      // What a grammar reads it says more of.
      if (problem.keyword === 'pattern' && key.grammar !== undefined) continue;
      const found = violation(visit, key, problem);
      if (found && !seen.has(found.start)) report(found);
      if (found) seen.add(found.start);
    }
    const grammar = grammarNamed(key.grammar);
    if (grammar) for (const found of grammarFindings(visit, key, grammar)) report(found);
  },
};

function violation(visit: KeyVisit, key: KeySchema, problem: ValidationProblem): Finding | undefined {
  const { member } = visit;
  const badName = nameOf(problem);
  const span = badName === undefined ? spanAt(member.node, member.key, problem.instancePath) : nameSpan(visit, badName);
  const shown = visit.document.text.slice(span.start, span.end);
  return {
    code: 'invalid-value',
    severity: isRefused(key, problem) ? 'error' : 'warning',
    start: span.start,
    end: span.end,
    message: draft(
      `${shown.length > 60 ? 'This value' : `\`${shown}\``} ${explanation(visit, key, problem, badName !== undefined)}`,
    ),
    link: key.docs,
    fixes: () => nearestValues(visit, key, span),
  };
}

/** The name of a map's entry that `propertyNames` refused. */
function nameOf(problem: ValidationProblem): string | undefined {
  const name = problem.params.propertyName;
  return typeof name === 'string' ? name : undefined;
}

function nameSpan(visit: KeyVisit, name: string): Span {
  const { node, key } = visit.member;
  return (node.type === 'table' && node.members.get(name)?.key) || key;
}

function explanation(visit: KeyVisit, key: KeySchema, problem: ValidationProblem, isName: boolean): string {
  if (key.definition === 'labels') {
    if (problem.keyword === 'maxProperties') return 'holds more than 32 labels. The runner does not start with it.';
    return isName
      ? 'is no label name: 3 to 65 letters, digits, `.`, `_` or `-`. The runner does not start with it.'
      : 'is no label value: 1 to 256 letters, digits, `.`, `_` or `-`. The runner does not start with it.';
  }
  if (key.kind === 'datetime')
    return 'is no date and time of the form 2026-01-31T08:30:00Z. The runner does not start with it.';
  if (key.definition === 'string-array-with-s')
    return 'must contain `%s`, which stands for the machine name. The runner does not start without it.';
  const values = valuesOf(visit, key);
  if (values.length > 0) {
    const list = values.map((value) => `"${value}"`).join(', ');
    return isName
      ? `is not one of the names that \`${key.name}\` takes: ${list}.`
      : `is not one of the values of \`${key.name}\`: ${list}.`;
  }
  if (problem.keyword === 'minimum')
    return `is less than ${limit(problem)}, the smallest value that works for \`${key.name}\`.`;
  if (problem.keyword === 'maximum') return `is more than ${limit(problem)}, the largest value of \`${key.name}\`.`;
  return `is no valid value of \`${key.name}\`.`;
}

function limit(problem: ValidationProblem): string {
  return String(problem.params.limit);
}

function valuesOf(visit: KeyVisit, key: KeySchema): readonly string[] {
  const enumeration = key.enumeration === undefined ? undefined : visit.context.schema.enumeration(key.enumeration);
  return enumeration?.values.filter((value) => value !== '') ?? [];
}

/** The values that come near to what was written: `IfNotPresent` is `if-not-present`. */
function nearestValues(visit: KeyVisit, key: KeySchema, span: Span): Fix[] {
  const raw = visit.document.text.slice(span.start, span.end);
  if (!/^["'][^"']*["']$/.test(raw)) return [];
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wanted = plain(raw);
  if (wanted === '') return [];
  const limit = Math.min(3, Math.floor(wanted.length * 0.34));
  const ranked = valuesOf(visit, key)
    .map((value) => ({ value, far: distance(wanted, plain(value), limit) }))
    .filter(({ far, value }) => far <= limit || plain(value).startsWith(wanted))
    .sort((a, b) => a.far - b.far);
  return ranked.slice(0, 3).map(({ value }, index) => ({
    title: draft(`Change to "${value}"`),
    changes: replacements([{ start: span.start, end: span.end, newText: valueText(value) }]),
    preferred: index === 0,
  }));
}

/** What the key's grammar says of its texts. */
function* grammarFindings(visit: KeyVisit, key: KeySchema, grammar: Grammar): Iterable<Finding> {
  const { node } = visit.member;
  if (node.type !== 'value') return;
  const values = node.value.type === 'array' ? node.value.items : [node.value];
  for (const value of values) {
    if (value.type !== 'string') continue;
    for (const problem of grammar.read(value.value).problems) {
      yield {
        code: 'invalid-value',
        severity: problem.refused ? 'error' : 'warning',
        start: value.start,
        end: value.end,
        message: problem.message,
        link: key.docs,
      };
    }
  }
}
