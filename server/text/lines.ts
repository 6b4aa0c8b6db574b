/** Line starts of a text, to turn offsets into positions and back. Lines end as the Language Server Protocol says: \n, \r\n or \r. */
import type { Position, Range } from 'vscode-languageserver-types';
import { countBefore } from './search';
import type { Span } from './span';

export class Lines {
  private readonly starts: readonly number[];
  /** The line that was asked for last: who walks through a text asks for the same one again, or for the next. */
  private last = 0;

  constructor(private readonly text: string) {
    const starts = [0];
    // A carriage return is rare enough for indexOf to pay for two searches.
    const hasReturn = text.includes('\r');
    if (!hasReturn) {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    } else {
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
      }
    }
    this.starts = starts;
  }

  get count(): number {
    return this.starts.length;
  }

  /** The line, from 0, that holds an offset. */
  lineOf(offset: number): number {
    const { starts } = this;
    if ((starts[this.last] ?? 0) <= offset) {
      for (let line = this.last; line < this.last + NEAR; line++) {
        const next = starts[line + 1];
        if (next === undefined || next > offset) {
          this.last = line;
          return line;
        }
      }
    }
    this.last = Math.max(0, countBefore(starts.length, (index) => (starts[index] ?? 0) <= offset) - 1);
    return this.last;
  }

  /** Offset of the first character of a line; the end of the text beyond the last line. */
  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Offset of the end of a line, before its line break. */
  lineEnd(line: number): number {
    let end = this.starts[line + 1];
    if (end === undefined) return this.text.length;
    const start = this.lineStart(line);
    while (end > start && /[\r\n]/.test(this.text.charAt(end - 1))) end--;
    return end;
  }

  position(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineOf(clamped);
    return { line, character: clamped - this.lineStart(line) };
  }

  /** The offset of a position; a character beyond the line's end is its end, a line beyond the last the end of the text. */
  offset(position: Position): number {
    if (position.line >= this.starts.length) return this.text.length;
    if (position.line < 0) return 0;
    const start = this.lineStart(position.line);
    return Math.max(start, Math.min(start + position.character, this.lineEnd(position.line)));
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }
}

/** So many lines below the last one are looked at first. */
const NEAR = 4;
