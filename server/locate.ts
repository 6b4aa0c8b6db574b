/** What stands at an offset: the question that completion, hover and the other features start with. */
import type { ConfigDocument } from './document';
import type { TableNode } from './toml/model';
import type { Header, InlineTableValue, KeySegment, KeyValue, Section, Span, Value } from './toml/syntax';

/** On a part of a header's name. `path` are the names up to and including that part. */
export interface HeaderPlace {
  readonly kind: 'header';
  readonly section: Section;
  readonly header: Header;
  readonly segment: KeySegment;
  readonly index: number;
  readonly path: readonly string[];
}

/** On a part of a pair's key. `container` is the path of the table the pair stands in, `path` adds the parts up to this one. */
export interface KeyPlace {
  readonly kind: 'key';
  readonly section: Section;
  readonly pair: KeyValue;
  readonly segment: KeySegment;
  readonly index: number;
  readonly container: readonly string[];
  readonly path: readonly string[];
}

/** In a value, or after `=` where none is yet. `value` is the innermost one; `path` is the path of the key it belongs to. */
export interface ValuePlace {
  readonly kind: 'value';
  readonly section: Section;
  readonly pair: KeyValue;
  readonly value: Value;
  /** How many arrays lie between the pair's value and this one. */
  readonly arrayDepth: number;
  readonly path: readonly string[];
}

/** Between statements, in a table: where a new key may be typed. `inline` is set inside the braces of an inline table. */
export interface TablePlace {
  readonly kind: 'table';
  readonly section: Section;
  readonly inline: InlineTableValue | undefined;
  readonly path: readonly string[];
}

export interface CommentPlace {
  readonly kind: 'comment';
  readonly section: Section;
  readonly comment: Span;
}

export type Place = HeaderPlace | KeyPlace | ValuePlace | TablePlace | CommentPlace;

/** The section that holds an offset: the last one that starts at or before it. */
export function sectionAt(document: ConfigDocument, offset: number): Section {
  const { sections } = document.syntax;
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle] as Section).start <= offset) low = middle;
    else high = middle - 1;
  }
  return sections[low] as Section;
}

/** The names that lead to a section's table, without indices: `['runners', 'docker']`. Unfinished parts are left out. */
export function sectionPath(section: Section): string[] {
  return section.header ? named(section.header.key.segments) : [];
}

/** The table of the model that the pairs of a section belong to. */
export function tableAt(document: ConfigDocument, section: Section): TableNode {
  return document.model.tableOf.get(section) ?? document.model.root;
}

/** What stands at an offset. At the border of two things the one before the offset counts, as a caret after a word does. */
export function locate(document: ConfigDocument, offset: number): Place {
  const section = sectionAt(document, offset);
  const comment = commentAt(document, offset);
  if (comment) return { kind: 'comment', section, comment };
  const { header } = section;
  if (header && offset >= header.start && offset <= header.end && offset > header.start) {
    const index = segmentIndex(header.key.segments, offset);
    const segment = header.key.segments[index] as KeySegment;
    return { kind: 'header', section, header, segment, index, path: named(header.key.segments.slice(0, index + 1)) };
  }
  return locateInPairs(document, section.pairs, sectionPath(section), section, undefined, offset);
}

function locateInPairs(
  document: ConfigDocument,
  pairs: readonly KeyValue[],
  container: readonly string[],
  section: Section,
  inline: InlineTableValue | undefined,
  offset: number,
): Place {
  const pair = lastBefore(pairs, offset);
  if (pair) {
    const { segments } = pair.key;
    if (offset <= pair.key.end) {
      const index = segmentIndex(segments, offset);
      const path = [...container, ...named(segments.slice(0, index + 1))];
      return { kind: 'key', section, pair, segment: segments[index] as KeySegment, index, container, path };
    }
    const path = [...container, ...named(segments)];
    const sameLine = document.lines.lineOf(offset) === document.lines.lineOf(pair.end);
    const beforeValue = pair.equals >= 0 && offset > pair.equals && offset <= Math.max(pair.value.end, pair.equals + 1);
    const awaitsValue = pair.equals >= 0 && sameLine && pair.value.end === pair.value.start && offset > pair.equals;
    if (beforeValue || awaitsValue) return locateInValue(document, pair, pair.value, path, section, 0, offset);
    const unclosed = (pair.value.type === 'array' || pair.value.type === 'inline-table') && !pair.value.closed;
    if (unclosed && sameLine) return locateInValue(document, pair, pair.value, path, section, 0, offset);
  }
  return { kind: 'table', section, inline, path: container };
}

function locateInValue(
  document: ConfigDocument,
  pair: KeyValue,
  value: Value,
  path: readonly string[],
  section: Section,
  arrayDepth: number,
  offset: number,
): Place {
  const inside = offset > value.start && (offset < value.end || !isClosed(value));
  if (inside && value.type === 'inline-table') {
    return locateInPairs(document, value.pairs, path, section, value, offset);
  }
  if (inside && value.type === 'array') {
    const item = value.items.find((candidate) => candidate.start <= offset && offset <= candidate.end);
    if (item) return locateInValue(document, pair, item, path, section, arrayDepth + 1, offset);
  }
  return { kind: 'value', section, pair, value, arrayDepth, path };
}

function isClosed(value: Value): boolean {
  return value.type === 'array' || value.type === 'inline-table' ? value.closed : true;
}

function lastBefore(pairs: readonly KeyValue[], offset: number): KeyValue | undefined {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle] as KeyValue).start <= offset) low = middle + 1;
    else high = middle;
  }
  return pairs[low - 1];
}

function segmentIndex(segments: readonly KeySegment[], offset: number): number {
  const index = segments.findIndex((segment) => offset <= segment.end);
  return index < 0 ? segments.length - 1 : index;
}

function named(segments: readonly KeySegment[]): string[] {
  return segments.filter((segment) => segment.end > segment.start).map((segment) => segment.name);
}

function commentAt(document: ConfigDocument, offset: number): Span | undefined {
  const { comments } = document.syntax;
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  const comment = comments[low - 1];
  return comment && offset <= comment.end ? comment : undefined;
}
