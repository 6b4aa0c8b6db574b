/** Edits of whole lines: what a person would do with cut and paste. All offsets are of the document before the edit. */
import type { ConfigDocument } from '../meaning/document';
import type { TextEdit } from '../text/edit';
import type { Section, Span } from '../toml/syntax';

/** The line break that the document uses: of its first line. */
export function lineBreak(document: ConfigDocument): string {
  const first = document.text.indexOf('\n');
  return first > 0 && document.text.charAt(first - 1) === '\r' ? '\r\n' : '\n';
}

/** Where the text begins: behind a byte order mark, which stays where it is. */
export function textStart(document: ConfigDocument): number {
  return document.text.startsWith('\uFEFF') ? 1 : 0;
}

function lineStart(document: ConfigDocument, line: number): number {
  return line === 0 ? textStart(document) : document.lines.lineStart(line);
}

/** A line without its break. */
function lineText(document: ConfigDocument, line: number): string {
  return document.text.slice(lineStart(document, line), document.lines.lineEnd(line));
}

/** The white space that the line of an offset starts with. */
export function indentationAt(document: ConfigDocument, offset: number): string {
  return /^[ \t]*/.exec(lineText(document, document.lines.lineOf(offset)))?.[0] ?? '';
}

/** The whole lines that a span lies on, with the break after the last one. */
export function wholeLines(document: ConfigDocument, span: Span): Span {
  const first = document.lines.lineOf(span.start);
  const last = document.lines.lineOf(span.end);
  return { start: lineStart(document, first), end: document.lines.lineStart(last + 1) };
}

/** The lines of a span together with the comment lines that stand directly above it. */
export function withLeadingComments(document: ConfigDocument, span: Span): Span {
  const lines = wholeLines(document, span);
  let first = document.lines.lineOf(span.start);
  while (first > 0 && /^[ \t]*#/.test(lineText(document, first - 1))) first--;
  return { start: lineStart(document, first), end: lines.end };
}

/** The comments directly above a span, a line each without its white space around. */
export function commentsAbove(document: ConfigDocument, span: Span): string[] {
  const { start } = withLeadingComments(document, span);
  const above = document.text.slice(start, wholeLines(document, span).start);
  return above.split('\n').flatMap((line) => line.trim() || []);
}

/** The comment behind a span, with the white space before it; empty where there is none. */
export function commentBehind(document: ConfigDocument, { end }: Span): string {
  const rest = document.text.slice(end, document.lines.lineEnd(document.lines.lineOf(end)));
  return /^[ \t]*#/.test(rest) ? rest.trimEnd() : '';
}

/** Whole lines together with the blank ones above them. */
export function withBlankLines(document: ConfigDocument, { start, end }: Span): Span {
  let first = document.lines.lineOf(start);
  while (first > 0 && lineText(document, first - 1).trim() === '') first--;
  return { start: lineStart(document, first), end };
}

/** Whether nothing but white space and a comment shares the lines of a span: only then whole lines may be moved or removed. */
export function standsAlone(document: ConfigDocument, span: Span): boolean {
  const lines = wholeLines(document, span);
  const before = document.text.slice(lines.start, span.start);
  const after = document.text.slice(span.end, lines.end);
  return /^[ \t]*$/.test(before) && /^[ \t]*(?:#.*)?[\r\n]*$/.test(after);
}

/** Removes the lines of a span. The last line of a file that ends without a break takes the breaks before it along. */
export function removeLines(document: ConfigDocument, span: Span): TextEdit {
  return { ...removedLines(document, wholeLines(document, span)), newText: '' };
}

/** What to cut for whole lines to be gone, the end of the file staying without a break as it was. */
export function removedLines(document: ConfigDocument, lines: Span): Span {
  const { text } = document;
  if (lines.end < text.length || /[\r\n]$/.test(text)) return lines;
  let { start } = lines;
  while (start > textStart(document) && /\s/.test(text.charAt(start - 1))) start--;
  return { start, end: lines.end };
}

/** How deep the keys of a section are indented: as its last pair, else as much deeper than its header as others are. */
export function pairIndentation(document: ConfigDocument, section: Section): string {
  const last = section.pairs[section.pairs.length - 1];
  if (last) return indentationAt(document, last.start);
  return section.header ? deeper(document, indentationAt(document, section.header.start)) : '';
}

/** The indentation of what stands in a table whose header has this indentation: as elsewhere in the document, else two spaces. */
export function deeper(document: ConfigDocument, indentation: string): string {
  let step = steps.get(document);
  if (step === undefined) {
    step = stepOf(document);
    steps.set(document, step);
  }
  return indentation + step;
}

/** Of each document once: all that is added to it asks. */
const steps = new WeakMap<ConfigDocument, string>();

function stepOf(document: ConfigDocument): string {
  for (const { header, pairs } of document.syntax.sections) {
    const [pair] = pairs;
    if (!header || !pair) continue;
    const outer = indentationAt(document, header.start);
    const inner = indentationAt(document, pair.start);
    if (inner.startsWith(outer)) return inner.slice(outer.length);
  }
  return '  ';
}

/** Adds lines (each without its break) behind the last pair of a section, or behind its header. */
export function addToSection(document: ConfigDocument, section: Section, lines: readonly string[]): TextEdit {
  const last = section.pairs[section.pairs.length - 1] ?? section.header;
  if (!last) return addAtTop(document, lines);
  return insertLines(document, document.lines.lineStart(document.lines.lineOf(last.end) + 1), lines);
}

/** A file without a global key: behind the comments that a blank line sets off from the first table, and set off likewise. */
function addAtTop(document: ConfigDocument, lines: readonly string[]): TextEdit {
  const { count } = document.lines;
  const isBlank = (line: number) => line < count && lineText(document, line).trim() === '';
  let line = 0;
  while (line < count && /^[ \t]*#/.test(lineText(document, line))) line++;
  if (line > 0 && isBlank(line)) line++;
  else line = 0;
  const rest = document.text.slice(lineStart(document, line)).trim() !== '';
  return insertLines(document, lineStart(document, line), rest && !isBlank(line) ? [...lines, ''] : lines);
}

/** Inserts lines (each without its break) before the line that starts at `offset`. */
export function insertLines(document: ConfigDocument, offset: number, lines: readonly string[]): TextEdit {
  const eol = lineBreak(document);
  const text = lines.map((line) => line + eol).join('');
  // At the end of a file whose last line has no break the break comes first.
  const unfinished = offset === document.text.length && offset > textStart(document) && !/[\r\n]$/.test(document.text);
  return { start: offset, end: offset, newText: unfinished ? eol + text.slice(0, -eol.length) : text };
}
