/** Joins the second of two sections with the same header to the first: what `[x]` … `[x]` was meant to be. */
import type { ConfigDocument } from '../meaning/document';
import type { TextEdit } from '../text/edit';
import type { Header, KeyValue, Section } from '../toml/syntax';
import { addToSection, removedLines, standsAlone, wholeLines, withBlankLines, withLeadingComments } from './text-lines';

/**
 * The edits: the lines of the second go behind the last key of the first, and its header goes. Undefined where a key is in both
 * with two values, or where something else shares the lines.
 */
export function mergeSections(document: ConfigDocument, first: Section, second: Section): TextEdit[] | undefined {
  const { header } = second;
  if (!header || !isSame(first.header, header) || !hasBareLine(document, header)) return undefined;
  if (!second.pairs.every((pair) => standsAlone(document, pair))) return undefined;
  const known = namedPairs(first);
  const again = second.pairs.filter((pair) => known.has(nameOf(pair)));
  if (!again.every((pair) => isEqual(document, pair, known.get(nameOf(pair))))) return undefined;
  const lines = {
    start: withLeadingComments(document, header).start,
    end: wholeLines(document, second.pairs.at(-1) ?? header).end,
  };
  const kept = textWithout(document, lines, [header, ...again]);
  const moved = kept.replace(/\r?\n$/, '').split(/\r?\n/);
  const removed = removedLines(document, withBlankLines(document, lines));
  if (kept.trim() === '') return [{ ...removed, newText: '' }];
  const added = addToSection(document, first, moved);
  if (added.start < removed.start) return [added, { ...removed, newText: '' }];
  // Nothing stands between them but the header.
  const isLast = removed.end === document.text.length && !/\n$/.test(document.text);
  return [{ start: removed.start, end: removed.end, newText: isLast ? `\n${kept}` : kept }];
}

/** Of each section once: a thousand tables may go to the same one. */
const named = new WeakMap<Section, ReadonlyMap<string, KeyValue>>();

function namedPairs(section: Section): ReadonlyMap<string, KeyValue> {
  let pairs = named.get(section);
  if (!pairs) {
    pairs = new Map(section.pairs.map((pair) => [nameOf(pair), pair]));
    named.set(section, pairs);
  }
  return pairs;
}

function isSame(first: Header | undefined, second: Header): boolean {
  if (!first?.closed || !second.closed || first.array || second.array) return false;
  const names = ({ key }: Header) => JSON.stringify(key.segments.map(({ name }) => name));
  return names(first) === names(second);
}

/** A comment behind the header would have no place. */
function hasBareLine(document: ConfigDocument, header: Header): boolean {
  const { start, end } = wholeLines(document, header);
  return document.text.slice(start, end).trim() === document.text.slice(header.start, header.end).trim();
}

function nameOf({ key }: KeyValue): string {
  return key.segments[0]?.name ?? '';
}

function isEqual({ text }: ConfigDocument, pair: KeyValue, other: KeyValue | undefined): boolean {
  const written = ({ key, value }: KeyValue) =>
    JSON.stringify([key.segments.map(({ name }) => name), text.slice(value.start, value.end)]);
  return other !== undefined && written(pair) === written(other);
}

function textWithout(
  document: ConfigDocument,
  lines: { readonly start: number; readonly end: number },
  parts: readonly { readonly start: number; readonly end: number }[],
): string {
  let rest = '';
  let at = lines.start;
  for (const part of parts) {
    const { start, end } = wholeLines(document, part);
    rest += document.text.slice(at, start);
    at = end;
  }
  return rest + document.text.slice(at, lines.end);
}
