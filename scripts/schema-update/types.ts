/** A key, or a feature flag, as much as can be compared between the runner's source and schemas/. */

export interface KeyFacts {
  /** `runners[].docker.image`, with `[]` behind arrays of tables. */
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  /** The kind of a list's items or a map's values. */
  readonly itemKind?: string;
  /** `field-name` where the Go field has no toml tag and is matched by its own name. */
  readonly match: 'tag' | 'field-name';
  /** A whole number of 32 bits. */
  readonly int32: boolean;
  readonly caseInsensitive: boolean;
  readonly deprecated: boolean;
  readonly default?: unknown;
  readonly flag?: string;
  readonly env?: string;
  /** Where the source declares it. */
  readonly source?: string;
}

export interface FlagFacts {
  readonly name: string;
  readonly default?: boolean;
  readonly deprecated: boolean;
  readonly toBeRemovedWith?: string;
}

/** What one side knows. */
export interface Facts {
  /** `19.4` */
  readonly version: string;
  /** The newest version that is released; undefined where the side does not say. */
  readonly released?: string | undefined;
  readonly keys: ReadonlyMap<string, KeyFacts>;
  readonly flags: ReadonlyMap<string, FlagFacts>;
  /** What could not be read for certain, in words. */
  readonly doubts: readonly string[];
}

/** A key's identity through renames of spelling and between table and array of tables: case and `[]` do not count. */
export function identity(path: string): string {
  return path.replaceAll('[]', '').toLowerCase();
}

/** A whole file as the schema describes it, or the key that lies at a path of the facts. */
export function isTable(kind: string): boolean {
  return kind === 'table' || kind === 'array-of-tables';
}
