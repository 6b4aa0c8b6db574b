/** The schema of config.toml that everything else asks. */

import { once } from '../text/once';
import { readSchemaRows } from './data-files';
import { byFoldedName, fold, keyAt, keyInTables, match } from './lookup';
import { readFeatureFlags } from './read-flags';
import { readKeys } from './read-keys';
import type { SchemaRows } from './rows';
import type { KeySchema, Schema } from './types';
import { validate } from './validate';
import { parseVersion, type Version, versionText } from './version';

const built = new Map<string, Schema>();

const readRows = once(readSchemaRows);

/** The schema as the newest runner has it, or another version; built at the first call for it. */
export function loadSchema(version?: Version): Schema {
  const name = version ? versionText(version) : '';
  let schema = built.get(name);
  if (!schema) {
    const rows = readRows();
    const wanted = version ?? versionOf(rows.version);
    schema = build(rows, wanted, wanted);
    built.set(name, schema);
    built.set(versionText(schema.version), schema);
  }
  return schema;
}

/**
 * The schema for a file of which nobody says what runner it is for: as the newest released one has it. What the facts know of
 * the one that is being made is not deprecated or gone yet, but its new keys and flags are there, since such a file may well
 * be for it.
 */
export const loadDefaultSchema = once((): Schema => {
  const rows = readRows();
  return build(rows, versionOf(rows.released), versionOf(rows.version));
});

function build(rows: SchemaRows, version: Version, known: Version): Schema {
  const keys = readKeys(rows, version, known);
  const { root } = keys;
  const enumerations = new Map(rows.enumerations.map((enumeration) => [enumeration.name, enumeration]));
  const inLists = once(() => new Map(keys.live.map((key) => [key.path, key])));
  const byPath = new Map<string, KeySchema>();
  const named = once(() => byFoldedName(keys.live));
  const flags = once(() => readFeatureFlags(rows, version, known));
  return {
    version,
    root,
    get keys() {
      return keys.live;
    },
    get removedKeys() {
      return keys.removed;
    },
    get featureFlags() {
      return flags();
    },
    newestVersion: rows.version,
    released: versionOf(rows.released),
    releases: rows.releases,
    toml11Since: rows.toml11Since,
    completionOrder: rows.completionOrder,
    secrets: rows.secrets,
    secretWords: rows.secretWords,
    find: (parent, name) => match(parent.children, name),
    findRemoved: (parent, name) => match(parent.removedChildren, name)?.schema,
    findNewer: (parent, name) => match(parent.newerChildren, name)?.schema,
    of: loadSchema,
    newest: () => loadSchema(),
    at: (path) => keyAt(root, path),
    byPath: (path) => {
      // Rules ask for the same few at each table.
      const known = byPath.get(path);
      if (known) return known;
      const key = keyInTables(root, path) ?? inLists().get(path);
      if (key) byPath.set(path, key);
      return key;
    },
    named: (name) => named().get(fold(name)) ?? [],
    enumeration: (name) => enumerations.get(name),
    validate,
  };
}

function versionOf(text: string): Version {
  const version = parseVersion(text);
  if (!version) throw new Error(`keys.json is of no version but ${text}`);
  return version;
}
