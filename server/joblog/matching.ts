/** Holds the patterns of errors to a message of a log. */
import type { KnownError } from './entries';
import { ownText } from './own-text';
import { perLine } from './per-line';
import type { LogRecord } from './record';
import { type Scopes, scopesOf } from './scopes';
import type { Captures, LogLine, Segment } from './types';

/** A pattern that matched. */
export interface Match extends LogLine {
  readonly error: KnownError;
  readonly captures: Captures;
  /** How much of the line it matched: the more, the more it is about this. */
  readonly length: number;
  /** The segments that it may be of. */
  readonly scopes: Scopes;
}

const LONGEST_LINE = 1 << 16;
/** What is shown of a line, from a bit before what matched on. */
const LONGEST_TEXT = 500;
const SHOWN_BEFORE = 200;

/** What is looked for. */
export interface Wanted {
  /** The errors that words belong to, each once. */
  errorsOf(words: readonly number[]): readonly KnownError[];
  /** Whether a match of an error would tell anything. */
  wants(error: KnownError, scopes: Scopes): boolean;
}

/**
 * What matches in a message: in the lines that hold a word of an error, else over its lines. `inWhole`: the words of the message as
 * a whole.
 */
export function matchesIn(
  record: LogRecord,
  text: string,
  inWhole: readonly number[],
  segments: readonly Segment[],
  wanted: Wanted,
): Iterable<Match> {
  const found = new Map<KnownError, Match>();
  const look = (from: Text, line: number, words: readonly number[], known?: readonly KnownError[]) => {
    const errors = wanted.errorsOf(words);
    for (const error of errors) {
      const scopes = scopesOf(error, segments);
      if (known?.includes(error) || scopes.segments.length === 0 || !wanted.wants(error, scopes)) continue;
      add(found, error, from.finding(error), line, scopes);
    }
    return errors;
  };
  const { lines, first } = record;
  const only = first && lines.length === 1 && first.clean.text === text ? first.clean : undefined;
  let known: readonly KnownError[] | undefined;
  for (const { line, clean, words } of lines) {
    if (words.length === 0) continue;
    const errors = look(findingsOf(clean), line, words);
    // What was looked for in the only line need not be looked for in the same text again.
    if (only) known = errors;
  }
  if (lines.length > 1 || inWhole.length > (first?.words.length ?? 0))
    look(only ? findingsOf(only) : new Text(text), first?.line ?? 0, inWhole, known);
  return found.values();
}

function add(
  found: Map<KnownError, Match>,
  error: KnownError,
  finding: Finding | null,
  line: number,
  scopes: Scopes,
): void {
  if (!finding) return;
  const known = found.get(error);
  const { captures, text, length } = finding;
  if (!known) found.set(error, { error, captures, line, text, length, scopes });
  // A value may stand on the next line of a text that was wrapped.
  else if (saysMore(finding, known)) found.set(error, { ...known, captures });
}

type Finding = Pick<Match, 'captures' | 'text' | 'length'>;

/** A text, with what was found in it before. */
class Text {
  private readonly found: Map<KnownError, Finding | null> | undefined;

  constructor(
    private readonly text: string,
    isKept = false,
  ) {
    this.found = isKept ? new Map() : undefined;
  }

  finding(error: KnownError): Finding | null {
    const before = this.found?.get(error);
    if (before !== undefined) return before;
    const finding = findingOf(error, this.text);
    this.found?.set(error, finding);
    return finding;
  }
}

const findingsOf = perLine(({ text, known }) => new Text(text.slice(0, LONGEST_LINE), known !== undefined));

function saysMore(one: Finding, other: Finding): boolean {
  return Object.keys(one.captures).length > Object.keys(other.captures).length;
}

function findingOf(error: KnownError, text: string): Finding | null {
  for (const [index, expression] of error.expressions.entries()) {
    const found = mayMatch(error.choices[index], text) ? expression.exec(text) : undefined;
    if (!found) continue;
    const captures = Object.fromEntries(
      Object.entries(found.groups ?? {}).flatMap(([name, value]: [string, string | undefined]) =>
        value === undefined ? [] : [[name, ownText(error.quoted?.includes(name) ? unquoted(value) : value)]],
      ),
    );
    return { captures, text: ownText(shown(text, found.index)), length: found[0].length };
  }
  return null;
}

/** Whether a text holds what a match of an expression does: to look for that takes less time. */
function mayMatch(choices: KnownError['choices'][number] = [], text: string): boolean {
  return choices.every((choice) => choice.some((literal) => text.includes(literal)));
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
