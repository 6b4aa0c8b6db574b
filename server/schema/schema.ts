/** The schema of config.toml that everything else asks. */
import { readKeyTable } from './data-files';
import { byFoldedName, fold, keyAt, match } from './lookup';
import { readEnumerations, readFeatureFlags, readKeys, type Table } from './table';
import type { Schema } from './types';
import { validate } from './validate';

let loaded: Schema | undefined;

/** The schema, built at the first call. */
export function loadSchema(): Schema {
  loaded ??= build(readKeyTable());
  return loaded;
}

function build(table: Table): Schema {
  const { root, live, removed } = readKeys(table);
  const enumerations = readEnumerations(table);
  const byPath = new Map(live.map((key) => [key.path, key]));
  const named = byFoldedName(live);
  return {
    root,
    keys: live,
    removedKeys: removed,
    featureFlags: readFeatureFlags(table),
    newestVersion: table.version,
    find: (parent, name) => match(parent.children, name),
    findRemoved: (parent, name) => match(parent.removedChildren, name)?.schema,
    at: (path) => keyAt(root, path),
    byPath: (path) => byPath.get(path),
    named: (name) => named.get(fold(name)) ?? [],
    enumeration: (name) => enumerations.get(name),
    validate,
  };
}
