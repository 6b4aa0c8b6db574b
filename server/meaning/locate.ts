/** What stands at an offset: the question that completion, hover and the other features start with. */

import { firstAround, lastBefore } from '../text/search';
import type { TableNode } from '../toml/model';
import type { ArrayValue, Header, InlineTableValue, KeySegment, KeyValue, Section, Span, Value } from '../toml/syntax';
import type { ConfigDocument } from './document';

/** The arrays and inline tables around a place, the outermost first. */
export type Enclosing = readonly (ArrayValue | InlineTableValue)[];

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
  /** The inline table that the pair stands in. */
  readonly inline: InlineTableValue | undefined;
  readonly enclosing: Enclosing;
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
  /** Without `value` itself. */
  readonly enclosing: Enclosing;
  readonly path: readonly string[];
}

/** Between statements, in a table: where a new key may be typed. `inline` is set inside the braces of an inline table. */
export interface TablePlace {
  readonly kind: 'table';
  readonly section: Section;
  readonly inline: InlineTableValue | undefined;
  readonly enclosing: Enclosing;
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
  return lastBefore(sections, offset) ?? (sections[0] as Section);
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
  return locateInPairs({ document, section, offset }, section.pairs, sectionPath(section), undefined, NOTHING);
}

/** What stays the same on the way down. */
interface Search {
  readonly document: ConfigDocument;
  readonly section: Section;
  readonly offset: number;
}

const NOTHING: Enclosing = [];

function locateInPairs(
  search: Search,
  pairs: readonly KeyValue[],
  container: readonly string[],
  inline: InlineTableValue | undefined,
  enclosing: Enclosing,
): Place {
  const { section, offset } = search;
  const pair = lastBefore(pairs, offset);
  if (pair) {
    const { segments } = pair.key;
    if (offset <= pair.key.end) {
      const index = segmentIndex(segments, offset);
      const segment = segments[index] as KeySegment;
      const path = [...container, ...named(segments.slice(0, index + 1))];
      return { kind: 'key', section, pair, segment, index, inline, enclosing, container, path };
    }
    if (pair.equals >= 0 && offset > pair.equals && (offset <= pair.value.end || reaches(search, pair.value))) {
      const path = [...container, ...named(segments)];
      return locateInValue(search, pair, pair.value, path, 0, enclosing);
    }
  }
  return { kind: 'table', section, inline, enclosing, path: container };
}

function locateInValue(
  search: Search,
  pair: KeyValue,
  value: Value,
  path: readonly string[],
  arrayDepth: number,
  enclosing: Enclosing,
): Place {
  const { section, offset } = search;
  if (value.type === 'inline-table' || value.type === 'array') {
    const inside = offset > value.start && (offset < value.end || !value.closed);
    if (inside && value.type === 'inline-table') {
      return locateInPairs(search, value.pairs, path, value, [...enclosing, value]);
    }
    if (inside && value.type === 'array') {
      const item = itemAt(search, value);
      if (item) return locateInValue(search, pair, item, path, arrayDepth + 1, [...enclosing, value]);
    }
  }
  return { kind: 'value', section, pair, value, arrayDepth, enclosing, path };
}

function itemAt(search: Search, array: ArrayValue): Value | undefined {
  const { offset } = search;
  const item = firstAround(array.items, offset);
  if (item) return item;
  const last = array.items[array.items.length - 1];
  return last && last.end < offset && isUnclosed(last) && reaches(search, last) ? last : undefined;
}

function isUnclosed(value: Value): boolean {
  return (value.type === 'array' || value.type === 'inline-table') && !value.closed;
}

/**
 * Whether a value goes on to the offset behind its end: nothing is typed yet, or its bracket is missing. An array goes on
 * over line breaks when a comma or its bracket comes last; the line after a finished item is left to the next key.
 */
function reaches({ document, offset }: Search, value: Value): boolean {
  if (offset <= value.end) return true;
  const missing = value.type === 'invalid' && value.end === value.start;
  if (!missing && !isUnclosed(value)) return false;
  const between = document.text.slice(value.end, offset);
  if (!/[\r\n]/.test(between)) return !missing || between.trim() === '';
  const goesOn = value.type === 'array' && /[[,]$/.test(document.text.slice(value.start, value.end));
  return goesOn && between.replace(/#.*/g, '').trim() === '';
}

function segmentIndex(segments: readonly KeySegment[], offset: number): number {
  const index = segments.findIndex((segment) => offset <= segment.end);
  return index < 0 ? segments.length - 1 : index;
}

function named(segments: readonly KeySegment[]): string[] {
  return segments.filter((segment) => segment.end > segment.start).map((segment) => segment.name);
}

function commentAt({ syntax }: ConfigDocument, offset: number): Span | undefined {
  // At the border of a comment the one before the offset counts.
  const comment = lastBefore(syntax.comments, offset - 1);
  return comment && offset <= comment.end ? comment : undefined;
}
