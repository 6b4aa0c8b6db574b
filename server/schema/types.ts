/** What is known of a key of config.toml. Paths are written as in the facts: `runners[].docker.services[].name`. */
import type { Message } from '../text/message';
import type { GrammarName } from './generated/grammar-names';
import type { Releases, Version } from './version';

export type { GrammarName } from './generated/grammar-names';

/** The type of a key's value. `map`: a table whose keys the user chooses. `array-of-tables`: written with `[[…]]`. */
export type Kind =
  | 'string'
  | 'integer'
  | 'float'
  | 'boolean'
  | 'duration'
  | 'datetime'
  | 'array'
  | 'string-or-array'
  | 'table'
  | 'array-of-tables'
  | 'map';

/** What a number counts; `cores` those of a processor. */
export type Unit = 'bytes' | 'KiB' | 'cores' | 'ms' | 's';

/** What of a key is a secret: its value, or what is behind the name in each of its entries. */
export type Secrecy = 'value' | 'entries';

/** One key, live or removed. `undefined` means that the facts do not say. */
export interface KeySchema {
  readonly path: string;
  /** The canonical spelling. */
  readonly name: string;
  readonly kind: Kind;
  /** The kind of an array's items, or of a map's values (`any` where the runner hands the map to a plugin). */
  readonly itemKind: 'string' | 'integer' | 'float' | 'boolean' | 'array' | 'any' | undefined;
  readonly parent: KeySchema | undefined;
  /** The live keys below, by canonical name, in the order of the schema. Empty for values and maps. */
  readonly children: ReadonlyMap<string, KeySchema>;
  /** The keys below that an older runner knew. */
  readonly removedChildren: ReadonlyMap<string, KeySchema>;
  /** The keys below that a newer runner than the schema's knows. */
  readonly newerChildren: ReadonlyMap<string, KeySchema>;
  /** `16.6`, or `0.1` for "from the first release on"; without a leading v. */
  readonly since: string;
  readonly removed: string | undefined;
  readonly deprecated: boolean;
  readonly deprecatedSince: string | undefined;
  /** Paths of the keys to use instead. */
  readonly replacedBy: readonly string[];
  /** Executors that read the key; empty: all of them. */
  readonly executors: readonly string[];
  /** The default as a JSON value; `undefined` when there is none or when `defaultText` says it in words. */
  readonly default: unknown;
  readonly defaultText: Message | undefined;
  readonly docs: string;
  readonly commandLineFlag: string | undefined;
  readonly environmentVariable: string | undefined;
  /** The name of the enumeration of allowed values, for arrays and maps of their items or keys. */
  readonly enumeration: string | undefined;
  /** The runner does not check the value against the enumeration. */
  readonly enumerationOpen: boolean;
  /** False for the keys of nfs volumes, which the runner matches to the letter. */
  readonly caseInsensitive: boolean;
  /** Keys below that the runner needs. `error`: it does not start without; `warning`: jobs fail. */
  readonly required: readonly RequiredKey[];
  /** The name under `$defs` of the JSON Schema that a value must satisfy; undefined for tables. */
  readonly definition: string | undefined;
  /** Since which runner the key does nothing any more. */
  readonly noEffectSince: string | undefined;
  /** What an array's or a map's enumeration is about; undefined where it is about the value itself. */
  readonly enumerationOf?: 'items' | 'keys' | 'values';
  /** The smallest number that makes sense. Smaller ones load, so the definition lets them pass. Durations: nanoseconds. */
  readonly minimum?: number;
  /** The unit of a number, or of the number that a text stands for. */
  readonly unit?: Unit;
  /**
   * How the texts of the key are read, or of its items; of a key that takes a number: how people write that number as a text,
   * which the runner does not take.
   */
  readonly grammar?: GrammarName;
  /** How the names of a map's entries are read. */
  readonly nameGrammar?: GrammarName;
  /** What stands between name and value in the texts of a list: `=` for `["A=1"]`. */
  readonly pairSeparator?: string;
  /** What of it is a secret; undefined where nothing is. */
  readonly secret?: Secrecy | undefined;
  /** What the default alone does not tell. */
  readonly defaultNote?: Message | undefined;
  /** The table belongs to a feature that is deprecated as a whole, to be dropped with `removal`. */
  readonly sectionDeprecated?: { readonly since: string; readonly removal: string };
  /** A removed key that was never meant to be one. */
  readonly accidental?: boolean;
  /** The schema's runner takes another kind of value than the newest one, which has taken its own since this version. */
  readonly kindUntil?: string;
  /** Only a runner that is not released has it, and nobody says that the file is for that one: it is read, and not offered. */
  readonly ahead: boolean;
  /** A list of tables whose runner takes a string for the `name` of a table. */
  readonly acceptsNames?: boolean;
}

export interface RequiredKey {
  readonly name: string;
  readonly severity: 'error' | 'warning';
  /** The runner does not start without it. Else it loads the file, and jobs fail. */
  readonly refused?: boolean | undefined;
  /** One sentence: what goes wrong without it. */
  readonly why?: Message | undefined;
}

export interface Enumeration {
  readonly name: string;
  readonly values: readonly string[];
  readonly caseSensitive: boolean;
  readonly open: boolean;
  /** When the runner looks at the value and what it then does, where the facts say so. */
  readonly checked?: string;
}

/** A feature flag, as the schema's runner has it. */
export interface FeatureFlag {
  readonly name: string;
  /** Whether the schema's runner knows it, knew it, or will. */
  readonly state: 'live' | 'removed' | 'newer';
  readonly default: boolean | undefined;
  /** As that of a key. */
  readonly ahead: boolean;
  /** Since when the default is what it is. */
  readonly defaultSince: string;
  readonly since: string;
  readonly removed: string | undefined;
  readonly deprecated: boolean;
  readonly toBeRemovedWith: string | undefined;
  readonly docs: string;
  readonly deprecatedSince?: string | undefined;
  /** The name of the flag or key that took the place of a removed flag. */
  readonly hint?: string | undefined;
  /** The runner reads it outside of jobs, where it has no variables: in `environment` it does nothing. */
  readonly onlyTable: boolean;
}

/** What completion offers first; what a list does not name follows in the order of the schema. See scripts/count-keys.ts. */
export interface CompletionOrder {
  /** Names of keys by the path of their table; `volumes.host_path` for a table of a table that holds nothing else. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Values by the name of their enumeration. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Names of feature flags. */
  readonly flags: readonly string[];
  /** Values that load but that nobody should write. */
  readonly notOffered: Readonly<Record<string, readonly string[]>>;
}

/** A key found for a name as the runner finds it: exact, else ignoring case. */
export interface Match {
  readonly schema: KeySchema;
  readonly exact: boolean;
}

/**
 * Everything the features ask of the schema, as one version of the runner has it: what a newer one added is in no list but
 * `newerChildren`. Paths of documents are plain names: `['runners', 'docker', 'image']`.
 */
export interface Schema {
  /** The runner that the schema is of. */
  readonly version: Version;
  readonly root: KeySchema;
  /** All live keys in order. */
  readonly keys: readonly KeySchema[];
  readonly removedKeys: readonly KeySchema[];
  readonly featureFlags: readonly FeatureFlag[];
  /** The newest runner version the facts know, such as `19.4`. */
  readonly newestVersion: string;
  /** The newest runner that is released: what nobody says otherwise a file is for. The facts may know a version that is still being made. */
  readonly released: Version;
  readonly releases: Releases;
  /** Since which version the runner decodes TOML 1.1. */
  readonly toml11Since: string;
  readonly completionOrder: CompletionOrder;
  /** The keys of any runner that hold something secret, by their names in lower case. */
  readonly secrets: Readonly<Record<string, Secrecy>>;
  /** What in the name of a key that no runner knows tells that it holds something secret; words are joined by `_`. */
  readonly secretWords: readonly string[];
  /** The live key `name` of the table `parent`, as the runner would match it. */
  find(parent: KeySchema, name: string): Match | undefined;
  /** The removed key `name` of the table `parent`, matched the same way. */
  findRemoved(parent: KeySchema, name: string): KeySchema | undefined;
  /** The key `name` of the table `parent` that a newer runner knows, matched the same way. */
  findNewer(parent: KeySchema, name: string): KeySchema | undefined;
  /** The schema as another version of the runner has it; built once a version. */
  of(version: Version): Schema;
  /** The schema as the newest runner has it. */
  newest(): Schema;
  /** The schema at a document's path, through tables, arrays of tables and the keys of maps (then the map itself is not returned). */
  at(path: readonly string[]): KeySchema | undefined;
  /** The live key with this schema path (`runners[].docker.image`). */
  byPath(path: string): KeySchema | undefined;
  /** All live keys of this name (ignoring case), wherever they belong. */
  named(name: string): readonly KeySchema[];
  enumeration(name: string): Enumeration | undefined;
  /**
   * Checks a JSON instance against `$defs/<definition>` with the compiled ajv validator.
   * Returns the problems, empty when it is valid; `instancePath` is a JSON pointer into the instance.
   */
  validate(definition: string, instance: unknown): readonly ValidationProblem[];
}

export interface ValidationProblem {
  readonly instancePath: string;
  /** The JSON Schema keyword that failed: `type`, `enum`, `minimum`, `pattern`, … */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
