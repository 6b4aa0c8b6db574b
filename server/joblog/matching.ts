/** Holds the patterns of errors to a message of a log. */
import type { KnownError } from './entries';
import { ownText } from './own-text';
import { perLine } from './per-line';
import type { LogRecord } from './record';
import { type Scopes, scopesOf } from './scopes';
import type { Captures, LogLine, Segment } from './types';
import type { Words } from './words';

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

/** Says whether a match of an error would tell anything. */
export interface Wanting {
  wants(error: KnownError, scopes: Scopes): boolean;
}

/** Looks for errors in messages, one after the other. */
export class Matcher {
  /** By the number of an error the last time that it was looked for. */
  private readonly looked: number[] = [];
  private time = 0;
  private found: Match[] = [];

  constructor(
    private readonly words: Words,
    private readonly wanting: Wanting,
  ) {}

  /**
   * What matches in a message: in the lines that hold a word of an error, else over its lines. `inWhole`: the words of the message as
   * a whole.
   */
  matchesIn(
    { lines, first }: LogRecord,
    text: string,
    inWhole: readonly number[],
    segments: readonly Segment[],
  ): readonly Match[] {
    this.found = [];
    const only = first && lines.length === 1 && first.clean.text === text ? first.clean : undefined;
    for (const { line, clean, words } of lines) {
      if (words.length === 0) continue;
      this.time++;
      this.look(findingsOf(clean), line, words, segments);
    }
    if (lines.length > 1 || inWhole.length > (first?.words.length ?? 0)) {
      // What was looked for in the only line need not be looked for in the same text again.
      if (!only) this.time++;
      this.look(only ? findingsOf(only) : new Text(text), first?.line ?? 0, inWhole, segments);
    }
    return this.found;
  }

  private look(text: Text, line: number, words: readonly number[], segments: readonly Segment[]): void {
    this.lookFor(this.words.always, text, line, segments);
    for (const word of words) this.lookFor(this.words.errorsOf(word), text, line, segments);
  }

  private lookFor(errors: readonly KnownError[], text: Text, line: number, segments: readonly Segment[]): void {
    const { looked, time, wanting } = this;
    for (const error of errors) {
      if (looked[error.number] === time) continue;
      looked[error.number] = time;
      const scopes = scopesOf(error, segments);
      if (scopes.segments.length === 0 || !wanting.wants(error, scopes)) continue;
      const finding = text.finding(error);
      if (finding) add(this.found, error, finding, line, scopes);
    }
  }
}

function add(found: Match[], error: KnownError, finding: Finding, line: number, scopes: Scopes): void {
  const { captures, text, length } = finding;
  const at = found.findIndex((match) => match.error === error);
  const known = found[at];
  if (!known) found.push({ error, captures, line, text, length, scopes });
  // A value may stand on the next line of a text that was wrapped.
  else if (saysMore(finding, known)) found[at] = { ...known, captures };
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
  const { expressions, choices } = error;
  for (let index = 0; index < expressions.length; index++) {
    const found = mayMatch(choices[index], text) ? expressions[index]?.exec(text) : undefined;
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
  for (const choice of choices) if (!hasOne(text, choice)) return false;
  return true;
}

function hasOne(text: string, literals: readonly string[]): boolean {
  for (const literal of literals) if (text.includes(literal)) return true;
  return false;
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
