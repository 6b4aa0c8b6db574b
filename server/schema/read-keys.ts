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
  readonly known: readonly Key[];
}

const NONE: Children = { live: new Map(), removed: new Map(), newer: new Map(), known: [] };

function sorted(root: Key): Omit<Keys, 'root'> {
  const live: KeySchema[] = [];
  const removed: KeySchema[] = [];
  const visit = ({ below: children }: Key): void => {
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
    readonly rows: SchemaRows,
    readonly version: Version,
    readonly known: Version,
  ) {}

  /** Reads the keys below a table. What is below a newer table is as new as that. */
  readBelow({ keys = [] }: KeyRow, parent: Key, isNewer: boolean): Children {
    const [live, removed, newer] = [new Map(), new Map(), new Map()];
    const known: Key[] = [];
    for (const row of keys) {
      const isAsNew = isNewer || !isReached(this.known, row.since);
      const key = this.key(row, parent, isAsNew);
      const isRemoved = row.removed !== undefined && isReached(this.version, row.removed);
      (isAsNew ? newer : isRemoved ? removed : live).set(key.name, key);
      if (!isAsNew) known.push(key);
    }
    return { live, removed, newer, known };
  }

  key(row: KeyRow, parent: KeySchema | undefined, isNewer: boolean): Key {
    return new Key(this, row, parent, isNewer);
  }
}

/**
 * One shape for all keys, with the getters on the prototype: V8 gives each literal with getters of its own a slow dictionary, and rules
 * ask keys at every turn.
 */
class Key implements KeySchema {
  readonly path: string;
  readonly name: string;
  readonly kind: KeySchema['kind'];
  readonly itemKind: KeySchema['itemKind'];
  readonly since: string;
  readonly removed: string | undefined;
  readonly deprecated: boolean;
  readonly deprecatedSince: string | undefined;
  readonly replacedBy: readonly string[];
  readonly executors: readonly string[];
  readonly default: unknown;
  readonly defaultText: KeySchema['defaultText'];
  readonly docs: string;
  readonly commandLineFlag: string | undefined;
  readonly environmentVariable: string | undefined;
  readonly enumeration: string | undefined;
  readonly enumerationOpen: boolean;
  readonly caseInsensitive: boolean;
  readonly required: readonly RequiredKey[];
  readonly definition: string | undefined;
  readonly noEffectSince: string | undefined;
  readonly enumerationOf: KeySchema['enumerationOf'];
  readonly minimum: number | undefined;
  readonly unit: KeySchema['unit'];
  readonly grammar: KeySchema['grammar'];
  readonly nameGrammar: KeySchema['nameGrammar'];
  readonly pairSeparator: string | undefined;
  readonly secret: KeySchema['secret'];
  readonly defaultNote: KeySchema['defaultNote'];
  readonly sectionDeprecated: KeySchema['sectionDeprecated'];
  readonly accidental: boolean;
  readonly ahead: boolean;
  readonly kindUntil: string | undefined;
  readonly acceptsNames: boolean | undefined;
  private childrenRead: Children | undefined;

  constructor(
    private readonly reader: KeyReader,
    private readonly row: KeyRow,
    readonly parent: KeySchema | undefined,
    private readonly isNewer: boolean,
  ) {
    const { name, kind } = row;
    const { version, known, rows } = reader;
    const old = row.kindHistory || kind === 'duration' ? oldKind(row, rows.durationTextsSince, version) : undefined;
    const section = row.sectionDeprecated;
    // Where no fact says since when, only the newest surely has it.
    const isDeprecated =
      row.deprecatedSince === undefined ? isReached(known, rows.version) : isReached(version, row.deprecatedSince);
    this.path = `${parent?.path ? `${parent.path}.` : ''}${name}${kind === 'array-of-tables' ? '[]' : ''}`;
    this.name = name;
    this.kind = old ? old.kind : kind;
    this.itemKind = old ? old.itemKind : row.itemKind;
    this.since = row.since;
    this.removed = row.removed;
    this.deprecated = row.deprecated === true && isDeprecated;
    this.deprecatedSince = row.deprecatedSince;
    this.replacedBy = row.replacedBy ?? NO_PATHS;
    this.executors = row.executors ?? parent?.executors ?? NO_PATHS;
    this.default = old?.until === rows.durationTextsSince ? undefined : row.default;
    this.defaultText = row.defaultText === undefined ? undefined : { id: row.defaultText };
    this.docs = row.docs ?? parent?.docs ?? '';
    this.commandLineFlag = row.flag;
    this.environmentVariable = row.env;
    this.enumeration = row.enumeration;
    this.enumerationOpen = row.enumerationOpen === true;
    this.caseInsensitive = row.caseInsensitive !== false;
    this.required = row.required?.map(requiredKey) ?? NO_REQUIRED;
    this.definition = old ? old.definition : row.definition;
    this.noEffectSince = row.noEffectSince && isReached(version, row.noEffectSince) ? row.noEffectSince : undefined;
    this.enumerationOf = old ? undefined : row.enumerationOf;
    this.minimum = row.minimum;
    this.unit = row.unit;
    this.grammar = old ? undefined : row.grammar;
    this.nameGrammar = old ? undefined : row.nameGrammar;
    this.pairSeparator = row.pairSeparator;
    this.secret = row.secret;
    this.defaultNote = row.defaultNote === undefined ? undefined : { id: row.defaultNote };
    this.sectionDeprecated = section && isReached(version, section.since) ? section : undefined;
    this.accidental = row.accidental === true;
    this.ahead = !isNewer && !isReached(version, row.since);
    this.kindUntil = old?.until;
    this.acceptsNames = old?.acceptsNames;
  }

  get children(): ReadonlyMap<string, KeySchema> {
    return this.below.live;
  }

  get removedChildren(): ReadonlyMap<string, KeySchema> {
    return this.below.removed;
  }

  get newerChildren(): ReadonlyMap<string, KeySchema> {
    return this.below.newer;
  }

  get below(): Children {
    this.childrenRead ??= this.isTable ? this.reader.readBelow(this.row, this, this.isNewer) : NONE;
    return this.childrenRead;
  }

  private get isTable(): boolean {
    return this.row.kind === 'table' || this.row.kind === 'array-of-tables';
  }
}

function requiredKey({ name, severity, refused, why }: NonNullable<KeyRow['required']>[number]): RequiredKey {
  return { name, severity, refused, why: why && { id: why } };
}
