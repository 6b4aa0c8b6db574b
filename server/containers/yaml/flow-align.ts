/** Where the characters of a quoted or plain scalar of YAML stand: its text, as the `yaml` package reads it, laid on its source. */

import { PieceList } from '../../text/offset-map';
import type { Span } from '../../text/span';
import type { FlowStyle } from './tree';

/** What may follow a backslash. Another character stays, as does the backslash. */
const ESCAPES = '0abefnrtvN_LP "/\\\t';
const HEXADECIMAL_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Aligns `text` with what stands between the quotes. */
export function alignFlowScalar(source: string, { start, end }: Span, text: string, style: FlowStyle): PieceList {
  const list = new PieceList(source);
  let at = start;
  while (at < end) {
    const character = source[at] ?? '';
    if (' \t\r\n'.includes(character)) {
      const run = whiteSpaceEnd(source, at, end);
      alignWhiteSpace(source, { start: at, end: run }, text, list);
      at = run;
    } else if (character === '\\' && style === 'double-quoted') {
      at = alignEscape(source, { start: at, end }, text, list);
    } else if (character === "'" && style === 'single-quoted') {
      list.replace(at, 2, "'");
      at += 2;
    } else {
      const run = ordinaryEnd(source, at, end);
      list.copy(at, run - at);
      at = run;
    }
  }
  // They agree, but for what nobody thought of: then the text is right, and the places in it are not exact.
  if (list.text() === text) return list;
  const whole = new PieceList(source);
  whole.replace(start, end - start, text);
  return whole;
}

function whiteSpaceEnd(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && ' \t\r\n'.includes(source[at] ?? '')) at++;
  return at;
}

function ordinaryEnd(source: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && !" \t\r\n\\'".includes(source[at] ?? '')) at++;
  return at;
}

/** White space with line breaks in it: one break is a space in the text, more are as many line breaks but one. */
function alignWhiteSpace(source: string, { start, end }: Span, text: string, list: PieceList): void {
  const feeds: number[] = [];
  for (let feed = source.indexOf('\n', start); feed !== -1 && feed < end; feed = source.indexOf('\n', feed + 1)) {
    feeds.push(feed);
  }
  if (feeds.length === 0) {
    list.copy(start, end - start);
  } else if (text[list.length] === ' ') {
    list.replace(start, end - start, ' ');
  } else {
    for (let index = 0; index < feeds.length - 1; index++) {
      const from = index === 0 ? start : (feeds[index] ?? start);
      const to = index === feeds.length - 2 ? end : (feeds[index + 1] ?? end);
      list.replace(from, to - from, '\n');
    }
  }
}

/** Returns the end of the escape. */
function alignEscape(source: string, { start, end }: Span, text: string, list: PieceList): number {
  const lineBreak = /^\r?\n[ \t]*/.exec(source.slice(start + 1, end))?.[0];
  if (lineBreak !== undefined) return start + 1 + lineBreak.length;
  const next = source[start + 1] ?? '';
  const length = 2 + (HEXADECIMAL_DIGITS[next] ?? 0);
  const written = source.slice(start, Math.min(start + length, end));
  const known = ESCAPES.includes(next) || (next in HEXADECIMAL_DIGITS && !text.startsWith(written, list.length));
  const code = text.codePointAt(list.length) ?? 0;
  const read = next === 'U' && code > 0xffff ? 2 : 1;
  if (known && next !== '') list.replace(start, written.length, text.slice(list.length, list.length + read));
  else list.copy(start, written.length);
  return start + written.length;
}
