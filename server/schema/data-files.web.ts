/** A web worker cannot read files: there the data are in the bundle. */
import { allTexts } from './generated/all-texts';
import examples from './generated/examples.json';
import keys from './generated/keys.json';
import type { SchemaRows } from './rows';
import type { ExampleFile, TextFile } from './text-files';

/** The rows of all keys. */
export function readSchemaRows(): SchemaRows {
  return keys as unknown as SchemaRows;
}

/** The texts of a language; undefined where there are none in it. */
export function readTexts(language: string): TextFile | undefined {
  return Object.hasOwn(allTexts, language) ? (allTexts[language] as TextFile) : undefined;
}

/** The examples of keys. */
export function readExamples(): ExampleFile {
  return examples as unknown as ExampleFile;
}
