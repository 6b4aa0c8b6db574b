/** Where a known name that stands in the wrong table belongs. */
import type { KeySchema, Schema } from '../schema/types';
import { isFilledIn } from '../templates/filled-in';
import type { TableNode } from '../toml/model';
import { grammarNamed } from '../values/all';
import { takes } from '../values/grammar';
import { instanceOf } from './instance';
import { tableView } from './table-view';
import type { KeyVisit } from './visit';

/** `sure`: where it belongs beyond doubt. `possible`: where else the name is a key, the likelier first. */
export interface Places {
  readonly sure: KeySchema | undefined;
  /** The sure place is a table around this one: the line slipped below a header. */
  readonly slipped: boolean;
  readonly possible: readonly KeySchema[];
  /** All possible ones are in tables that this runner's executor does not read. */
  readonly unread: boolean;
}

/** The places of a name, in the tables near the one it stands in. */
export function placesFor(visit: KeyVisit): Places {
  const { member, schema, context } = visit;
  const named = context.schema.named(member.name).filter((key) => key.parent !== schema);
  const exact = named.filter((key) => fits(key, visit));
  const fitting = exact.length > 0 ? exact : named.filter((key) => mayHold(key, visit));
  const candidates = fitting.length > 0 ? fitting : named;
  const above = candidates
    .filter((key) => isAbove(key.parent, schema))
    .sort((a, b) => b.path.length - a.path.length)[0];
  const running = executorsOf(visit);
  const read = candidates.filter((key) => isRead(key, visit, running));
  const near = read.filter((key) => key !== above && isNear(key, schema));
  const below = byType(
    near.filter((key) => key.parent?.parent === schema),
    visit,
  );
  const likely = above ?? only(below) ?? (below.length === 0 ? only(near) : undefined);
  const sure = fitting.length > 0 ? likely : undefined;
  // Far away a name is advice only if it is one key's alone, or that of a table that is called as this one is.
  const far = read.length > 0 ? read : candidates;
  const namesakes = far.length > 1 ? far.filter(({ parent }) => parent?.name === schema.name) : far;
  const possible = [below, near].find((keys) => keys.length > 0) ?? (namesakes.length === 1 ? namesakes : []);
  return {
    sure,
    slipped: sure !== undefined && sure === above,
    possible: possible.filter((key) => key !== sure),
    unread: candidates.length > 0 && read.length === 0,
  };
}

/** The tables near a key, without its own: those around it, and right below it or those such that the runner reads. */
export function tablesNear(visit: KeyVisit): readonly KeySchema[] {
  const { schema } = visit;
  const running = executorsOf(visit);
  const found: KeySchema[] = [];
  for (let table: KeySchema | undefined = schema; table && table.path !== ''; table = table.parent) {
    if (table !== schema) found.push(table);
    for (const key of table.children.values()) {
      const isTable = key.kind === 'table' || key.kind === 'array-of-tables';
      if (isTable && key !== schema && !found.includes(key) && isRead(key, visit, running)) found.push(key);
    }
  }
  return found;
}

/** Whether the value could be one of the key's: a list named `volumes` is no table of Kubernetes volumes. */
export function fits(key: KeySchema, { member }: KeyVisit): boolean {
  const { node } = member;
  const isTable = key.kind === 'table' || key.kind === 'array-of-tables';
  if (node.type !== 'value') return isTable || key.kind === 'map';
  if (isTable) return key.kind === 'array-of-tables' && node.tables.length > 0;
  if (key.kind === 'map') return false;
  return (node.value.type === 'array') === (key.kind === 'array') || key.kind === 'string-or-array';
}

/** Whether the value is an item of the list that the key takes, `environment = "A=1"`; not the list of some table of many. */
function mayHold({ kind, itemKind, parent }: KeySchema, { schema, member: { node } }: KeyVisit): boolean {
  const isList = kind === 'array' && itemKind === 'string' && node.type === 'value' && node.value.type === 'string';
  return isList && (isAbove(parent, schema) || parent?.kind !== 'array-of-tables');
}

/** Whether the runner loads the value as one of the key, and can read it; where it was, it did not look at it. */
export function isTaken(visit: KeyVisit, key: KeySchema): boolean {
  const { member, context } = visit;
  if (!isReadable(visit, key)) return false;
  const checked = key.definition === undefined ? undefined : instanceOf(member.node, key);
  if (!checked || key.definition === undefined) return member.node.type !== 'value' || member.node.tables.length > 0;
  return !context.schema
    .validate(key.definition, checked.instance)
    .some(({ keyword }) => keyword === 'type' || (keyword === 'pattern' && key.kind === 'duration'));
}

/** Whether a text is one of the key's grammar, or one that not each job fails with; what something fills in may be. */
function isReadable({ member: { node }, document }: KeyVisit, key: KeySchema): boolean {
  const grammar = grammarNamed(key.grammar);
  if (!grammar || node.type !== 'value' || node.value.type !== 'string') return true;
  const { value, start, end } = node.value;
  if (isFilledIn(document.text.slice(start, end))) return true;
  const { problems } = grammar.read(value);
  return problems.length > 0 ? !problems.some(({ fails }) => fails) : takes(grammar, value);
}

function only(keys: readonly KeySchema[]): KeySchema | undefined {
  return keys.length === 1 ? keys[0] : undefined;
}

/** Whether `table` is one of the tables around `of`. */
export function isAbove(table: KeySchema | undefined, of: KeySchema): boolean {
  for (let parent = of.parent; parent; parent = parent.parent) if (parent === table) return true;
  return false;
}

/** In a table right below this one, or right below one around it. */
function isNear(key: KeySchema, schema: KeySchema): boolean {
  const around = key.parent?.parent;
  return around === schema || (around !== undefined && around.path !== '' && isAbove(around, schema));
}

/** Of the sub-tables the one that a `Type` names, if one does: `Type = "gcs"` in the cache. */
function byType(keys: readonly KeySchema[], { table }: KeyVisit): readonly KeySchema[] {
  const type = tableView(table).string('type')?.value;
  const named = keys.filter((key) => key.parent?.name === type);
  return named.length > 0 ? named : keys;
}

interface Executors {
  readonly names: ReadonlySet<string>;
  /** The runner names its executor; else they are guessed from the tables it has. */
  readonly named: boolean;
}

/** The executors that the runner around a key may use: the one it names, else those whose tables it has. */
function executorsOf({ runner, context: { schema } }: KeyVisit): Executors {
  if (!runner) return { names: new Set(), named: false };
  let known = executors.get(runner);
  if (known?.schema !== schema) {
    known = { schema, executors: findExecutors(runner, schema) };
    executors.set(runner, known);
  }
  return known.executors;
}

/** Those of each runner, found once: many of its keys may be misplaced. */
const executors = new WeakMap<TableNode, { readonly schema: Schema; readonly executors: Executors }>();

function findExecutors(runner: TableNode, schema: Schema): Executors {
  const names = new Set<string>();
  const executor = tableView(runner).string('executor')?.value;
  if (executor) return { names: names.add(executor), named: true };
  const own = schema.byPath('runners[]');
  for (const member of runner.members.values()) {
    const table = own && schema.find(own, member.name)?.schema;
    for (const name of table?.executors ?? []) names.add(name);
  }
  return { names, named: false };
}

/** Whether the runner would read the key in its place, as far as one can tell. */
function isRead(key: KeySchema, { schema }: KeyVisit, { names, named }: Executors): boolean {
  if (key.executors.length === 0) return true;
  const meets = (executors: readonly string[]) => executors.some((name) => names.has(name));
  if (names.size > 0 && !meets(key.executors)) return false;
  // From one executor's table to another's only where the runner says that it is that one.
  return named || schema.executors.length === 0 || schema.executors.some((name) => key.executors.includes(name));
}
