/** The schema of config.toml that everything else asks. */

import { readKeyTable } from './data-files';
import { byFoldedName, fold, keyAt, match } from './lookup';
import { readEnumerations, readFeatureFlags, readKeys, type Table } from './table';
import type { Schema } from './types';
import { validate } from './validate';
import { parseVersion, type Version, versionText } from './version';

const built = new Map<string, Schema>();

/** The schema as the newest runner has it, or another version; built at the first call for it. */
export function loadSchema(version?: Version): Schema {
  const name = version ? versionText(version) : '';
  let schema = built.get(name);
  if (!schema) {
    schema = build(readKeyTable(), version);
    built.set(name, schema);
    built.set(versionText(schema.version), schema);
  }
  return schema;
}

function build(table: Table, wanted: Version | undefined): Schema {
  const version = wanted ?? (parseVersion(table.version) as Version);
  const { root, live, removed } = readKeys(table, version);
  const enumerations = readEnumerations(table);
  const byPath = new Map(live.map((key) => [key.path, key]));
  const named = byFoldedName(live);
  return {
    version,
    root,
    keys: live,
    removedKeys: removed,
    featureFlags: readFeatureFlags(table, version),
    newestVersion: table.version,
    releases: table.releases,
    toml11Since: table.toml11,
    completionOrder: table.order,
    find: (parent, name) => match(parent.children, name),
    findRemoved: (parent, name) => match(parent.removedChildren, name)?.schema,
    findNewer: (parent, name) => match(parent.newerChildren, name)?.schema,
    of: loadSchema,
    newest: () => loadSchema(),
    at: (path) => keyAt(root, path),
    byPath: (path) => byPath.get(path),
    named: (name) => named.get(fold(name)) ?? [],
    enumeration: (name) => enumerations.get(name),
    validate,
  };
}
