/** A web worker cannot read files: there the client hands them over. */
import { handedOver, required } from '../text/handed-over';
import type { SchemaRows } from './rows';
import type { AliasFile, ExampleFile, SuggestionFile, TextFile } from './text-files';

/** The rows of all keys. */
export function readSchemaRows(): SchemaRows {
  return required('keys.json') as SchemaRows;
}

/** The texts of a language; undefined where there are none in it. */
export function readTexts(language: string): TextFile | undefined {
  return handedOver(`texts.${language}.json`) as TextFile | undefined;
}

/** The examples of keys. */
export function readExamples(): ExampleFile {
  return (handedOver('examples.json') ?? {}) as ExampleFile;
}

/** What completion offers where the runner takes any text. */
export function readSuggestions(): SuggestionFile {
  return required('suggestions.json') as SuggestionFile;
}

/** What keys are called in Chinese; handed over where Chinese is spoken. */
export function readAliases(): AliasFile {
  return (handedOver('aliases.json') ?? {}) as AliasFile;
}
