/** Holds the patterns of errors to a message of a log. */
import type { KnownError } from './entries';
import type { LogRecord } from './record';
import type { Captures, LogLine, Segment } from './types';

/** A pattern that matched. */
export interface Match extends LogLine {
  readonly error: KnownError;
  readonly captures: Captures;
  /** How much of the line it matched: the more, the more it is about this. */
  readonly length: number;
  /** The segments that it may be of. */
  readonly segments: readonly Segment[];
}

const LONGEST_LINE = 1 << 16;
/** What is shown of a line, from a bit before what matched on. */
const LONGEST_TEXT = 500;
const SHOWN_BEFORE = 200;

/**
 * What matches in a message: in the lines that hold a word of an error, else over its lines. `errorsOf`: the errors that words
 * belong to; `inWhole`: the words of the message as a whole.
 */
export function matchesIn(
  record: LogRecord,
  text: string,
  inWhole: readonly number[],
  errorsOf: (words: readonly number[]) => Iterable<KnownError>,
  segments: readonly Segment[],
): Match[] {
  const found = new Map<KnownError, Match>();
  const look = (error: KnownError, from: string, line: number) => {
    const known = found.get(error);
    const scopes = segments.filter((segment) => error.scopes.includes(segment));
    const match = scopes.length > 0 ? matchOf(error, from, line, scopes) : undefined;
    if (match && !known) found.set(error, match);
    // A value may stand on the next line of a text that was wrapped.
    else if (match && known && saysMore(match, known)) found.set(error, { ...known, captures: match.captures });
  };
  for (const { line, clean, words } of record.lines) {
    if (words.length === 0) continue;
    const own = clean.text.slice(0, LONGEST_LINE);
    for (const error of errorsOf(words)) look(error, own, line);
  }
  if (record.lines.length > 1 || inWhole.length > (record.first?.words.length ?? 0))
    for (const error of errorsOf(inWhole)) look(error, text, record.first?.line ?? 0);
  return [...found.values()];
}

function saysMore(one: Match, other: Match): boolean {
  return Object.keys(one.captures).length > Object.keys(other.captures).length;
}

function matchOf(error: KnownError, text: string, line: number, segments: readonly Segment[]): Match | undefined {
  for (const expression of error.expressions) {
    const found = expression.exec(text);
    if (!found) continue;
    const captures = Object.fromEntries(
      Object.entries(found.groups ?? {}).flatMap(([name, value]: [string, string | undefined]) =>
        value === undefined ? [] : [[name, error.quoted?.includes(name) ? unquoted(value) : value]],
      ),
    );
    return { error, captures, line, text: shown(text, found.index), length: found[0].length, segments };
  }
  return undefined;
}

const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** A text that Go has quoted. */
function unquoted(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, code: string | undefined, character: string) =>
    code === undefined ? (LETTERS[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function shown(text: string, at: number): string {
  const start = at < LONGEST_TEXT - SHOWN_BEFORE ? 0 : at - SHOWN_BEFORE;
  return text.slice(start, start + LONGEST_TEXT);
}
