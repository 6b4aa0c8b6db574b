/** Moves a pair, with the comment above it and the one behind it, to the table it belongs to. */
import type { ConfigDocument } from '../meaning/document';
import type { TextEdit } from '../text/edit';
import type { TableNode } from '../toml/model';
import type { Key, KeySegment, KeyValue, Section, Span } from '../toml/syntax';
import { keyText } from '../toml/write';
import { headerLine } from './headers';
import { removeItem } from './list-items';
import {
  addToSection,
  deeper,
  indentationAt,
  lineBreak,
  pairIndentation,
  removedLines,
  standsAlone,
  textStart,
  withLeadingComments,
} from './text-lines';

/** Where a pair goes: a section that is there, or a new table below one that is there. */
export type Target =
  | { readonly section: Section }
  | { readonly below: Section; readonly header: readonly string[]; readonly array: boolean };

/** The edits of the move of a pair of `from`, or undefined when other text would suffer. */
export function movePair(
  document: ConfigDocument,
  pair: KeyValue,
  from: TableNode,
  target: Target,
  newName?: string,
): TextEdit[] | undefined {
  if ('section' in target && target.section.pairs.includes(pair)) return [withoutPrefix(pair, newName)];
  if (!standsAlone(document, pair)) return moveOutOfBraces(document, pair, from, target, newName);
  const lines = withLeadingComments(document, pair);
  const removal: TextEdit = { ...removedLines(document, lines), newText: '' };
  const insertion = insertionAt(document, target, (indentation) =>
    movedLines(document, pair, lines, indentation, newName),
  );
  if (insertion.start > removal.start && insertion.start < removal.end) return undefined;
  // When the file is this pair alone nothing is left that a break would have to follow.
  if (
    removal.start === textStart(document) &&
    insertion.start === document.text.length &&
    insertion.start === removal.end
  ) {
    return [{ ...removal, newText: insertion.newText.replace(/^\r?\n/, '') }];
  }
  return insertion.start <= removal.start ? [insertion, removal] : [removal, insertion];
}

/** `docker.limit = 2` that belongs where it stands, as `limit = 2`. */
function withoutPrefix({ key }: KeyValue, newName: string | undefined): TextEdit {
  const last = lastPart(key);
  return newName === undefined
    ? { start: key.start, end: last.start, newText: '' }
    : { start: key.start, end: key.end, newText: keyText(newName) };
}

/** A pair of an inline table that shares its line with others. */
function moveOutOfBraces(
  document: ConfigDocument,
  pair: KeyValue,
  { inline }: TableNode,
  target: Target,
  newName: string | undefined,
): TextEdit[] | undefined {
  const removal = inline && removeItem(document, { ...inline, items: inline.pairs }, pair);
  if (!removal) return undefined;
  const insertion = insertionAt(document, target, (indentation) =>
    movedLines(document, pair, pair, indentation, newName),
  );
  if (insertion.start > removal.start && insertion.start < removal.end) return undefined;
  return [removal, insertion].sort((a, b) => a.start - b.start);
}

function lastPart({ segments }: Key): KeySegment {
  return segments[segments.length - 1] as KeySegment;
}

/**
 * The lines in one string, without the last break. Those of the value may be a script and stay as they are: only the
 * comment lines and the line that the pair starts on are indented anew.
 */
export function movedLines(
  document: ConfigDocument,
  pair: KeyValue,
  lines: Span,
  indentation: string,
  newName?: string,
): string {
  const { text } = document;
  const comments = text.slice(lines.start, pair.start).replace(/[ \t]+$/, '');
  const name = newName === undefined ? text.slice(lastPart(pair.key).start, pair.key.end) : keyText(newName);
  const rest = text.slice(pair.key.end, lines.end).replace(/\r?\n$/, '');
  const indented = comments
    .split(/\r?\n/)
    .map((line) => line && indentation + line.trimStart())
    .join(lineBreak(document));
  return `${indented}${indentation}${name}${rest}`;
}

/** Adds lines to the target; `moved` gives them for an indentation. */
export function insertionAt(
  document: ConfigDocument,
  target: Target,
  moved: (indentation: string) => string,
): TextEdit {
  if ('section' in target) {
    const { section } = target;
    return addToSection(document, section, [moved(pairIndentation(document, section))]);
  }
  const { header } = target.below;
  const indentation = header ? nested(document, target.below) : '';
  const line = indentation + headerLine(target.header, target.array);
  return addToSection(document, target.below, [line, moved(deeper(document, indentation))]);
}

/** The indentation of a new header: where others are flush it is flush, else as the pairs of the table around it. */
function nested(document: ConfigDocument, around: Section): string {
  const flush = document.syntax.sections.every(({ header }) => !header || indentationAt(document, header.start) === '');
  const several = document.syntax.sections.filter(({ header }) => header && header.key.segments.length > 1).length > 0;
  return flush && several ? '' : pairIndentation(document, around);
}
