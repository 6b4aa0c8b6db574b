/** Reads the rows of keys as one version of the runner has them. */
import { once } from '../text/once';
import { oldKind } from './old-kind';
import type { KeyRow, SchemaRows } from './rows';
import type { KeySchema, RequiredKey } from './types';
import { isReached, type Version } from './version';

/** The tree of keys, and all of them in the order of the schema, live and removed ones apart; newer ones are in the tree only. */
export interface Keys {
  readonly root: KeySchema;
  readonly live: readonly KeySchema[];
  readonly removed: readonly KeySchema[];
}

/**
 * The keys of a version, and with them those that came up to `known`: see `loadDefaultSchema`. Those below a table are read when
 * somebody looks there: most files use a few of the tables.
 */
export function readKeys(rows: SchemaRows, version: Version, known: Version): Keys {
  const root = new KeyReader(rows, version, known).key(rows.root, undefined, false);
  const all = once(() => sorted(root));
  return {
    root,
    get live() {
      return all().live;
    },
    get removed() {
      return all().removed;
    },
  };
}

/** The keys below a table, each in one of these. */
interface Children {
  readonly live: Map<string, KeySchema>;
  readonly removed: Map<string, KeySchema>;
  readonly newer: Map<string, KeySchema>;
  /** The first two in the order of the schema. */
  readonly known: readonly KeySchema[];
}

const NONE: Children = { live: new Map(), removed: new Map(), newer: new Map(), known: [] };

/** The known children of the tables that were read. */
const knownBelow = new WeakMap<KeySchema, () => Children>();

function sorted(root: KeySchema): Omit<Keys, 'root'> {
  const live: KeySchema[] = [];
  const removed: KeySchema[] = [];
  const visit = (table: KeySchema): void => {
    const children = knownBelow.get(table)?.() ?? NONE;
    for (const key of children.known) {
      (children.removed.get(key.name) === key ? removed : live).push(key);
      visit(key);
    }
  };
  visit(root);
  return { live, removed };
}

const NO_PATHS: readonly string[] = [];
const NO_REQUIRED: readonly RequiredKey[] = [];

class KeyReader {
  constructor(
    private readonly rows: SchemaRows,
    private readonly version: Version,
    private readonly known: Version,
  ) {}

  /** Reads the keys below a table. What is below a newer table is as new as that. */
  private readBelow({ keys = [] }: KeyRow, parent: KeySchema, isNewer: boolean): Children {
    const [live, removed, newer] = [new Map(), new Map(), new Map()];
    const known: KeySchema[] = [];
    for (const row of keys) {
      const isAsNew = isNewer || !isReached(this.known, row.since);
      const key = this.key(row, parent, isAsNew);
      const isRemoved = row.removed !== undefined && isReached(this.version, row.removed);
      (isAsNew ? newer : isRemoved ? removed : live).set(key.name, key);
      if (!isAsNew) known.push(key);
    }
    return { live, removed, newer, known };
  }

  key(row: KeyRow, parent: KeySchema | undefined, isNewer: boolean): KeySchema {
    const { name, kind } = row;
    const { version, rows } = this;
    const isTable = kind === 'table' || kind === 'array-of-tables';
    const old = row.kindHistory || kind === 'duration' ? oldKind(row, rows.durationTextsSince, version) : undefined;
    const section = row.sectionDeprecated;
    const isDeprecated = (since?: string) =>
      since === undefined ? isReached(this.known, rows.version) : isReached(version, since);
    const below: () => Children = isTable ? once(() => this.readBelow(row, key, isNewer)) : () => NONE;
    const key: KeySchema = {
      path: `${parent?.path ? `${parent.path}.` : ''}${name}${kind === 'array-of-tables' ? '[]' : ''}`,
      name,
      kind: old ? old.kind : kind,
      itemKind: old ? old.itemKind : row.itemKind,
      parent,
      get children() {
        return below().live;
      },
      get removedChildren() {
        return below().removed;
      },
      get newerChildren() {
        return below().newer;
      },
      since: row.since,
      removed: row.removed,
      // Where no fact says since when, only the newest surely has it.
      deprecated: row.deprecated === true && isDeprecated(row.deprecatedSince),
      deprecatedSince: row.deprecatedSince,
      replacedBy: row.replacedBy ?? NO_PATHS,
      executors: row.executors ?? parent?.executors ?? NO_PATHS,
      default: old?.until === rows.durationTextsSince ? undefined : row.default,
      defaultText: row.defaultText && { id: row.defaultText },
      docs: row.docs ?? parent?.docs ?? '',
      commandLineFlag: row.flag,
      environmentVariable: row.env,
      enumeration: row.enumeration,
      enumerationOpen: row.enumerationOpen === true,
      caseInsensitive: row.caseInsensitive !== false,
      required: row.required?.map(requiredKey) ?? NO_REQUIRED,
      definition: old ? old.definition : row.definition,
      noEffectSince: row.noEffectSince && isReached(version, row.noEffectSince) ? row.noEffectSince : undefined,
      enumerationOf: old ? undefined : row.enumerationOf,
      minimum: row.minimum,
      unit: row.unit,
      grammar: old ? undefined : row.grammar,
      pairSeparator: row.pairSeparator,
      defaultNote: row.defaultNote && { id: row.defaultNote },
      sectionDeprecated: section && isReached(version, section.since) ? section : undefined,
      accidental: row.accidental === true,
      ahead: !isNewer && !isReached(version, row.since),
      kindUntil: old?.until,
      acceptsNames: old?.acceptsNames,
    };
    if (isTable) knownBelow.set(key, below);
    return key;
  }
}

function requiredKey({ name, severity, why }: NonNullable<KeyRow['required']>[number]): RequiredKey {
  return { name, severity, why: why && { id: why } };
}
