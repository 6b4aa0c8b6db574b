/** What the tests of configurations in YAML share: a YAML text with a `|` cursor, and edits applied to the whole file. */
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, TextEdit as LspTextEdit } from 'vscode-languageserver-types';
import { InsertTextFormat } from 'vscode-languageserver-types';
import { createDocument } from '../../server/meaning/create-document';
import type { ConfigDocument } from '../../server/meaning/document';
import { type HostFile, readFile, touches } from '../../server/meaning/host-file';
import type { TextEdit } from '../../server/text/edit';
import { readCursor } from './cursor';
import { expandSnippet } from './features/accept';

export const URI = 'file:///project/values.yaml';

export interface AtCursor {
  readonly text: string;
  readonly file: HostFile;
  /** The configuration at the cursor; undefined where there is none. */
  readonly document: ConfigDocument | undefined;
  /** Offset of the cursor in the configuration's text. */
  readonly offset: number;
}

/** Reads a YAML text with a cursor. A `|` behind a key, as in `config: |`, begins a block and is no cursor. */
export function atCursor(marked: string): AtCursor {
  const hidden = marked.replace(/(?<=: )\|(?=[-+\d]*[ \t]*\r?\n)/g, '\0');
  const { text: hiddenText, offset } = readCursor(hidden);
  const text = hiddenText.replaceAll('\0', '|');
  const file = readFile(URI, text, 'yaml');
  const position = TextDocument.create(URI, 'yaml', 1, text).positionAt(offset);
  const document = file.documents.find((each) => touches(each, { start: position, end: position }));
  return { text, file, document, offset: document?.offset(position) ?? -1 };
}

/** The same where the cursor must stand in a configuration. */
export function inConfiguration(marked: string): AtCursor & { document: ConfigDocument } {
  const { document, ...rest } = atCursor(marked);
  assert.ok(document, `the cursor is in no configuration: ${marked}`);
  return { ...rest, document };
}

/** The one configuration of a YAML text. */
export function onlyConfiguration(yaml: string): ConfigDocument {
  const { documents } = readFile(URI, yaml, 'yaml');
  assert.equal(documents.length, 1, yaml);
  return documents[0] as ConfigDocument;
}

/** The whole file after edits of one of its configurations. */
export function editedFile(yaml: string, document: ConfigDocument, edits: readonly TextEdit[]): string {
  return applyToFile(yaml, document.edits(edits));
}

/** The whole file after edits of the protocol; edits that overlap are refused, as an editor does. */
export function applyToFile(yaml: string, edits: readonly LspTextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(URI, 'yaml', 1, yaml), [...edits]);
}

/** The whole file after a completion item was accepted. */
export function acceptInFile(
  yaml: string,
  { textEdit, additionalTextEdits, insertTextFormat }: CompletionItem,
): string {
  assert.ok(textEdit && 'range' in textEdit);
  const snippet = insertTextFormat === InsertTextFormat.Snippet;
  const newText = snippet ? expandSnippet(textEdit.newText) : textEdit.newText;
  return applyToFile(yaml, [{ range: textEdit.range, newText }, ...(additionalTextEdits ?? [])]);
}

/** The text that a range of the protocol covers. */
export function covered(yaml: string, range: LspTextEdit['range']): string {
  return TextDocument.create(URI, 'yaml', 1, yaml).getText(range);
}

/** A whole file with this name. */
export function fileNamed(name: string, text: string): ConfigDocument {
  return createDocument(`file:///project/${name}`, text);
}
