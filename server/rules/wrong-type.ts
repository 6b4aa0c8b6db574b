/**
 * A value of a type that the key does not take. An error where the runner refuses the file; a warning where it takes the
 * value and ignores it in silence: a map given anything but a table, and the keys of nfs volumes (verdicts: value-kinds).
 */
import { instanceOf, spanAt, typeName } from '../check/instance';
import { headerOf } from '../check/names';
import type { KeyVisit, Rule } from '../check/rule';
import { conversions } from '../edits/convert-value';
import type { Finding } from '../finding';
import type { KeySchema } from '../schema/types';

export const wrongType: Rule = {
  code: 'wrong-type',
  key(visit, report) {
    const finding = wrongTypeOf(visit);
    if (finding) report(finding);
  },
};

function wrongTypeOf(visit: KeyVisit): Finding | undefined {
  const { key, member } = visit;
  if (!key) return undefined;
  const { node } = member;
  const structured = key.kind === 'table' || key.kind === 'array-of-tables';
  if (structured) {
    if (node.type !== 'value') return undefined;
    if (node.value.type === 'invalid') return undefined;
    if (key.kind === 'array-of-tables' && node.value.type === 'array') return wrongItem(visit, key);
    return finding(visit, key, node.value);
  }
  if (key.kind === 'map' && node.type === 'array-of-tables') return undefined;
  const checked = instanceOf(node, key);
  const problem =
    checked && key.definition
      ? visit.context.schema
          .validate(key.definition, checked.instance)
          .find((candidate) => candidate.keyword === 'type')
      : undefined;
  if (!problem) return undefined;
  const span = spanAt(node, member.key, problem.instancePath);
  return finding(
    visit,
    key,
    problem.instancePath === '' && node.type !== 'value' ? member.key : span,
    problem.instancePath !== '',
  );
}

/** A list of tables that holds something else: `services = ["mysql"]`. */
function wrongItem(visit: KeyVisit, key: KeySchema): Finding | undefined {
  const { node } = visit.member;
  if (node.type !== 'value' || node.value.type !== 'array') return undefined;
  const item = node.value.items.find((candidate) => candidate.type !== 'inline-table' && candidate.type !== 'invalid');
  return item && finding(visit, key, node.value.items.every((other) => other.type === item.type) ? node.value : item);
}

function finding(visit: KeyVisit, key: KeySchema, span: { start: number; end: number }, inside = false): Finding {
  const { member, schema } = visit;
  const ignored = isIgnored(key, schema, inside);
  const outcome = ignored ? 'The runner ignores the value in silence.' : 'The runner does not start with it.';
  const got = inside ? '' : `, not ${typeName(member.node)}`;
  return {
    code: 'wrong-type',
    severity: ignored ? 'warning' : 'error',
    start: span.start,
    end: span.end,
    message: `\`${member.name}\` must be ${expected(key, inside)}${got}. ${outcome}`,
    link: key.docs,
    fixes: () => conversions(visit, key),
  };
}

/** A map that is no table stays empty; the runner reads nfs volumes by hand and drops what does not fit. */
function isIgnored(key: KeySchema, table: KeySchema, inside: boolean): boolean {
  if (key.kind === 'map') return !inside;
  return !key.caseInsensitive && !table.required.some((required) => required.name === key.name);
}

const words: Readonly<Record<string, string>> = {
  string: 'a string in quotes',
  integer: 'an integer without quotes',
  float: 'a number without quotes',
  boolean: '`true` or `false` without quotes',
  duration: 'a duration such as "1h30m"',
  datetime: 'a date and time such as 2026-01-31T08:30:00Z',
};

const plural: Readonly<Record<string, string>> = {
  string: 'strings',
  integer: 'integers',
  float: 'numbers',
  boolean: 'booleans',
  array: 'arrays of strings',
};

function expected(key: KeySchema, inside: boolean): string {
  const items = plural[key.itemKind ?? 'string'] ?? 'values';
  switch (key.kind) {
    case 'array':
      return `an array of ${items}`;
    case 'string-or-array':
      return 'a string or an array of strings';
    case 'map':
      return inside ? `a table whose values are ${items}` : 'a table';
    case 'table':
      return `a table \`${headerOf(key)}\``;
    case 'array-of-tables':
      return `a list of tables \`${headerOf(key)}\``;
    default:
      return words[key.kind] ?? `a ${key.kind}`;
  }
}
