/**
 * Entries of maps (`[runners.docker.tmpfs]`, `[labels]`) whose names are keys of a table around the map: most of them
 * slipped below its header. A map takes any name, so what is certain depends on the map and on the value.
 */
import type { KeySchema, Schema, ValidationProblem } from '../schema/types';
import { beginsBetween } from '../text/search';
import type { Span } from '../text/span';
import type { Member, TableNode } from '../toml/model';
import type { ConfigDocument } from './document';
import { instanceOf } from './instance';
import { memberOf, tableAround } from './members';
import { isTaken, placesFor } from './places';
import { type KeyVisit, lookAround } from './visit';

export interface Slip {
  /** The entry, visited as a key of the map. */
  readonly visit: KeyVisit;
  /** The key that its name is. */
  readonly key: KeySchema;
  /**
   * `misplaced`: it means nothing as an entry. `doubtful`: it may be one, though the name looks like the key. `entry`: the
   * key is in its own place already. `unknown`: a template decides what table the line is in.
   */
  readonly as: 'misplaced' | 'doubtful' | 'entry' | 'unknown';
  /** Why the map does not take it, where that is so. */
  readonly problem: ValidationProblem | undefined;
  /** The map has no entries of such a name. */
  readonly isNoName: boolean;
}

/** What the names of entries look like, where that tells them from keys. */
const names: Readonly<Record<string, RegExp>> = {
  'runners[].feature_flags': /^FF_/,
  'runners[].docker.sysctls': /[./]/,
  'runners[].docker.tmpfs': /^\//,
  'runners[].docker.services_tmpfs': /^\//,
};

/** What is found where no name is a key: whatever stands around the map. */
const none: ReadonlyMap<string, Slip> = new Map();
/** A schema knows one runner's keys; a file may be checked for another one without a change of its text. */
const slips = new WeakMap<Member, { readonly schema: Schema; readonly found: ReadonlyMap<string, Slip> }>();

/** The entries of a map that may have slipped into it, by their names; found once, however many rules ask. */
export function slippedEntries(visit: KeyVisit): ReadonlyMap<string, Slip> {
  const { key, member } = visit;
  if (key?.kind !== 'map' || member.node.type !== 'table') return none;
  const { schema } = visit.context;
  let known = slips.get(member);
  if (known?.schema !== schema) {
    known = { schema, found: find(visit, key, member.node) };
    slips.set(member, known);
  }
  if (known.found !== none) lookAround(visit);
  return known.found;
}

/** The name of the entry that a problem of a map is about. */
export function entryOf({ instancePath, params }: ValidationProblem): string | undefined {
  if (typeof params.propertyName === 'string') return params.propertyName;
  return instancePath.split('/')[1]?.replaceAll('~1', '/').replaceAll('~0', '~');
}

function find(visit: KeyVisit, map: KeySchema, table: TableNode): ReadonlyMap<string, Slip> {
  const named = [...table.members.values()].filter(
    ({ node, name }) => node.type === 'value' && visit.context.schema.named(name).length > 0,
  );
  if (named.length === 0) return none;
  const path = [...visit.path, visit.member.name];
  const found = new Map<string, Slip>();
  for (const member of named) {
    const slip = slipOf({ ...visit, table, schema: map, path, member, key: undefined, exact: true });
    if (slip) found.set(member.name, slip);
  }
  return found;
}

function slipOf(visit: KeyVisit): Slip | undefined {
  const { schema: map, member, table } = visit;
  const isNoName = names[map.path]?.test(member.name) === false;
  // What stands in braces, or behind a dot, was put there.
  if (!isNoName && (table.sections.length === 0 || member.pair?.key.segments.length !== 1)) return undefined;
  const { sure: key, slipped } = placesFor(visit);
  if (!key || !(isNoName || (slipped && isTaken(visit, key)))) return undefined;
  const problem = problemOf(visit, map);
  const as = isTemplated(visit) ? 'unknown' : certainty(visit, key, isNoName, problem);
  return as && { visit, key, as, problem, isNoName };
}

function certainty(
  visit: KeyVisit,
  key: KeySchema,
  isNoName: boolean,
  problem: ValidationProblem | undefined,
): Slip['as'] | undefined {
  if (isNoName) return 'misplaced';
  if (isThere(visit, key)) return 'entry';
  if (problem) return 'misplaced';
  // Names of labels, selectors and options are words, or are joined with dots and dashes; a plugin's may be anything.
  return visit.schema.itemKind !== 'any' && visit.member.name.includes('_') ? 'doubtful' : undefined;
}

function problemOf({ member, context }: KeyVisit, map: KeySchema): ValidationProblem | undefined {
  const value = instanceOf(member.node, map);
  if (!value || map.definition === undefined) return undefined;
  return context.schema.validate(map.definition, { [member.name]: value.instance })[0];
}

/** Whether the table around the map has the key already. */
function isThere(visit: KeyVisit, key: KeySchema): boolean {
  let schema: KeySchema | undefined = visit.schema;
  let table: TableNode | undefined = visit.table;
  for (; schema && schema !== key.parent; schema = schema.parent) table = tableAround(table);
  return table !== undefined && memberOf(table, key.name) !== undefined;
}

/** Whether a template may keep the header of the map out, or put another one between it and the entry. */
function isTemplated({ document, table, member }: KeyVisit): boolean {
  const start = table.sections[0]?.start ?? member.key.start;
  return beginsBetween(controlsOf(document), start + 1, member.key.start);
}

const controls = new WeakMap<ConfigDocument, readonly Span[]>();

/** The tags of a template that decide what is rendered. */
function controlsOf(document: ConfigDocument): readonly Span[] {
  let found = controls.get(document);
  if (!found) {
    found = document.templates.filter(({ kind }) => kind === 'control');
    controls.set(document, found);
  }
  return found;
}
