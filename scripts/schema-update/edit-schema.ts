/** Writes differences of keys into config.schema.json. */
import { leafDefinition } from '../generate-schema.mjs';
import { durationText } from '../go/constants';
import type { Difference } from './compare';
import { KEYWORD, keysOf, type Node, type Notes, notesOf, propertiesOf, type SchemaFile } from './schema-json';
import { type Facts, identity, isTable, type KeyFacts } from './types';

/** Whether a difference needs a hand: paths below change with it, or a table becomes a value. */
export function byHand({ change, before, after }: Difference): boolean {
  if (change === 'spelling') return true;
  return change === 'kind' && [before, after].some((kind) => isTable(String(kind)));
}

/** Changes `schema` in place: to the versions of the runner that the differences come from. */
export function editSchema(
  schema: SchemaFile,
  differences: readonly Difference[],
  { version, released }: Pick<Facts, 'version' | 'released'>,
): void {
  schema.description = schema.description.replace(/version \d+\.\d+/, `version ${version}`);
  schema[KEYWORD].version = version;
  if (released !== undefined) schema[KEYWORD].released = released;
  for (const difference of differences) {
    if (difference.subject !== 'key' || byHand(difference) || !difference.key) continue;
    if (goesWithItsTable(difference, differences)) continue;
    if (difference.change === 'new') add(schema, difference.key, version);
    else change(schema, difference, version);
  }
}

/** A table that is gone takes its keys along. */
function goesWithItsTable({ change, path }: Difference, differences: readonly Difference[]): boolean {
  return change === 'gone' && differences.some((other) => other.change === 'gone' && path.startsWith(`${other.path}.`));
}

function find(schema: SchemaFile, path: string): ReturnType<typeof keysOf> extends Generator<infer T> ? T : never {
  const wanted = identity(path);
  for (const found of keysOf(schema)) if (identity(found.path) === wanted) return found;
  throw new Error(`no key ${path} in config.schema.json`);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

function add(schema: SchemaFile, key: KeyFacts, version: string): void {
  const above = parentOf(key.path);
  const table = above ? find(schema, above).node : schema;
  const inherited: Partial<Notes> = above ? notesOf(table) : {};
  const notes = said({
    kind: key.kind,
    itemKind: key.itemKind,
    match: key.match === 'tag' ? undefined : key.match,
    caseInsensitive: key.caseInsensitive ? undefined : false,
    since: version,
    deprecatedSince: key.deprecated ? version : undefined,
    executors: inherited.executors,
    grammar: grammarOf(key),
    docs: inherited.docs ?? Object.values(schema.properties ?? {}).map(notesOf)[0]?.docs,
    flag: key.flag,
    env: key.env,
  }) as Notes;
  const keywords = said({
    ...typeOf(schema, key),
    default: defaultOf(key),
    deprecated: key.deprecated || undefined,
    [KEYWORD]: notes,
  });
  insertSorted(propertiesOf(table) as Record<string, Node>, key.name, keywords);
}

/** The grammar that a kind brings along. */
function grammarOf({ kind }: KeyFacts): string | undefined {
  return kind === 'duration' ? 'go-duration' : undefined;
}

/** What a key's kind is in JSON Schema; a definition that is not there yet is added. */
function typeOf(schema: SchemaFile, key: KeyFacts): Node {
  const table = { type: 'object', properties: {}, additionalProperties: false };
  if (key.kind === 'table') return table;
  if (key.kind === 'array-of-tables') return { type: 'array', items: table };
  const [name, definition] = leafDefinition(
    {
      path: key.path,
      name: key.name,
      kind: key.kind,
      item_kind: key.itemKind,
      value_item_kind: 'string',
      go_type: key.int32 ? 'int32' : '',
    },
    new Map(),
  );
  schema.$defs[name] ??= definition;
  return { $ref: `#/$defs/${name}` };
}

/** The default as the schema writes it. */
function defaultOf({ kind, default: value }: KeyFacts): unknown {
  return kind === 'duration' && typeof value === 'number' ? durationText(value) : value;
}

function change(schema: SchemaFile, difference: Difference, version: string): void {
  const { node, table, name } = find(schema, difference.path);
  const key = difference.key as KeyFacts;
  const notes = notesOf(node);
  switch (difference.change) {
    case 'gone':
      remove(table, name, { ...notes, removed: version });
      return;
    case 'kind':
      Object.assign(node, typeOf(schema, key));
      notes.kindHistory = [...(notes.kindHistory ?? [kindSince(notes.since, notes)]), kindSince(version, key)];
      setOrDelete(notes, { kind: key.kind, itemKind: key.itemKind });
      // What an enumeration allowed, what a number counted and the default were said of the old kind.
      setOrDelete(notes, { enumeration: undefined, enumerationOf: undefined, enumerationOpen: undefined });
      setOrDelete(notes, {
        grammar: grammarOf(key),
        nameGrammar: undefined,
        unit: undefined,
        pairSeparator: undefined,
      });
      setOrDelete(node, { default: defaultOf(key) });
      break;
    case 'match':
      setOrDelete(notes, { match: key.match === 'tag' ? undefined : key.match });
      break;
    case 'case-insensitive':
      setOrDelete(notes, { caseInsensitive: key.caseInsensitive ? undefined : false });
      break;
    case 'deprecated':
      setOrDelete(node, { deprecated: key.deprecated || undefined });
      setOrDelete(notes, { deprecatedSince: key.deprecated ? version : undefined });
      break;
    case 'default':
      setOrDelete(node, { default: defaultOf(key) });
      break;
    case 'option':
      setOrDelete(notes, { flag: key.flag });
      break;
    case 'variable':
      setOrDelete(notes, { env: key.env });
      break;
  }
  // Our own keyword stays the last one.
  delete node[KEYWORD];
  node[KEYWORD] = notes;
}

function kindSince(since: string, { kind, itemKind }: { kind: string; itemKind?: string }) {
  return said({ since, kind, itemKind });
}

/** Moves a key to the removed ones of its table. What was below a table goes with it. */
function remove(table: Node, name: string, notes: Notes): void {
  delete propertiesOf(table)?.[name];
  const holder = table.items?.properties ? table.items : table;
  if (Array.isArray(holder.required)) {
    const rest = holder.required.filter((needed) => needed !== name);
    setOrDelete(holder, { required: rest.length > 0 ? rest : undefined });
  }
  const tableNotes = notesOf(table);
  tableNotes.removedKeys ??= {};
  insertSorted(tableNotes.removedKeys, name, notes);
}

/** The schema keeps the keys of a table in the order of the alphabet, whatever their case. */
function insertSorted<T>(entries: Record<string, T>, name: string, entry: T): void {
  const order = (text: string) => text.toLowerCase();
  const all = [...Object.entries(entries), [name, entry] as const];
  const before = all.filter(([other]) => other !== name && order(other) <= order(name));
  const after = all.filter(([other]) => order(other) > order(name));
  for (const other of Object.keys(entries)) delete entries[other];
  for (const [other, value] of [...before, [name, entry] as const, ...after]) entries[other] = value;
}

function setOrDelete(object: Record<string, unknown>, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete object[name];
    else object[name] = value;
  }
}

function said<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
