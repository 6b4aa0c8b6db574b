/** Finds keys as the runner's decoder does: a name to the letter first, then ignoring case. */
import type { KeySchema, Match } from './types';

/**
 * The spelling under which two names are the same to Go's `strings.EqualFold`, for names whose canonical spelling is
 * ASCII: beyond upper and lower case, the long s is an s and the Kelvin sign a k.
 */
export function fold(name: string): string {
  return name.replaceAll('ſ', 's').toLowerCase();
}

/** Groups keys by their folded name. */
export function byFoldedName(keys: Iterable<KeySchema>): Map<string, KeySchema[]> {
  const groups = new Map<string, KeySchema[]>();
  for (const key of keys) {
    const folded = fold(key.name);
    const group = groups.get(folded);
    if (group) group.push(key);
    else groups.set(folded, [key]);
  }
  return groups;
}

const foldedChildren = new WeakMap<ReadonlyMap<string, KeySchema>, Map<string, KeySchema[]>>();

/** The key `name` among `children`. */
export function match(children: ReadonlyMap<string, KeySchema>, name: string): Match | undefined {
  const exact = children.get(name);
  if (exact) return { schema: exact, exact: true };
  if (children.size === 0) return undefined;
  let folded = foldedChildren.get(children);
  if (!folded) {
    folded = byFoldedName(children.values());
    foldedChildren.set(children, folded);
  }
  const schema = folded.get(fold(name))?.[0];
  return schema?.caseInsensitive ? { schema, exact: false } : undefined;
}

/** The key at a document's path. Values and maps have no keys below, so whatever is under them is none. */
export function keyAt(root: KeySchema, path: readonly string[]): KeySchema | undefined {
  let key: KeySchema | undefined = root;
  for (const name of path) {
    key = key && match(key.children, name)?.schema;
  }
  return key;
}

/** The key with a schema path (`runners[].docker.image`) that stands in live tables all the way. */
export function keyInTables(root: KeySchema, path: string): KeySchema | undefined {
  let key: KeySchema | undefined = root;
  for (const name of path.split('.')) key = key?.children.get(name.endsWith('[]') ? name.slice(0, -2) : name);
  return key?.path === path ? key : undefined;
}
