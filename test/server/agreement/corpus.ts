/** The files of the corpus as text, and all that an editor asks about one. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '../../../server/check/check';
import { codeActions } from '../../../server/features/code-actions';
import { completion, resolveCompletion } from '../../../server/features/completion';
import { diagnostics, toDiagnostic } from '../../../server/features/diagnostics';
import { documentHighlights } from '../../../server/features/document-highlights';
import { documentLinks } from '../../../server/features/document-links';
import { documentSymbols } from '../../../server/features/document-symbols';
import { foldingRanges } from '../../../server/features/folding-ranges';
import { formatDocument, formatOnType } from '../../../server/features/formatting';
import { documentationLink, hover } from '../../../server/features/hover';
import { selectionRanges } from '../../../server/features/selection-ranges';
import { readConfiguration } from '../../../server/meaning/configuration';
import type { Context } from '../../../server/meaning/context';
import { createContext } from '../../../server/meaning/context';
import { createDocument } from '../../../server/meaning/create-document';
import type { ConfigDocument } from '../../../server/meaning/document';
import { forTarget } from '../../../server/meaning/target';
import { counted } from '../../counted';
import { SHARED } from '../../shared';
import { said } from '../said';

const CORPUS = `${SHARED}/corpus`;
/** For `test(…, { skip })`: the reason when the corpus is not here, said aloud once a file. */
export const skip = existsSync(CORPUS) ? false : `${CORPUS} is not here: real files are NOT checked`;
if (skip) console.error(`*** ${skip} ***`);

const context: Context = createContext({ snippets: true });
const options = { tabSize: 2, insertSpaces: true };

export interface CorpusFile {
  readonly name: string;
  readonly text: string;
}

/** Every file, whatever it is. */
export function corpus(): CorpusFile[] {
  const names = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(CORPUS, name)).isFile()).sort();
  return counted(files).map((name) => ({ name, text: readFileSync(join(CORPUS, name), 'utf8') }));
}

export function isToml({ name }: CorpusFile): boolean {
  return name.startsWith('toml/');
}

/** Runs an act and names the file when it throws. */
export function inFile(name: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    assert.fail(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

/** Parses and checks, as after a keystroke. */
export function check(text: string): ConfigDocument {
  const document = createDocument('file:///config.toml', text);
  diagnostics(
    [{ found: checkDocument(document, context).map((finding) => ({ finding, range: document.range })), overrides: {} }],
    said,
    (each, overrides) => toDiagnostic(document.uri, each, said, overrides),
  );
  return document;
}

/** All that is asked of a whole document, fixes included. */
export function askAll(document: ConfigDocument): void {
  const all = { start: 0, end: document.text.length };
  documentSymbols(document, context);
  foldingRanges(document);
  documentLinks(document);
  formatDocument(document, options);
  codeActions(readConfiguration(document), all, context, { only: undefined, overrides: {} });
  codeActions(readConfiguration(document), all, context, { only: ['source.fixAll'], overrides: {} });
}

/** All that is asked at a place. */
export function askAt(document: ConfigDocument, offset: number): void {
  for (const item of completion(document, offset, forTarget(document, context)).slice(0, 2))
    resolveCompletion(item, context);
  hover(document, offset, forTarget(document, context));
  documentationLink(document, offset, context);
  documentHighlights(document, offset);
  selectionRanges(document, [offset]);
  formatOnType(document, offset, '\n', options);
}
