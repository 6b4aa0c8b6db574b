/** What schemas/ says, in the shape that is compared. */
import { parseDuration } from '../../server/values/go-duration';
import { type FlagEntry, KEYWORD, keysOf, type Node, notesOf, type SchemaFile } from './schema-json';
import type { Facts, FlagFacts, KeyFacts } from './types';

/** The live keys and feature flags of schemas/. */
export function schemaFacts(schema: SchemaFile, flags: readonly FlagEntry[]): Facts {
  const keys = new Map<string, KeyFacts>();
  for (const { path, name, node } of keysOf(schema)) keys.set(path, keyFacts(path, name, node));
  return {
    version: schema[KEYWORD].version,
    released: schema[KEYWORD].released,
    keys,
    flags: new Map(flags.filter((flag) => !flag.removed).map((flag) => [flag.name, flagFacts(flag)])),
    doubts: [],
  };
}

function keyFacts(path: string, name: string, node: Node): KeyFacts {
  const notes = notesOf(node);
  return {
    path,
    name,
    kind: notes.kind,
    itemKind: notes.itemKind,
    match: notes.match === 'field-name' ? 'field-name' : 'tag',
    int32: node.$ref === '#/$defs/int32',
    caseInsensitive: notes.caseInsensitive !== false,
    deprecated: node.deprecated === true,
    default: notes.kind === 'duration' ? nanoseconds(node.default) : node.default,
    flag: notes.flag,
    env: notes.env,
  };
}

/** Two ways to write a duration are the same default. */
function nanoseconds(value: unknown): unknown {
  return typeof value === 'string' ? (parseDuration(value) ?? value) : value;
}

function flagFacts(flag: FlagEntry): FlagFacts {
  return {
    name: flag.name,
    default: flag.default,
    deprecated: flag.deprecated === true,
    toBeRemovedWith: flag.toBeRemovedWith,
  };
}
