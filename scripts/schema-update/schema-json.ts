/** The shape of schemas/config.schema.json and schemas/feature-flags.json, and a walk over the keys in it. */

export const KEYWORD = 'x-gitlab-runner';

/** What we say of a key beside JSON Schema's own keywords. */
export interface Notes {
  kind: string;
  since: string;
  itemKind?: string;
  match?: string;
  caseInsensitive?: boolean;
  removed?: string;
  deprecatedSince?: string;
  executors?: string[];
  docs?: string;
  flag?: string;
  env?: string;
  enumeration?: string;
  /** The kinds that the key has had, oldest first, where there was more than one. */
  kindHistory?: { since: string; kind: string; itemKind?: string }[];
  /** Of a table: keys that an older runner knew. */
  removedKeys?: Record<string, Notes>;
  [other: string]: unknown;
}

export interface Node {
  $ref?: string;
  type?: string;
  properties?: Record<string, Node>;
  additionalProperties?: boolean;
  items?: Node;
  default?: unknown;
  deprecated?: boolean;
  [KEYWORD]?: Notes;
  [other: string]: unknown;
}

export interface SchemaFile extends Node {
  description: string;
  $defs: Record<string, unknown>;
  [KEYWORD]: Notes & { version: string; released: string };
}

export interface FlagEntry {
  name: string;
  default?: boolean;
  since: string;
  removed?: string;
  deprecated?: boolean;
  deprecatedSince?: string;
  toBeRemovedWith?: string;
  /** The defaults that the flag has had, oldest first, where there was more than one. */
  defaultHistory?: { since: string; default?: boolean }[];
  docs: string;
  [other: string]: unknown;
}

/** The keys of a table or array of tables; undefined for anything else. */
export function propertiesOf(node: Node): Record<string, Node> | undefined {
  return node.properties ?? node.items?.properties;
}

/** What is said of a key; every key in the file has it. */
export function notesOf(node: Node): Notes {
  const notes = node[KEYWORD];
  if (!notes) throw new Error(`a key of config.schema.json without ${KEYWORD}`);
  return notes;
}

/** Each live key with its path, its name and the node of its table. */
export function* keysOf(table: Node, above = ''): Generator<{ path: string; name: string; node: Node; table: Node }> {
  for (const [name, node] of Object.entries(propertiesOf(table) ?? {})) {
    const suffix = notesOf(node).kind === 'array-of-tables' ? '[]' : '';
    const path = `${above && `${above}.`}${name}${suffix}`;
    yield { path, name, node, table };
    yield* keysOf(node, path);
  }
}
