/** What can be folded: tables with all that is below them, values over several lines, blocks of comments. */
import type { FoldingRange, Position } from 'vscode-languageserver-types';
import type { ConfigDocument } from '../meaning/document';
import type { KeyValue, Span, Value } from '../toml/syntax';
import { FoldingRangeKind } from './kinds';
import { type SectionNode, sectionTree } from './section-tree';

/** The folding ranges of a document by their first line. At most one starts on a line: the longest. `follower`: see section-tree.ts. */
export function foldingRanges(document: ConfigDocument, follower?: Position): FoldingRange[] {
  const folds = new Map<number, FoldingRange>();
  const add = (startLine: number, endLine: number, kind?: FoldingRangeKind) => {
    const known = folds.get(startLine);
    if (endLine <= startLine || (known && known.endLine >= endLine)) return;
    folds.set(startLine, kind ? { startLine, endLine, kind } : { startLine, endLine });
  };
  const line = (offset: number) => document.lines.lineOf(offset);
  const table = ({ header, children, end }: SectionNode) => {
    add(line(header.start), line(end));
    children.forEach(table);
  };
  sectionTree(document, follower).forEach(table);
  const value = (of: Value) => {
    // Most values stand on one line; those need no more than this comparison.
    if (line(of.end) === line(of.start)) return;
    add(line(of.start), lastHiddenLine(document, of));
    if (of.type === 'array') of.items.forEach(value);
    else if (of.type === 'inline-table') pairs(of.pairs);
  };
  const pairs = (all: readonly KeyValue[]) => {
    for (const pair of all) value(pair.value);
  };
  for (const section of document.syntax.sections) pairs(section.pairs);
  addComments(document, add);
  // In YAML the lines of the file are others, and all one in a text in double quotes.
  const inFile = (of: number) => document.position(document.lines.lineStart(of)).line;
  return [...folds.values()]
    .map((fold) => ({ ...fold, startLine: inFile(fold.startLine), endLine: inFile(fold.endLine) }))
    .filter(({ startLine, endLine }) => startLine < endLine)
    .sort((a, b) => a.startLine - b.startLine);
}

/** A last line that only closes the value stays in sight. */
function lastHiddenLine({ text, lines }: ConfigDocument, { start, end }: Span): number {
  const last = lines.lineOf(end);
  const closing = text.slice(lines.lineStart(last), end).trim();
  const closesOnly = /^(?:[\]}][\]}, ]*|"""|''')$/.test(closing);
  return closesOnly && lines.lineOf(start) < last - 1 ? last - 1 : last;
}

function addComments(
  { syntax, lines, text }: ConfigDocument,
  add: (startLine: number, endLine: number, kind: FoldingRangeKind) => void,
): void {
  let first = -1;
  let last = -1;
  const finish = () => {
    if (first >= 0) add(first, last, FoldingRangeKind.Comment);
  };
  for (const comment of syntax.comments) {
    const line = lines.lineOf(comment.start);
    if (text.slice(lines.lineStart(line), comment.start).trim() !== '') continue;
    if (line !== last + 1 || first < 0) {
      finish();
      first = line;
    }
    last = line;
  }
  finish();
}
