/** Undoes what a terminal does to long lines when they are copied out of it: each of its rows is a line, cut wherever it was full. */
import { isHead } from './record';

const NARROWEST = 60;
const WIDEST = 400;

/** What a line begins with that no terminal breaks off: a record of JSON, a section of GitLab, a colour, the time or name that a program puts in front, the mark of what is quoted. */
const OWN_LINE =
  /^(?:\{"|section_(?:start|end):|> |[\w.-]{1,80} +\| |\[pod\/|\p{Cc}\[|\d{4}-\d\d-\d\d[T ]\d\d:|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:)/u;

export interface Unwrapped {
  readonly text: string;
  /** The line of the wrapped text that each line began at. */
  readonly lines: readonly number[];
  /** Of the terminal. */
  readonly width: number;
}

/** A text without the line breaks of a terminal; undefined where it does not look as if it had any. */
export function unwrap(text: string): Unwrapped | undefined {
  const rows = text.split('\n').map((row) => row.replace(/\r$/, ''));
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  if (width < NARROWEST || width > WIDEST) return undefined;
  const joined: string[] = [];
  const lines: number[] = [];
  for (const [index, row] of rows.entries()) {
    const isRest = rows[index - 1]?.length === width && row !== '' && !isHead(row) && !OWN_LINE.test(row);
    if (isRest) joined.push(`${joined.pop() ?? ''}${row}`);
    else {
      joined.push(row);
      lines.push(index);
    }
  }
  return joined.length < rows.length ? { text: joined.join('\n'), lines, width } : undefined;
}
