/** Reads the rows of keys as one version of the runner has them. */
import { oldKind } from './old-kind';
import type { KeyRow, SchemaRows } from './rows';
import type { KeySchema, RequiredKey } from './types';
import { isReached, type Version } from './version';

/** A key while its children are still being read. */
type BuiltKey = KeySchema & {
  readonly children: Map<string, KeySchema>;
  readonly removedChildren: Map<string, KeySchema>;
  readonly newerChildren: Map<string, KeySchema>;
};

/** The tree of keys, and all of them in the order of the schema, live and removed ones apart; newer ones are in the tree only. */
export interface Keys {
  readonly root: KeySchema;
  readonly live: readonly KeySchema[];
  readonly removed: readonly KeySchema[];
}

/** The keys of a version. */
export function readKeys(rows: SchemaRows, version: Version): Keys {
  const reader = new KeyReader(rows, version);
  const root = reader.key(rows.root, undefined);
  reader.readBelow(rows.root, root, false);
  return { root, live: reader.live, removed: reader.removed };
}

const NO_CHILDREN: Map<string, KeySchema> = new Map();
const NO_PATHS: readonly string[] = [];
const NO_REQUIRED: readonly RequiredKey[] = [];

class KeyReader {
  readonly live: KeySchema[] = [];
  readonly removed: KeySchema[] = [];

  constructor(
    private readonly rows: SchemaRows,
    private readonly version: Version,
  ) {}

  /** Reads the keys below a table. What is below a newer table is as new as that. */
  readBelow({ keys = [] }: KeyRow, parent: BuiltKey, isNewer: boolean): void {
    for (const row of keys) {
      const key = this.key(row, parent);
      const newer = isNewer || !isReached(this.version, row.since);
      if (newer) {
        parent.newerChildren.set(key.name, key);
      } else if (row.removed && isReached(this.version, row.removed)) {
        parent.removedChildren.set(key.name, key);
        this.removed.push(key);
      } else {
        parent.children.set(key.name, key);
        this.live.push(key);
      }
      if (row.keys) this.readBelow(row, key, newer);
    }
  }

  key(row: KeyRow, parent: BuiltKey | undefined): BuiltKey {
    const { name, kind } = row;
    const { version, rows } = this;
    const isTable = kind === 'table' || kind === 'array-of-tables';
    const old = row.kindHistory || kind === 'duration' ? oldKind(row, rows.durationTextsSince, version) : undefined;
    const section = row.sectionDeprecated;
    return {
      path: `${parent?.path ? `${parent.path}.` : ''}${name}${kind === 'array-of-tables' ? '[]' : ''}`,
      name,
      kind: old ? old.kind : kind,
      itemKind: old ? old.itemKind : row.itemKind,
      parent,
      children: isTable ? new Map() : NO_CHILDREN,
      removedChildren: isTable ? new Map() : NO_CHILDREN,
      newerChildren: isTable ? new Map() : NO_CHILDREN,
      since: row.since,
      removed: row.removed,
      // Where no fact says since when, only the newest surely has it.
      deprecated: row.deprecated === true && isReached(version, row.deprecatedSince ?? rows.version),
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
      kindUntil: old?.until,
      acceptsNames: old?.acceptsNames,
    };
  }
}

function requiredKey({ name, severity, why }: NonNullable<KeyRow['required']>[number]): RequiredKey {
  return { name, severity, why: why && { id: why } };
}
