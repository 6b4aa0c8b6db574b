/** Reads and writes the files of schemas/ that an update touches. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stringify } from '../generate-schema.mjs';
import type { Entries, TextEntry } from './edit-texts';
import type { FlagEntry, SchemaFile } from './schema-json';

export interface SchemasFolder {
  readonly schema: SchemaFile;
  flags: FlagEntry[];
  /** One list of files a language. */
  readonly texts: readonly (readonly Entries<TextEntry>[])[];
  /** Ends with new.json, which takes what belongs to no other file. */
  readonly examples: readonly Entries<readonly string[]>[];
}

const SCHEMA = 'config.schema.json';
const FLAGS = 'feature-flags.json';
/** Texts about values of enumerations, which an update does not know. */
const NOT_ABOUT_KEYS = 'values.json';
const NEW = 'new.json';

export function readSchemas(folder: string): SchemasFolder {
  const languages = join(folder, 'texts');
  return {
    schema: readJson(join(folder, SCHEMA)),
    flags: readJson(join(folder, FLAGS)),
    texts: readdirSync(languages)
      .sort()
      .map((language) => readEntries<TextEntry>(join(languages, language)).filter(({ name }) => !isAboutValues(name))),
    examples: readExamples(join(folder, 'examples')),
  };
}

function isAboutValues(path: string): boolean {
  return basename(path) === NOT_ABOUT_KEYS;
}

function readExamples(folder: string): Entries<readonly string[]>[] {
  const files = readEntries<readonly string[]>(folder).filter(({ name }) => basename(name) !== NEW);
  const path = join(folder, NEW);
  return [...files, { name: path, entries: existsSync(path) ? readJson(path) : {} }];
}

function readEntries<T>(folder: string): Entries<T>[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name: join(folder, name), entries: readJson(join(folder, name)) }));
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Writes what has changed and returns the paths. */
export function writeSchemas(folder: string, schemas: SchemasFolder): string[] {
  const files: [path: string, text: string][] = [
    [join(folder, SCHEMA), stringify(schemas.schema)],
    [join(folder, FLAGS), stringify(schemas.flags)],
    ...schemas.texts.flat().map(({ name, entries }) => [name, JSON.stringify(entries, null, 2)] as [string, string]),
    ...schemas.examples
      .filter(({ name, entries }) => existsSync(name) || Object.keys(entries).length > 0)
      .filter(({ name, entries }) => !holds(name, entries))
      .map(({ name, entries }) => [name, stringify(entries)] as [string, string]),
  ];
  const changed = files.filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== `${text}\n`);
  for (const [path, text] of changed) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}\n`);
  }
  return changed.map(([path]) => path);
}

/** Whether a file says the same already, however it is laid out. */
function holds(path: string, entries: object): boolean {
  return existsSync(path) && JSON.stringify(readJson(path)) === JSON.stringify(entries);
}
