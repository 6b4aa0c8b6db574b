/** Reads the compact table that scripts/compile-schema.mjs writes, as one version of the runner has the keys. */

import type { MessageId } from '../text/message';
import { oldKind } from './old-kind';
import type {
  CompletionOrder,
  Enumeration,
  FeatureFlag,
  GrammarName,
  KeySchema,
  Kind,
  RequiredKey,
  Unit,
} from './types';
import { isReached, type Releases, type Version } from './version';

const DOCS = 'https://docs.gitlab.com/runner/';

/** kind, definition, item kind, enumeration, what the enumeration is about, open. */
export type TypeRow = [Kind, string?, KeySchema['itemKind']?, string?, KeySchema['enumerationOf']?, (0 | 1)?];

/** What few keys have. */
export interface Rest {
  /** removed */
  x?: string;
  /** accidental */
  a?: 1;
  /** deprecated */
  d?: 1;
  /** deprecated since */
  s?: string;
  /** replaced by */
  r?: string[];
  /** default value */
  v?: unknown;
  /** default text */
  t?: MessageId;
  /** default note */
  n?: MessageId;
  /** unit */
  u?: Unit;
  /** grammar */
  g?: GrammarName;
  /** what is between name and value */
  j?: string;
  /** minimum */
  m?: number;
  /** no effect since */
  e?: string;
  /** matched to the letter */
  c?: 1;
  /** section deprecated since, removal */
  p?: [string, string];
  /** required below: name, 1 for an error, reason */
  q?: [string, 0 | 1, number][];
  /** kinds that it has had, oldest first: since, kind, item kind */
  k?: [string, Kind, string?][];
}

/**
 * depth, name, type, since, docs, executors, flag, environment variable, rest. All numbers are places in the lists of the
 * table. docs and executors: 0 as the table above, else place + 1. flag: 0 none, 1 `--` and the path in kebab case.
 * environment variable: 0 none, 1 as the flag, 2 as the flag after `RUNNER_`.
 */
type KeyRow = [number, string, number, number?, number?, number?, (0 | 1 | string)?, (0 | 1 | 2 | string)?, Rest?];

export interface Table {
  version: string;
  releases: Releases;
  /** since when TOML 1.1 is decoded, and durations may be texts */
  toml11: string;
  durations: string;
  types: TypeRow[];
  versions: string[];
  docs: string[];
  executors: string[];
  reasons: MessageId[];
  /** Preorder. */
  rows: KeyRow[];
  /** name, values, 1 for "ignores case", open, checked */
  enumerations: [string, string[], (0 | 1)?, (0 | 1)?, string?][];
  /**
   * name, default (2: unknown), since, removed, deprecated, deprecated since, to be removed with, hint, defaults that it
   * has had with their first version, 1 for "does nothing as a variable"
   */
  flags: [
    string,
    0 | 1 | 2,
    string,
    (string | 0)?,
    (0 | 1)?,
    (string | 0)?,
    (string | 0)?,
    (string | 0)?,
    ([string, 0 | 1 | 2][] | 0)?,
    (0 | 1)?,
  ][];
  flagDocs: string;
  order: CompletionOrder;
}

/** A key while its children are still being read. */
export type BuiltKey = KeySchema & {
  readonly children: Map<string, KeySchema>;
  readonly removedChildren: Map<string, KeySchema>;
  readonly newerChildren: Map<string, KeySchema>;
};

const NO_CHILDREN: Map<string, KeySchema> = new Map();
const NO_PATHS: readonly string[] = [];
const NO_REQUIRED: readonly RequiredKey[] = [];
const NO_REST: Rest = {};

/** The key above all others: the file itself. */
function rootKey(): BuiltKey {
  return {
    path: '',
    name: '',
    kind: 'table',
    itemKind: undefined,
    parent: undefined,
    children: new Map(),
    removedChildren: new Map(),
    newerChildren: new Map(),
    since: '0.1',
    removed: undefined,
    deprecated: false,
    deprecatedSince: undefined,
    replacedBy: NO_PATHS,
    executors: NO_PATHS,
    default: undefined,
    defaultText: undefined,
    docs: `${DOCS}configuration/advanced-configuration/`,
    commandLineFlag: undefined,
    environmentVariable: undefined,
    enumeration: undefined,
    enumerationOpen: false,
    caseInsensitive: true,
    required: NO_REQUIRED,
    definition: undefined,
    noEffectSince: undefined,
  };
}

/** The rule of compile-schema.mjs for the flags that are called as their path is. The first name is `runners`. */
function usualFlag(schemaPath: string): string {
  const below = schemaPath.slice(schemaPath.indexOf('.') + 1);
  return below
    .replaceAll('[]', '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[._]/g, '-')
    .toLowerCase();
}

const environmentOf = (flag: string): string => flag.toUpperCase().replaceAll('-', '_');

function readKey(
  table: Table,
  row: KeyRow,
  parent: BuiltKey,
  executorLists: readonly string[][],
  version: Version,
): BuiltKey {
  // By place and not by destructuring, which goes through an iterator: the first, cold run takes a third less.
  const name = row[1];
  const type = table.types[row[2]] as TypeRow;
  const kind = type[0];
  const docs = row[4];
  const users = row[5];
  const flagCode = row[6];
  const variableCode = row[7];
  const rest = row[8] ?? NO_REST;
  const path = `${parent.path && `${parent.path}.`}${name}${kind === 'array-of-tables' ? '[]' : ''}`;
  const isTable = kind === 'table' || kind === 'array-of-tables';
  const flag = flagCode === 1 ? usualFlag(path) : flagCode || undefined;
  const old = rest.k || kind === 'duration' ? oldKind(table, type, rest, version) : undefined;
  const derived = variableCode === 1 || variableCode === 2 ? environmentOf(flag ?? '') : undefined;
  return {
    path,
    name,
    kind: old?.kind ?? kind,
    itemKind: old ? old.itemKind : (type[2] ?? undefined),
    parent,
    children: isTable ? new Map() : NO_CHILDREN,
    removedChildren: isTable ? new Map() : NO_CHILDREN,
    newerChildren: isTable ? new Map() : NO_CHILDREN,
    since: table.versions[row[3] ?? 0] as string,
    removed: rest.x,
    deprecated: rest.d === 1 && isKnown(rest.s, table, version),
    deprecatedSince: rest.s,
    replacedBy: rest.r ?? NO_PATHS,
    executors: users ? (executorLists[users - 1] as string[]) : parent.executors,
    default: old?.until === table.durations ? undefined : rest.v,
    defaultText: rest.t && { id: rest.t },
    docs: docs ? DOCS + table.docs[docs - 1] : parent.docs,
    commandLineFlag: flag && `--${flag}`,
    environmentVariable: derived
      ? variableCode === 2
        ? `RUNNER_${derived}`
        : derived
      : (variableCode as string) || undefined,
    enumeration: type[3] ?? undefined,
    enumerationOpen: type[5] === 1,
    caseInsensitive: rest.c !== 1,
    required: rest.q?.map(([needed, error, why]) => requiredKey(needed, error, table.reasons[why])) ?? NO_REQUIRED,
    definition: old ? old.definition : type[1],
    noEffectSince: rest.e && isReached(version, rest.e) ? rest.e : undefined,
    enumerationOf: old ? undefined : (type[4] ?? undefined),
    minimum: rest.m,
    unit: rest.u,
    grammar: old ? undefined : rest.g,
    pairSeparator: rest.j,
    defaultNote: rest.n && { id: rest.n },
    sectionDeprecated: rest.p && isReached(version, rest.p[0]) ? { since: rest.p[0], removal: rest.p[1] } : undefined,
    accidental: rest.a === 1,
    kindUntil: old?.until,
    acceptsNames: old?.acceptsNames,
  };
}

/** Whether a version has what is said of one since `since`; where no fact says since when, only the newest surely has. */
function isKnown(since: string | undefined, table: Table, version: Version): boolean {
  return isReached(version, since ?? table.version);
}

function requiredKey(name: string, error: 0 | 1, why: MessageId | undefined): RequiredKey {
  return { name, severity: error ? 'error' : 'warning', why: why && { id: why } };
}

/** The tree of keys, and all of them in the order of the schema, live and removed ones apart; newer ones are in the tree only. */
export function readKeys(table: Table, version: Version): { root: KeySchema; live: KeySchema[]; removed: KeySchema[] } {
  const executorLists = table.executors.map((names) => names.split(' '));
  // Each version is compared once, not for each key: the first, cold run takes half the time.
  const isThere = table.versions.map((since) => isReached(version, since));
  const root = rootKey();
  const ancestors: BuiltKey[] = [root];
  const live: KeySchema[] = [];
  const removed: KeySchema[] = [];
  /** Depth of the newer table that the rows are below of. */
  let newerAbove = Number.POSITIVE_INFINITY;
  for (const row of table.rows) {
    const depth = row[0];
    const parent = ancestors[depth - 1] as BuiltKey;
    const key = readKey(table, row, parent, executorLists, version);
    ancestors[depth] = key;
    if (depth <= newerAbove) newerAbove = Number.POSITIVE_INFINITY;
    if (depth > newerAbove || !isThere[row[3] ?? 0]) {
      newerAbove = Math.min(newerAbove, depth);
      parent.newerChildren.set(key.name, key);
    } else if (key.removed && isReached(version, key.removed)) {
      parent.removedChildren.set(key.name, key);
      removed.push(key);
    } else {
      parent.children.set(key.name, key);
      live.push(key);
    }
  }
  return { root, live, removed };
}

export function readEnumerations(table: Table): Map<string, Enumeration> {
  return new Map(
    table.enumerations.map(([name, values, ignoresCase, open, checked]) => [
      name,
      { name, values, caseSensitive: !ignoresCase, open: open === 1, checked },
    ]),
  );
}

/** The feature flags, as a version of the runner has them. */
export function readFeatureFlags(table: Table, version: Version): FeatureFlag[] {
  return table.flags.map(
    ([name, byDefault, since, removed, deprecated, deprecatedSince, toBeRemovedWith, hint, defaults, onlyTable]) => {
      const history = defaults || [];
      // Of a flag that is not there yet the first default is known, of one that is gone the last.
      const [defaultSince, value] = history.filter(([first]) => isReached(version, first)).pop() ??
        history[0] ?? [since, byDefault];
      return {
        name,
        state: !isReached(version, since) ? 'newer' : removed && isReached(version, removed) ? 'removed' : 'live',
        default: value === 2 ? undefined : value === 1,
        defaultSince,
        since,
        removed: removed || undefined,
        deprecated: deprecated === 1 && isKnown(deprecatedSince || undefined, table, version),
        deprecatedSince: deprecatedSince || undefined,
        toBeRemovedWith: toBeRemovedWith || undefined,
        docs: DOCS + table.flagDocs,
        hint: hint || undefined,
        onlyTable: onlyTable === 1,
      };
    },
  );
}
