/** Moves a pair, with the comment above it and the one behind it, to the table it belongs to. */

import type { ConfigDocument } from '../meaning/document';
import type { KeyVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import type { TextEdit } from '../text/edit';
import { lastBefore } from '../text/search';
import type { TableNode } from '../toml/model';
import type { Key, KeyValue, Section, Span } from '../toml/syntax';
import { keyText } from '../toml/write';
import type { Pieces } from './joined-edits';
import { removeItem } from './list-items';
import { targetFor } from './target-table';
import { lineBreak, removedLines, standsAlone, withLeadingComments } from './text-lines';

/** What the move of a key to the table of another one comes to; undefined where other text would suffer. */
export function keyMove(visit: KeyVisit, key: KeySchema, value?: string): Pieces | undefined {
  const { document, member, table } = visit;
  const { pair } = member;
  const target = pair && targetFor(visit, key);
  if (!pair || !target) return undefined;
  const newName = hasName(visit, key) ? undefined : key.name;
  if ('section' in target && holdsPair(target.section, pair)) {
    return { edits: [withoutPrefix(pair, newName), ...withValue(pair, value)] };
  }
  const alone = standsAlone(document, pair);
  const lines = alone ? withLeadingComments(document, pair) : pair;
  const removal = alone ? { ...removedLines(document, lines), newText: '' } : outOfBraces(document, pair, table);
  const text = (indentation: string) => movedLines(document, pair, lines, indentation, newName, value);
  return removal && { edits: [removal], additions: [{ place: target, text }] };
}

/** Whether a key has the name of another one already. */
export function hasName({ member }: KeyVisit, key: KeySchema): boolean {
  return key.name.toLowerCase() === member.name.toLowerCase();
}

function holdsPair({ pairs }: Section, { start }: KeyValue): boolean {
  return lastBefore(pairs, start)?.start === start;
}

/** Takes a pair that shares its line with others out of an inline table. */
function outOfBraces(document: ConfigDocument, pair: KeyValue, { inline }: TableNode): TextEdit | undefined {
  return inline && removeItem(document, { ...inline, items: inline.pairs }, pair);
}

/** `docker.limit = 2` that belongs where it stands, as `limit = 2`. */
function withoutPrefix({ key }: KeyValue, newName: string | undefined): TextEdit {
  const last = lastPart(key);
  return newName === undefined
    ? { start: key.start, end: last.start, newText: '' }
    : { start: key.start, end: key.end, newText: keyText(newName) };
}

function withValue({ value: { start, end } }: KeyValue, newText: string | undefined): TextEdit[] {
  return newText === undefined ? [] : [{ start, end, newText }];
}

function lastPart(key: Key): Span {
  return key.segments.at(-1) ?? key;
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
  newValue?: string,
): string {
  const { text } = document;
  const comments = text.slice(lines.start, pair.start).replace(/(?<![ \t])[ \t]+$/, '');
  const name = newName === undefined ? text.slice(lastPart(pair.key).start, pair.key.end) : keyText(newName);
  const { start, end } = pair.value;
  const value = newValue ?? text.slice(start, end);
  const rest = text.slice(pair.key.end, start) + value + text.slice(end, lines.end).replace(/\r?\n$/, '');
  const indented = comments
    .split(/\r?\n/)
    .map((line) => line && indentation + line.trimStart())
    .join(lineBreak(document));
  return `${indented}${indentation}${name}${rest}`;
}
