/** Edits of whole lines: what a person would do with cut and paste. All offsets are of the document before the edit. */
import type { ConfigDocument } from '../document';
import type { TextEdit } from '../finding';
import type { Section, Span } from '../toml/syntax';

/** The line break that the document uses. */
export function lineBreak(document: ConfigDocument): string {
  return document.text.includes('\r\n') ? '\r\n' : '\n';
}

/** The white space that the line of an offset starts with. */
export function indentationAt(document: ConfigDocument, offset: number): string {
  const start = document.lines.lineStart(document.lines.lineOf(offset));
  return /^[ \t]*/.exec(document.text.slice(start, document.lines.lineEnd(document.lines.lineOf(offset))))?.[0] ?? '';
}

/** The whole lines that a span lies on, with the break after the last one. */
export function wholeLines(document: ConfigDocument, span: Span): Span {
  const first = document.lines.lineOf(span.start);
  const last = document.lines.lineOf(span.end);
  return { start: document.lines.lineStart(first), end: document.lines.lineStart(last + 1) };
}

/** The lines of a span together with the comment lines that stand directly above it. */
export function withLeadingComments(document: ConfigDocument, span: Span): Span {
  const lines = wholeLines(document, span);
  let first = document.lines.lineOf(lines.start);
  while (first > 0 && isCommentLine(document, first - 1)) first--;
  return { start: document.lines.lineStart(first), end: lines.end };
}

function isCommentLine(document: ConfigDocument, line: number): boolean {
  return /^[ \t]*#/.test(document.text.slice(document.lines.lineStart(line), document.lines.lineEnd(line)));
}

/** Whether nothing but white space and a comment shares the lines of a span: only then whole lines may be moved or removed. */
export function standsAlone(document: ConfigDocument, span: Span): boolean {
  const lines = wholeLines(document, span);
  const before = document.text.slice(lines.start, span.start);
  const after = document.text.slice(span.end, lines.end);
  return /^[ \t\uFEFF]*$/.test(before) && /^[ \t]*(?:#.*)?[\r\n]*$/.test(after);
}

/** Removes the lines of a span. */
export function removeLines(document: ConfigDocument, span: Span): TextEdit {
  return { ...wholeLines(document, span), newText: '' };
}

/** The offset behind the last pair of a section (or behind its header), at the start of the next line. */
export function endOfPairs(document: ConfigDocument, section: Section): number {
  const last = section.pairs[section.pairs.length - 1];
  const end = last?.end ?? section.header?.end;
  if (end === undefined) return document.text.startsWith('\uFEFF') ? 1 : 0;
  return document.lines.lineStart(document.lines.lineOf(end) + 1);
}

/** How deep the keys of a section are indented: as its last pair, else two spaces more than its header. */
export function pairIndentation(document: ConfigDocument, section: Section): string {
  const last = section.pairs[section.pairs.length - 1];
  if (last) return indentationAt(document, last.start);
  return section.header ? `${indentationAt(document, section.header.start)}  ` : '';
}

/** Inserts lines (each without its break) before the line that starts at `offset`. */
export function insertLines(document: ConfigDocument, offset: number, lines: readonly string[]): TextEdit {
  const eol = lineBreak(document);
  const text = lines.map((line) => line + eol).join('');
  // At the end of a file whose last line has no break the break comes first.
  const unfinished = offset === document.text.length && offset > 0 && !/[\r\n]$/.test(document.text);
  return { start: offset, end: offset, newText: unfinished ? eol + text.slice(0, -eol.length) : text };
}
