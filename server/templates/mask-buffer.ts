/** A text whose template parts are overwritten in place: length and line breaks stay. */
import type { Span } from '../text/span';
import type { Tag } from './tag';
import type { FilledSpan } from './template-span';
import type { TemplateToken } from './tokens';

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const FILLER = 0x78;

/** The digits of a number written in letters; the filler `x` is none of them. */
const digits = 'abcdefghijklmnopqrstuvwyz';
const chunk = 8192;

function isLineBreak(unit: number | undefined): boolean {
  return unit === LF || unit === CR;
}

export class MaskBuffer {
  readonly valueSpans: FilledSpan[] = [];
  private readonly units: Uint16Array;
  private readonly numbers = new Map<string, number>();

  constructor(private readonly text: string) {
    this.units = new Uint16Array(text.length);
    for (let offset = 0; offset < text.length; offset++) this.units[offset] = text.charCodeAt(offset);
  }

  toString(): string {
    const parts: string[] = [];
    for (let start = 0; start < this.units.length; start += chunk)
      // Spread, each chunk would be an array of numbers first: of 5 MB that took half a second.
      parts.push(Reflect.apply(String.fromCharCode, undefined, this.units.subarray(start, start + chunk)));
    return parts.join('');
  }

  /** The text that stood there. */
  original({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** Spaces. */
  blank({ start, end }: Span): void {
    for (let offset = start; offset < end; offset++) if (!isLineBreak(this.units[offset])) this.units[offset] = SPACE;
  }

  /** A comment on each line; the rest of the last line becomes part of it. */
  comment({ start, end }: Span): void {
    let first = true;
    for (let offset = start; offset < end; offset++) {
      const unit = this.units[offset];
      if (isLineBreak(unit)) first = true;
      else if (unit !== SPACE && unit !== TAB) {
        this.units[offset] = first ? HASH : FILLER;
        first = false;
      }
    }
  }

  /** A string that stands for a value. What does not fit on its first line is blank. */
  value(span: Span): void {
    const { start, end } = span;
    let lineEnd = start;
    while (lineEnd < end && !isLineBreak(this.units[lineEnd])) lineEnd++;
    this.blank({ start: lineEnd, end });
    // No template language has an expression of one character.
    this.letters(start, lineEnd, this.text.slice(start, end));
    if (lineEnd - start > 1) this.units[start] = this.units[lineEnd - 1] = QUOTE;
    this.valueSpans.push({ start, end, filled: 'value' });
  }

  /** A bare key; the same template text gives the same key, another text another one where there is room. */
  key(span: Span): void {
    const { start, end } = span;
    let lineStart = end;
    while (lineStart > start && !isLineBreak(this.units[lineStart - 1])) lineStart--;
    this.blank({ start, end: lineStart });
    this.letters(lineStart, end, this.text.slice(start, end));
    this.valueSpans.push({ start, end, filled: 'key' });
  }

  /** A key in quotes, which is a string to TOML: the template text in it is masked as that of any. */
  quotedKey({ start, end }: Span): void {
    this.valueSpans.push({ start, end, filled: 'key' });
  }

  /** The template text inside a string becomes letters. */
  string(token: TemplateToken): void {
    for (const tag of token.inner ?? []) this.inString(tag);
    if (!token.multiline && token.inner?.some((tag) => this.breaksLine(tag))) this.endOnFirstLine(token);
    this.valueSpans.push({ start: token.start, end: token.end, filled: 'string' });
  }

  /** A tag of several lines that a comment holds: the lines after the first become comments, too. */
  commentLines(token: TemplateToken): void {
    let start = token.start;
    while (start < token.end && !isLineBreak(this.units[start])) start++;
    this.comment({ start, end: token.end });
  }

  /** Puts the comma that a template would write between two items where its tag begins. */
  comma(tag: Span): void {
    if (this.units[tag.start] === HASH) this.units[tag.start + 1] = HASH;
    this.units[tag.start] = COMMA;
  }

  private inString({ start, end }: Tag): void {
    this.letters(start, end, this.text.slice(start, end));
    // `\{{ x }}` must stay an escape sequence that TOML knows.
    if (this.units[start - 1] === BACKSLASH) this.units[start] = 0x6e;
  }

  private breaksLine({ start, end }: Span): boolean {
    return this.text.slice(start, end).includes('\n');
  }

  private endOnFirstLine({ start, end }: Span): void {
    let lineEnd = start;
    while (lineEnd < end && !isLineBreak(this.units[lineEnd])) lineEnd++;
    this.units[lineEnd - 1] = this.units[start] ?? QUOTE;
    this.blank({ start: lineEnd, end });
  }

  private letters(start: number, end: number, source: string): void {
    let number = this.numbers.get(source);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(source, number);
    }
    for (let offset = end - 1; offset >= start; offset--) {
      if (isLineBreak(this.units[offset])) continue;
      this.units[offset] = number > 0 ? digits.charCodeAt(number % digits.length) : FILLER;
      number = Math.floor(number / digits.length);
    }
  }
}
