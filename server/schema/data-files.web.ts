/** A web worker cannot read files: there the data are in the bundle. */
import examples from './generated/examples.json';
import keys from './generated/keys.json';
import texts from './generated/texts.en.json';
import type { SchemaRows } from './rows';
import type { ExampleFile, TextFile } from './text-files';

/** The rows of all keys. */
export function readSchemaRows(): SchemaRows {
  return keys as unknown as SchemaRows;
}

/** The texts in English. */
export function readTexts(): TextFile {
  return texts as unknown as TextFile;
}

/** The examples of keys. */
export function readExamples(): ExampleFile {
  return examples as unknown as ExampleFile;
}
