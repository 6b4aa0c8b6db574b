/** Decodes quoted and plain scalars of YAML, as the `yaml` package does, and maps each character of them to the file. */
import type { DecodedScalar } from './block-scalar';
import { doubleQuotedWriting, foldedWriting } from './flow-edit';
import { createOffsetMap, PieceList } from './offset-map';
import type { YamlScalar } from './yaml-tree';

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};
const HEXADECIMAL_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Decodes a scalar that is no block scalar; the quotes are no part of the region. */
export function decodeFlowScalar(source: string, scalar: YamlScalar): DecodedScalar {
  const list = new PieceList(source);
  const quoted = scalar.style !== 'plain';
  const start = scalar.start + (quoted ? 1 : 0);
  const closed = quoted && scalar.end - scalar.start > 1 && source[scalar.end - 1] === source[scalar.start];
  const end = closed ? scalar.end - 1 : scalar.end;
  if (scalar.style === 'double-quoted') decodeDoubleQuoted(source, list, start, end);
  else decodeFolded(source, list, start, end, scalar.style === 'single-quoted');
  const margin = ' '.repeat(Math.max(scalar.parentIndent, 0) + 2);
  const writing =
    scalar.style === 'double-quoted' ? doubleQuotedWriting() : foldedWriting(source, scalar.style, margin);
  const map = createOffsetMap(list, { start, end, limit: end }, writing);
  return { text: list.text(), map, start, end };
}

function decodeDoubleQuoted(source: string, list: PieceList, start: number, end: number): void {
  let at = start;
  while (at < end) {
    const character = source[at];
    if (character === '\\') {
      at = decodeEscape(source, list, at, end);
    } else if (character === ' ' || character === '\t' || character === '\n' || character === '\r') {
      const run = whiteSpaceEnd(source, at, end);
      if (source.slice(at, run).includes('\n')) foldBreaks(source, list, at, run);
      else list.copy(at, run - at);
      at = run;
    } else {
      list.copy(at, 1);
      at++;
    }
  }
}

/** White space with line breaks in it: one break is a space, more are as many line breaks but one. */
function foldBreaks(source: string, list: PieceList, start: number, end: number): void {
  const feeds: number[] = [];
  for (let feed = source.indexOf('\n', start); feed !== -1 && feed < end; feed = source.indexOf('\n', feed + 1)) {
    feeds.push(feed);
  }
  if (feeds.length === 1) {
    list.replace(start, end - start, ' ');
    return;
  }
  for (let index = 0; index < feeds.length - 1; index++) {
    const from = index === 0 ? start : (feeds[index] ?? start);
    const to = index === feeds.length - 2 ? end : (feeds[index + 1] ?? end);
    list.replace(from, to - from, '\n');
  }
}

function whiteSpaceEnd(source: string, at: number, end: number): number {
  let run = at;
  while (run < end && ' \t\r\n'.includes(source[run] ?? '')) run++;
  return run;
}

/** An escape that YAML does not know stays as it is. */
function decodeEscape(source: string, list: PieceList, at: number, end: number): number {
  const next = source[at + 1] ?? '';
  const lineBreak = /^\r?\n[ \t]*/.exec(source.slice(at + 1, end))?.[0];
  if (lineBreak) return at + 1 + lineBreak.length;
  const known = ESCAPES[next];
  if (known !== undefined) {
    list.replace(at, 2, known);
    return at + 2;
  }
  const digits = HEXADECIMAL_DIGITS[next];
  const code = digits === undefined ? '' : source.slice(at + 2, at + 2 + digits);
  const value = code.length === digits && /^[0-9a-f]+$/i.test(code) ? Number.parseInt(code, 16) : Number.NaN;
  if (value <= 0x10ffff) {
    list.replace(at, 2 + code.length, String.fromCodePoint(value));
    return at + 2 + code.length;
  }
  const length = Math.min(2, end - at);
  list.copy(at, length);
  return at + length;
}

/** Single-quoted and plain: white space around a line break goes, the break is a space, each empty line a line break. */
function decodeFolded(source: string, list: PieceList, start: number, end: number, quoted: boolean): void {
  const copy = (from: number, to: number) => {
    let at = from;
    for (let quote = quoted ? source.indexOf("''", at) : -1; quote !== -1 && quote < to; ) {
      list.copy(at, quote - at);
      list.replace(quote, 2, "'");
      at = quote + 2;
      quote = source.indexOf("''", at);
    }
    list.copy(at, to - at);
  };
  let written = start;
  for (let line = start; ; ) {
    const feed = source.indexOf('\n', line);
    const isLast = feed === -1 || feed >= end;
    let from = line;
    let to = isLast ? end : feed;
    if (line > start) while (from < to && ' \t'.includes(source[from] ?? '')) from++;
    if (!isLast) {
      if (to > from && source[to - 1] === '\r') to--;
      while (to > from && ' \t'.includes(source[to - 1] ?? '')) to--;
    }
    if (line === start) {
      copy(from, to);
      written = to;
    } else if (from < to || isLast) {
      foldBreaks(source, list, written, from);
      copy(from, to);
      written = to;
    }
    if (isLast) return;
    line = feed + 1;
  }
}
