/**
 * A value of a type that the key does not take. An error where the runner refuses the file; a warning where it takes the
 * value and ignores it in silence: a map given anything but a table, and the keys of nfs volumes (verdicts: value-kinds).
 */

import { offered } from '../../edits/changes';
import { asGuess, conversions } from '../../edits/convert-value';
import { headerLine } from '../../edits/headers';
import { servicesToTables } from '../../edits/services-to-tables';
import { tolerationsToMap } from '../../edits/tolerations-to-map';
import { replacements } from '../../meaning/change';
import { type DottedName, dottedNames } from '../../meaning/dotted-names';
import { expected, expectedInside } from '../../meaning/expected';
import type { Fix } from '../../meaning/finding';
import { problemsOf, typeOf, valueAt } from '../../meaning/instance';
import { needsNewerRunner } from '../../meaning/newer-kind';
import { isReplacedByTable } from '../../meaning/replaced';
import { entryOf, slippedEntries } from '../../meaning/slipped-entries';
import { headerOf } from '../../meaning/table-names';
import type { KeyVisit } from '../../meaning/visit';
import { itemOf, wantedBy } from '../../meaning/wanted';
import type { KeySchema } from '../../schema/types';
import { type Message, message } from '../../text/message';
import type { Span } from '../../toml/syntax';
import { valueText } from '../../toml/write';
import type { Found, Report, Rule } from '../rule';

export const wrongType: Rule<'key'> = {
  code: 'wrong-type',
  scope: 'key',
  concerns: (key) => key !== undefined,
  check(visit, report) {
    const { key, member } = visit;
    if (!key) return;
    // Reported by the rule about newer runners, which says what is wrong with it.
    if (needsNewerRunner(visit)) return;
    if (key.kind === 'table' || key.kind === 'array-of-tables') noTables(visit, key, report);
    else if (key.kind !== 'map' || member.node.type !== 'array-of-tables') noValue(visit, key, report);
  },
};

/** A value where tables must be. Brackets that are one too many or too few have rules of their own. */
function noTables(visit: KeyVisit, key: KeySchema, report: Report): void {
  const { node } = visit.member;
  if (node.type !== 'value' || node.value.type === 'invalid') return;
  if (key.kind === 'table' && isReplacedByTable(visit)) return;
  const hasName = key.kind === 'array-of-tables' && key.name === 'services' && key.children.has('name');
  const fixes = () => (hasName ? servicesToTables(visit) : []);
  if (key.kind === 'table' || node.value.type !== 'array') {
    report({ ...finding(visit, key, node.value), fixes });
    return;
  }
  const { items } = node.value;
  const wrong = items.find(
    (item) => item.type !== 'inline-table' && item.type !== 'invalid' && !(key.acceptsNames && item.type === 'string'),
  );
  if (!wrong) return;
  const alike = items.every((item) => item.type === wrong.type);
  report({ ...finding(visit, key, alike ? node.value : wrong), fixes });
}

/** A value, or an item or entry of one, of a type that the key's definition does not take. */
function noValue(visit: KeyVisit, key: KeySchema, report: Report): void {
  const { member, context } = visit;
  for (const problem of problemsOf(member, key, context.schema) ?? []) {
    if (problem.keyword !== 'type') continue;
    const slip = slippedEntries(visit).get(entryOf(problem) ?? '');
    // A key that slipped into a map is reported as such.
    if (slip && slip.as !== 'entry') continue;
    const entry = key.kind === 'map' && member.node.type === 'table' ? entryOf(problem) : undefined;
    const dotted = entry === undefined ? [] : dottedNamesOf(visit, entry);
    // A name with other characters breaks the syntax, which says the same of it.
    for (const name of dotted) if (/^[\w.-]+$/.test(name.name)) report(dottedFinding(key, name));
    if (dotted.length > 0) continue;
    const value = valueAt(member.node, problem.instancePath);
    const inside = problem.instancePath !== '';
    const wanted = inside ? itemOf(key) : wantedBy(key);
    const fixes = (): Fix[] => {
      const made = value
        ? [...tolerationsToMap(visit, key), ...conversions(visit.document, value, wanted)]
        : emptyTableRemoval(visit);
      return slip ? made.map(asGuess) : made;
    };
    report({ ...finding(visit, key, value ?? member.key, inside), fixes });
  }
}

function dottedNamesOf({ member: { node } }: KeyVisit, name: string): readonly DottedName[] {
  const entry = node.type === 'table' ? node.members.get(name) : undefined;
  return entry ? dottedNames(entry) : [];
}

function dottedFinding(key: KeySchema, { start, end, name }: DottedName): Found {
  const quoted = valueText(name);
  return {
    start,
    end,
    message: message('wrong-type.dotted', { name, key: key.name }),
    link: key.docs,
    fixes: () => [
      {
        title: message('fix.quote'),
        changes: replacements([{ start, end, newText: quoted }]),
        preferred: true,
        safe: true,
      },
    ],
  };
}

/** An empty table where a value belongs says nothing: without it the key is not set. */
function emptyTableRemoval({ document, member, path }: KeyVisit): Fix[] {
  const { node, keys, name } = member;
  const [section] = node.type === 'table' && node.members.size === 0 ? node.sections : [];
  const header = section?.header;
  if (!header?.closed || keys.length > 1 || header.key.segments.length !== path.length + 1) return [];
  const title = message('fix.remove.empty-table', { header: headerLine([...path, name], false) });
  return offered(document, [{ title, changes: [{ op: 'remove', part: header }], preferred: true }]);
}

function finding(visit: KeyVisit, key: KeySchema, { start, end }: Span, inside = false): Found {
  const ignored = isIgnored(key, visit.schema, inside);
  return {
    ...(ignored && { severity: 'warning' }),
    start,
    end,
    message: messageOf(visit, key, inside, ignored ? 'ignored' : 'refused'),
    link: key.docs,
  };
}

function messageOf(visit: KeyVisit, key: KeySchema, inside: boolean, outcome: 'ignored' | 'refused'): Message {
  const { name, node } = visit.member;
  if (inside) {
    const id = key.kind === 'map' ? 'wrong-type.entry' : 'wrong-type.item';
    return message(id, { key: name, wanted: expectedInside(key), outcome });
  }
  const args = { key: name, found: typeOf(node) };
  const wanted = expected(key);
  const isExecutor = node.type === 'table' && visit.context.schema.enumeration('executor')?.values.includes(key.name);
  if (isExecutor && key.kind === 'string') return message('wrong-type.executor-table', { key: name });
  if (wanted) return message('wrong-type', { ...args, wanted, outcome });
  return message(key.kind === 'table' ? 'wrong-type.table' : 'wrong-type.tables', { ...args, header: headerOf(key) });
}

/** A map that is no table stays empty; the runner reads nfs volumes by hand and drops what does not fit. */
function isIgnored(key: KeySchema, table: KeySchema, inside: boolean): boolean {
  if (key.kind === 'map') return !inside;
  return !key.caseInsensitive && !table.required.some((required) => required.name === key.name);
}
