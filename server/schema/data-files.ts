/** The data of the schema, each file read when it is first asked for. */
import { dataFile } from '../text/data-file';
import { languages } from '../text/generated/languages';
import type { SchemaRows } from './rows';
import type { AliasFile, ExampleFile, SuggestionFile, TextFile } from './text-files';

/** The rows of all keys. */
export function readSchemaRows(): SchemaRows {
  return read('keys.json') as SchemaRows;
}

/** The texts of a language; undefined where there are none in it. */
export function readTexts(language: string): TextFile | undefined {
  return languages.includes(language) ? (read(`texts.${language}.json`) as TextFile) : undefined;
}

/** The examples of keys. */
export function readExamples(): ExampleFile {
  return read('examples.json') as ExampleFile;
}

/** What completion offers where the runner takes any text; read at the first such place. */
export function readSuggestions(): SuggestionFile {
  return read('suggestions.json') as SuggestionFile;
}

/** What keys are called in Chinese; read when somebody types so. */
export function readAliases(): AliasFile {
  return read('aliases.json') as AliasFile;
}

const read = (name: string): unknown => dataFile(require, name);
