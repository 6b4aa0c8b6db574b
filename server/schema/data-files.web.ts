/** A web worker cannot read files: there the data are in the bundle. */
import { allTexts } from './generated/all-texts';
import examples from './generated/examples.json';
import keys from './generated/keys.json';
import suggestions from './generated/suggestions.json';
import type { SchemaRows } from './rows';
import type { ExampleFile, SuggestionFile, TextFile } from './text-files';

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

/** What completion offers where the runner takes any text. */
export function readSuggestions(): SuggestionFile {
  return suggestions as unknown as SuggestionFile;
}
