/** Random changes of a document, each with what it may do to what the document says. */
import type { Change } from '../../../server/meaning/change';
import type { ConfigDocument } from '../../../server/meaning/document';
import { memberOf } from '../../../server/meaning/members';
import type { KeyVisit, TableVisit } from '../../../server/meaning/visit';
import type { KeySchema } from '../../../server/schema/types';
import { context } from '../findings';
import { factsOfMember } from './facts';
import { keyVisit, rootVisit, tablesIn } from './visits';

/** What a change took and brought, as facts. */
export interface Difference {
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

export interface Attempt {
  readonly changes: readonly Change[];
  /** What the change does to the facts; undefined where it makes other tables of the same pairs. */
  readonly does: ((difference: Difference) => boolean) | undefined;
  /** Comments that may go along. */
  readonly near?: { readonly start: number; readonly end: number } | undefined;
}

type Random = (below: number) => number;

interface Place {
  readonly visit: TableVisit;
  /** How facts begin that are about its table: `runners[0].docker.` */
  readonly label: string;
}

/** All tables of the document that the schema knows. */
export function placesIn(document: ConfigDocument): Place[] {
  const found: Place[] = [];
  const enter = (visit: TableVisit, label: string) => {
    found.push({ visit, label });
    for (const { name, node } of visit.table.members.values()) {
      const { key } = keyVisit(visit, name);
      if (key?.kind !== 'table' && key?.kind !== 'array-of-tables') continue;
      for (const [index, table] of tablesIn(node).entries()) {
        const below = `${label}${name}${node.type === 'table' ? '' : `[${index}]`}.`;
        enter({ ...visit, table, schema: key, path: [...visit.path, name] }, below);
      }
    }
  };
  enter(rootVisit(document), '');
  return found;
}

export type Maker = (place: Place, random: Random) => Attempt | undefined;

/** The changes to try, by the kind of change. */
export const makers: Readonly<Record<string, Maker>> = {
  'set a missing key'({ visit, label }, random) {
    const key = one(missing(visit, isValue), random);
    return key && { changes: [set(visit, key)], does: brings(`${label}${key.name} = ${NEW}`) };
  },

  'set a key of a missing table'({ visit, label }, random) {
    const table = one(
      missing(visit, ({ kind }) => kind === 'table'),
      random,
    );
    const key = table && one([...table.children.values()].filter(isValue), random);
    const facts = [`${label}${table?.name} {}`, `${label}${table?.name}.${key?.name} = ${NEW}`];
    return key && { changes: [set(visit, key)], does: brings(...facts) };
  },

  'set several keys at once'({ visit, label }, random) {
    const [first, second] = [one(missing(visit, isValue), random), one(missing(visit, isValue), random)];
    if (!first || !second || first === second) return undefined;
    const facts = [first, second].map(({ name }) => `${label}${name} = ${NEW}`);
    return { changes: [set(visit, first), set(visit, second)], does: brings(...facts) };
  },

  'set a key that is there'(place, random) {
    const at = oneKey(place, random, ({ key, member }) => key !== undefined && member.pair !== undefined);
    if (!at?.key) return undefined;
    const old = factsOfMember(at.document, at.member, place.label);
    const { start, end } = at.member.pair?.value ?? at.member.key;
    const does = ({ gone, come }: Difference) =>
      isSame(gone, old) && isSame(come, [`${place.label}${at.member.name} = ${NEW}`]);
    return { changes: [set(at, at.key)], does, near: { start, end } };
  },

  append(place, random) {
    const at = oneKey(place, random, ({ key, member: { node } }) => {
      return key !== undefined && node.type === 'value' && node.value.type === 'array' && node.tables.length === 0;
    });
    if (!at?.key) return undefined;
    const [old = ''] = factsOfMember(at.document, at.member, place.label);
    const does = ({ gone, come: [now = '', ...others] }: Difference) =>
      isSame(gone, [old]) &&
      others.length === 0 &&
      now.startsWith(`${place.label}${at.member.name} = [`) &&
      squeezed(now) === appended(old);
    return { changes: [{ op: 'append', from: at, key: at.key, value: { json: 'new' } }], does };
  },

  remove(place, random) {
    const at = oneKey(place, random, ({ member: { pair, keys } }) => pair !== undefined && keys.length === 1);
    const part = at?.member.pair;
    if (!at || !part) return undefined;
    const old = factsOfMember(at.document, at.member, place.label);
    const { lines } = at.document;
    const near = { start: part.start, end: lines.lineEnd(lines.lineOf(part.end)) };
    const does = ({ gone, come }: Difference) => isSame(gone, old) && come.length === 0;
    return { changes: [{ op: 'remove', part, of: at.table.inline }], does, near };
  },

  rename(place, random) {
    const at = oneKey(place, random, () => true);
    if (!at) return undefined;
    const old = factsOfMember(at.document, at.member, place.label);
    const own = `${place.label}${at.member.name}`;
    const now = old.map((fact) => `${place.label}new_name${fact.slice(own.length)}`);
    const does = ({ gone, come }: Difference) => isSame(gone, old) && isSame(come, now);
    return { changes: [{ op: 'rename', in: at, members: [at.member], to: 'new_name' }], does };
  },

  move(place, random) {
    const at = oneKey(place, random, ({ member }) => member.pair !== undefined && member.node.type === 'value');
    const table = one(tables(), random);
    if (!at || !table || table === at.schema) return undefined;
    const { name } = at.member;
    const to: KeySchema = { ...table, name, parent: table };
    const [old] = factsOfMember(at.document, at.member, place.label);
    const value = old?.slice(place.label.length);
    const home = table.path.replaceAll('[]', '').toLowerCase();
    const does = ({ gone, come }: Difference) => {
      const facts = come.filter((fact) => !fact.endsWith(' {}'));
      const where = facts[0]?.slice(0, -(value?.length ?? 0) - 1) ?? '';
      const sameRunner =
        !where.startsWith('runners[') ||
        !place.label.startsWith('runners[') ||
        where.split('.')[0] === place.label.split('.')[0];
      return (
        isSame(gone, [old ?? '']) &&
        facts.length === 1 &&
        facts[0]?.endsWith(value ?? '') === true &&
        where.replace(/\[\d+\]/g, '').toLowerCase() === home &&
        sameRunner
      );
    };
    return { changes: [{ op: 'move', at, to }], does };
  },

  'add-table'({ visit, label }, random) {
    const table = one(
      [...visit.schema.children.values()].filter(({ kind }) => kind === 'table' || kind === 'array-of-tables'),
      random,
    );
    if (!table) return undefined;
    const does = ({ gone, come: [marker = '', fact = '', ...others] }: Difference) => {
      const own = marker.replace(' {}', '');
      return (
        gone.length === 0 &&
        others.length === 0 &&
        own.replace(/\[\d+\]$/, '').toLowerCase() === `${label}${table.name}`.toLowerCase() &&
        fact === `${own}.new = ${NEW}`
      );
    };
    return { changes: [{ op: 'add-table', from: visit, table, entries: [{ key: 'new', value: { json: 7 } }] }], does };
  },

  brackets({ visit }, random) {
    const header = one(visit.document.syntax.sections, random)?.header;
    return header && { changes: [{ op: 'brackets', of: header, array: !header.array }], does: undefined };
  },

  'insert-header'({ visit }, random) {
    const before = one(visit.document.syntax.sections, random)?.header;
    return before && { changes: [{ op: 'insert-header', before, path: ['new', 'table'] }], does: undefined };
  },

  'rename-table': (place, random) => toTable(place, random, 'rename-table'),
  'merge-table': (place, random) => toTable(place, random, 'merge-table'),
};

const NEW = '7';

function set(from: TableVisit, key: KeySchema): Change {
  return { op: 'set', from, key, value: { json: 7 } };
}

function toTable(place: Place, random: Random, op: 'rename-table' | 'merge-table'): Attempt | undefined {
  const at = oneKey(place, random, ({ member }) => member.node.type === 'table');
  const there = placesIn(place.visit.document).map(({ visit }) => visit.schema);
  const to = one(op === 'merge-table' ? there : tables(), random);
  return at && to && to.path !== '' && to !== at.key ? { changes: [{ op, at, to }], does: undefined } : undefined;
}

function isValue({ kind }: KeySchema): boolean {
  return kind !== 'table' && kind !== 'array-of-tables' && kind !== 'map';
}

function missing({ schema, table }: TableVisit, fits: (key: KeySchema) => boolean): KeySchema[] {
  return [...schema.children.values()].filter((key) => fits(key) && !memberOf(table, key.name));
}

function oneKey({ visit }: Place, random: Random, fits: (visit: KeyVisit) => boolean): KeyVisit | undefined {
  const visits = [...visit.table.members.keys()].map((name) => keyVisit(visit, name));
  return one(visits.filter(fits), random);
}

function one<T>(list: readonly T[], random: Random): T | undefined {
  return list.length === 0 ? undefined : list[random(list.length)];
}

function tables(): readonly KeySchema[] {
  const { root, keys } = context.schema;
  return [root, ...keys.filter(({ kind }) => kind === 'table')];
}

function brings(...facts: readonly string[]): (difference: Difference) => boolean {
  return ({ gone, come }) => gone.length === 0 && isSame(come, facts);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && [...one].sort().join('\n') === [...other].sort().join('\n');
}

/** A list without white space, comments and a comma at its end. */
function squeezed(fact: string): string {
  return fact.replace(/"[^"\n]*"|#.*|\s+/g, (part) => (part.startsWith('"') ? part : '')).replace(/,\]$/, ']');
}

function appended(fact: string): string {
  return squeezed(fact)
    .replace(/\[\]$/, '[')
    .replace(/([^[])\]$/, '$1,')
    .concat('"new"]');
}
