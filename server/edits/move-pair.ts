/** Moves a pair, with the comment above it and the one behind it, to the table it belongs to. */
import type { ConfigDocument } from '../document';
import type { TextEdit } from '../finding';
import type { TableNode } from '../toml/model';
import type { KeyValue, Section } from '../toml/syntax';
import { headerLine } from './headers';
import {
  endOfPairs,
  indentationAt,
  insertLines,
  lineBreak,
  pairIndentation,
  standsAlone,
  withLeadingComments,
} from './text-lines';

/** Where a pair goes: a section that is there, or a new table below one that is there. */
export type Target =
  | { readonly section: Section }
  | { readonly below: Section; readonly header: readonly string[]; readonly array: boolean };

/** The edits of the move, or undefined when the pair does not have its lines for itself. */
export function movePair(document: ConfigDocument, pair: KeyValue, target: Target): TextEdit[] | undefined {
  if (!standsAlone(document, pair)) return undefined;
  const lines = withLeadingComments(document, pair);
  const from = indentationAt(document, pair.start);
  const texts = document.text
    .slice(lines.start, lines.end)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  const moved = (to: string): string[] => {
    // The lines of the value itself may be a script: only the comment lines and the first line of the pair are indented anew.
    const pairLine = document.lines.lineOf(pair.start) - document.lines.lineOf(lines.start);
    return texts.map((text, index) =>
      index <= pairLine ? to + text.slice(Math.min(from.length, indent(text))) : text,
    );
  };
  const removal: TextEdit = { ...lines, newText: '' };
  if (lines.end === document.text.length && !/\n$/.test(document.text) && lines.start > 0) {
    // The last line of a file without a final break takes the break before it along.
    return withoutOverlap(document, { ...removal, start: lines.start - lineBreak(document).length }, target, moved);
  }
  return withoutOverlap(document, removal, target, moved);
}

function withoutOverlap(
  document: ConfigDocument,
  removal: TextEdit,
  target: Target,
  moved: (indentation: string) => string[],
): TextEdit[] | undefined {
  const insertion = insertionAt(document, target, moved);
  if (insertion.start > removal.start && insertion.start < removal.end) return undefined;
  return insertion.start <= removal.start ? [insertion, removal] : [removal, insertion];
}

function insertionAt(document: ConfigDocument, target: Target, moved: (indentation: string) => string[]): TextEdit {
  if ('section' in target) {
    const { section } = target;
    return insertLines(document, endOfPairs(document, section), moved(pairIndentation(document, section)));
  }
  const indentation = target.below.header ? `${indentationAt(document, target.below.header.start)}  ` : '';
  const header = indentation + headerLine(target.header, target.array);
  return insertLines(document, endOfPairs(document, target.below), [header, ...moved(`${indentation}  `)]);
}

function indent(text: string): number {
  return /^[ \t]*/.exec(text)?.[0].length ?? 0;
}

/** The section whose header names exactly this table, if one does. */
export function ownSection(table: TableNode): Section | undefined {
  return table.sections[0];
}
