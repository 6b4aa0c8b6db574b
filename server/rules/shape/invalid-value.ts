/**
 * A value of the right type that the key does not take. An error where the runner refuses to load it (durations, labels,
 * time periods, time zones) or each job is sure to fail, else a warning: it loads, and some jobs fail, or it falls back later.
 */

import type { Fix } from '../../meaning/finding';
import { problemsOf, spanAt } from '../../meaning/instance';
import { nearestValues } from '../../meaning/nearest-values';
import { failsJobs, isRefused } from '../../meaning/refused';
import { isStillTaken, type RemovedValue, removedValue } from '../../meaning/removed-values';
import { entryOf, slippedEntries } from '../../meaning/slipped-entries';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema, ValidationProblem } from '../../schema/types';
import { anyOf, type Message, message } from '../../text/message';
import type { Span } from '../../toml/syntax';
import { grammarNamed } from '../../values/all';
import { shown } from '../../values/grammar';
import type { Found, Report, Rule } from '../rule';
import { changeTo, grammarFindings, nameFindings } from './grammar-findings';
import { isReadByExecutor } from './gravity';

export const invalidValue: Rule<'key'> = {
  code: 'invalid-value',
  scope: 'key',
  concerns: (key) => key?.definition !== undefined && key.kind !== 'table' && key.kind !== 'array-of-tables',
  check(visit, report) {
    const { key, member } = visit;
    if (!key?.definition || member.node.type === 'array-of-tables') return;
    if (key.kind === 'table' || key.kind === 'array-of-tables') return;
    const problems = problemsOf(member, key, visit.context.schema);
    if (!problems) return;
    // A wrong type has a rule of its own, and says more.
    if (problems.some((problem) => problem.keyword === 'type')) return;
    if (problems.length > 0) violations(visit, key, problems, report);
    const grammar = grammarNamed(key.grammar);
    if (grammar) for (const found of grammarFindings(visit, key, grammar)) report(found);
    const names = grammarNamed(key.nameGrammar);
    if (names) for (const found of nameFindings(visit, key, names)) report(found);
  },
};

/** What the definition of the key does not take; one finding for a place. */
function violations(visit: KeyVisit, key: KeySchema, problems: readonly ValidationProblem[], report: Report): void {
  const seen = new Set<number>();
  const slips = slippedEntries(visit);
  for (const problem of problems) {
    const slip = slips.get(entryOf(problem) ?? '');
    // A key that slipped into a map is reported as such.
    if (slip && slip.as !== 'entry') continue;
    // What a grammar reads it says more of.
    if (problem.keyword === 'pattern' && key.grammar !== undefined) continue;
    // The runner counts the labels of each runner; those of all runners alone it does not.
    if (problem.keyword === 'maxProperties' && !visit.around) continue;
    const found = violation(visit, key, problem);
    if (found && !seen.has(found.start)) report(found);
    if (found) seen.add(found.start);
  }
}

function violation(visit: KeyVisit, key: KeySchema, problem: ValidationProblem): Found | undefined {
  const { member } = visit;
  const badName = nameOf(problem);
  const span = badName === undefined ? spanAt(member.node, member.key, problem.instancePath) : nameSpan(visit, badName);
  const removed = removedAt(visit, key, span);
  if (removed && isStillTaken(removed, visit.context.schema)) return undefined;
  const refused = isRefused(key, problem, visit.source.traits);
  const fails = !refused && failsForSure(visit, key, span);
  return {
    severity: refused || fails ? 'error' : 'warning',
    ...(fails && { loads: true }),
    start: span.start,
    end: span.end,
    message: messageOf(visit, key, problem, span),
    link: key.docs,
    fixes: () => changes(visit, key, span),
  };
}

/**
 * Each job fails with it, or there is none: a runner whose executor nobody has registered is marked as unhealthy and gets no job (commands/multi.go). A name that is near to one is a
 * mistake; any other may be that of a build of one's own.
 */
function failsForSure(visit: KeyVisit, key: KeySchema, span: Span): boolean {
  if (failsJobs(key)) return isReadByExecutor(visit, key);
  return key.path === 'runners[].executor' && meantValues(visit, key, span).length > 0;
}

/** So few values are offered all, where none is near. */
const FEW_VALUES = 8;

function changes(visit: KeyVisit, key: KeySchema, span: Span): Fix[] {
  const meant = meantValues(visit, key, span);
  const values = valuesOf(visit, key).filter((value) => !isOnlyRead(visit, key, value));
  const isChoice = (removedAt(visit, key, span)?.replacedBy.length ?? 0) > 1;
  if (meant.length > 0) return meant.map((value, index) => changeTo(value, span, index === 0 && !isChoice));
  const isText = /^["']/.test(visit.source.text.charAt(span.start));
  return isText && values.length <= FEW_VALUES ? values.map((value) => changeTo(value, span, false)) : [];
}

/** Whether a value loads, and nobody should write it. */
function isOnlyRead({ context }: KeyVisit, { enumeration }: KeySchema, value: string): boolean {
  return context.schema.completionOrder.notOffered[enumeration ?? '']?.includes(value) ?? false;
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

/** `value` as it is written, or the name in a map that is wrong. */
function messageOf(visit: KeyVisit, key: KeySchema, problem: ValidationProblem, span: Span): Message {
  const value = shown(visit.source.text.slice(span.start, span.end));
  const isName = nameOf(problem) !== undefined;
  if (key.definition === 'labels') {
    if (problem.keyword === 'maxProperties') return message('invalid-value.label-count');
    return message(isName ? 'invalid-value.label-name' : 'invalid-value.label-value', { value });
  }
  if (key.kind === 'datetime') return message('invalid-value.datetime', { value });
  if (key.definition === 'string-array-with-s') return message('invalid-value.machine-name', { value });
  const values = valuesOf(visit, key);
  if (values.length > 0) {
    const removed = removedAt(visit, key, span);
    if (removed) {
      const args = { value, key: key.name, removed: removed.removed, instead: anyOf(removed.replacedBy) };
      return message('invalid-value.removed', args);
    }
    const id = isName ? 'invalid-value.not-a-name' : 'invalid-value.not-a-value';
    const [meant] = isName ? [] : meantValues(visit, key, span);
    if (meant !== undefined) return message('invalid-value.meant', { value, key: key.name, meant });
    return message(id, { value, key: key.name, values: anyOf(values) });
  }
  const { keyword, params } = problem;
  const limit = String(params.limit);
  if (keyword === 'minimum') return message('invalid-value.minimum', { value, key: key.name, limit });
  if (keyword === 'maximum') return message('invalid-value.maximum', { value, key: key.name, limit });
  return message('invalid-value', { value, key: key.name });
}

function valuesOf(visit: KeyVisit, key: KeySchema): readonly string[] {
  const enumeration = key.enumeration === undefined ? undefined : visit.context.schema.enumeration(key.enumeration);
  return enumeration?.values.filter((value) => value !== '') ?? [];
}

/** The values that come near to what was written. */
function meantValues(visit: KeyVisit, key: KeySchema, { start, end }: Span): readonly string[] {
  const removed = removedAt(visit, key, { start, end });
  if (removed) return removed.replacedBy;
  const raw = visit.source.text.slice(start, end);
  return /^["'][^"']*["']$/.test(raw) ? nearestValues(raw, valuesOf(visit, key), key.enumeration) : [];
}

/** What the value was to older runners. */
function removedAt({ source }: KeyVisit, key: KeySchema, { start, end }: Span): RemovedValue | undefined {
  const [, value] = /^["'](.*)["']$/.exec(source.text.slice(start, end)) ?? [];
  return value === undefined ? undefined : removedValue(key.enumeration, value);
}
