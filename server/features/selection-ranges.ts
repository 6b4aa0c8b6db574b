/** What "expand selection" selects, step by step. */

import type { SelectionRange } from 'vscode-languageserver-types';
import type { ConfigDocument } from '../meaning/document';
import { locate, sectionAt } from '../meaning/locate';
import { firstAround } from '../text/search';
import type { Key, KeyValue, Span, StringValue, Value } from '../toml/syntax';
import { commentsBetween, type SectionNode, sectionTree } from './section-tree';

/** For each offset the ranges around it, from the innermost outwards to the whole document. */
export function selectionRanges(document: ConfigDocument, offsets: readonly number[]): SelectionRange[] {
  const tree = sectionTree(document);
  return offsets.map((offset) => {
    const spans: Span[] = [];
    addTables(tree, offset, spans);
    const section = sectionAt(document, offset);
    const { header } = section;
    const place = locate(document, offset);
    if (place.kind === 'comment') addComment(document, place.comment, spans);
    else if (header && holds(header, offset)) {
      spans.push(header);
      addKey(header.key, offset, spans);
    } else addPairs(document, section.pairs, offset, spans);
    return chain(document, { start: 0, end: document.text.length }, spans);
  });
}

/** Links spans, outermost first. A span that is empty, repeats the one around it or reaches out of it is left out. */
function chain(document: ConfigDocument, whole: Span, inner: readonly Span[]): SelectionRange {
  let outer = whole;
  let selection: SelectionRange = { range: document.range(whole) };
  for (const span of inner) {
    const same = span.start === outer.start && span.end === outer.end;
    if (same || span.end <= span.start || span.start < outer.start || span.end > outer.end) continue;
    selection = { range: document.range(span), parent: selection };
    outer = span;
  }
  return selection;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function addTables(nodes: readonly SectionNode[], offset: number, spans: Span[]): void {
  const node = nodes.find(({ header, end }) => holds({ start: header.start, end }, offset));
  if (!node) return;
  spans.push({ start: node.header.start, end: node.end });
  const own = { start: node.header.start, end: node.ownEnd };
  if (holds(own, offset)) spans.push(own);
  else addTables(node.children, offset, spans);
}

function addComment(document: ConfigDocument, comment: Span, spans: Span[]): void {
  const { lines, text } = document;
  const ownLine = (span: Span) => text.slice(lines.lineStart(lines.lineOf(span.start)), span.start).trim() === '';
  if (ownLine(comment)) {
    spans.push(blockAround(document, comment, commentsBetween(document, 0, text.length).filter(ownLine)));
  }
  spans.push(comment);
  const content = /^#+\s*/.exec(text.slice(comment.start, comment.end));
  spans.push({ start: comment.start + (content?.[0].length ?? 0), end: comment.end });
}

/** From the first to the last of the comments that stand on the lines around one of them. */
function blockAround({ lines }: ConfigDocument, comment: Span, all: readonly Span[]): Span {
  let { start, end } = comment;
  let before: number | undefined;
  for (const other of all) {
    const line = lines.lineOf(other.start);
    if (before === undefined || line !== before + 1) {
      if (other.start > comment.start) break;
      ({ start } = other);
    }
    ({ end } = other);
    before = line;
  }
  return { start, end };
}

function addPairs(document: ConfigDocument, pairs: readonly KeyValue[], offset: number, spans: Span[]): void {
  const pair = firstAround(pairs, offset);
  if (!pair) return;
  spans.push(pair);
  if (offset <= pair.key.end) addKey(pair.key, offset, spans);
  else if (holds(pair.value, offset)) addValue(document, pair.value, offset, spans);
}

function addKey(key: Key, offset: number, spans: Span[]): void {
  if (!holds(key, offset)) return;
  spans.push(key);
  const segment = key.segments.find((candidate) => holds(candidate, offset));
  if (!segment) return;
  spans.push(segment);
  if (segment.style !== 'bare') spans.push({ start: segment.start + 1, end: segment.end - 1 });
}

function addValue(document: ConfigDocument, value: Value, offset: number, spans: Span[]): void {
  spans.push(value);
  if (value.type === 'string') addString(document.text, value, offset, spans);
  if (value.type !== 'array' && value.type !== 'inline-table') return;
  if (value.closed && offset > value.start && offset < value.end) {
    spans.push(trimmed(document.text, { start: value.start + 1, end: value.end - 1 }));
  }
  if (value.type === 'inline-table') addPairs(document, value.pairs, offset, spans);
  else {
    const item = firstAround(value.items, offset);
    if (item) addValue(document, item, offset, spans);
  }
}

/** What stands between the quotes. */
function addString(text: string, { start, end, style }: StringValue, offset: number, spans: Span[]): void {
  const quotes = style.startsWith('multiline') ? 3 : 1;
  const quote = text.charAt(start).repeat(quotes);
  const closed = end - start >= 2 * quotes && text.startsWith(quote, end - quotes);
  const content = { start: start + quotes, end: closed ? end - quotes : end };
  if (holds(content, offset)) spans.push(content);
}

function trimmed(text: string, { start, end }: Span): Span {
  const content = text.slice(start, end);
  const from = start + (content.length - content.trimStart().length);
  return { start: from, end: Math.max(from, start + content.trimEnd().length) };
}
