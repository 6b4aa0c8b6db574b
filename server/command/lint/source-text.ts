/** A file as the service is shown it, and the edits of its answers made. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { SourceText } from '../../service';
import { applyEdits } from '../../text/edit';
import { Lines } from '../../text/lines';
import { languageOf } from './check-file';
import type { SourceFile } from './files';

export function sourceText(file: SourceFile): SourceText {
  return { uri: file.name, languageId: languageOf(file), version: 0, getText: () => file.text };
}

/** From the first character to the last. */
export function wholeRange(text: string): Range {
  return new Lines(text).range({ start: 0, end: text.length });
}

/** The text with edits, which do not overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = new Lines(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), newText })),
  );
}
