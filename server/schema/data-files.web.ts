/** A web worker cannot read files: there the data are in the bundle. */
import examples from './generated/examples.json';
import keys from './generated/keys.json';
import texts from './generated/texts.en.json';
import type { SchemaRows } from './rows';
import type { ExampleFile, TextFile } from './texts';

export function readSchemaRows(): SchemaRows {
  return keys as unknown as SchemaRows;
}

export function readTexts(): TextFile {
  return texts as unknown as TextFile;
}

export function readExamples(): ExampleFile {
  return examples as unknown as ExampleFile;
}
