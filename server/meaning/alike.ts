/**
 * Runners that differ in nothing but what each has of its own: its name, its number, its token and the dates of that. What is said of
 * one is said of the other, at its own places; in a long file most runners are so.
 */
import { isFilledIn } from '../templates/filled-in';
import { isRunnerToken } from '../text/clear-text';
import type { Span } from '../text/span';
import type { Section } from '../toml/syntax';
import { runnerToken } from '../values/runner-token';

/** The text of a runner without the values that are its own, and where these stand. */
export interface Likeness {
  readonly rest: string;
  readonly own: readonly Span[];
}

/** Where such a value is one of which nothing is to be said, whatever stands beside it. */
const isPlain: Readonly<Record<string, (written: string) => boolean>> = {
  name: isPlainText,
  token: (written) => isPlainText(written) && isPlainToken(written.slice(1, -1)),
  id: (written) => /^[1-9]\d{0,8}$/.test(written),
  token_obtained_at: isDate,
  token_expires_at: isDate,
};

function isPlainText(written: string): boolean {
  return /^"[A-Za-z0-9][\w .:/-]*"$/.test(written) && !isFilledIn(written);
}

function isPlainToken(text: string): boolean {
  return isRunnerToken(text) && runnerToken.read(text).problems.length === 0;
}

function isDate(written: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(written);
}

const HEADER = /^[ \t]*\[\[runners\]\]/;
const NEXT_HEADER = /\n[ \t]*\[/g;
const LINE =
  /^([ \t]*(name|id|token|token_obtained_at|token_expires_at)[ \t]*=[ \t]*)("[^"\\\n]*"|[\w:-]+)[ \t]*\r?$/gm;

/** What the text of a block has in common with others. */
export function likenessOf(text: string): Likeness {
  const own: Span[] = [];
  if (!HEADER.test(text)) return { rest: text, own };
  NEXT_HEADER.lastIndex = text.indexOf(']]');
  const head = text.slice(0, NEXT_HEADER.exec(text)?.index);
  let rest = '';
  let from = 0;
  for (const { 1: before = '', 2: key = '', 3: written = '', index } of head.matchAll(LINE)) {
    if (!isPlain[key]?.(written)) continue;
    const start = index + before.length;
    own.push({ start, end: start + written.length });
    rest += `${text.slice(from, start)}\0`;
    from = start + written.length;
  }
  return { rest: rest + text.slice(from), own };
}

/** Whether what looked like values of a runner are such: a line may stand in a string, or in a list. */
export function areValues(own: readonly Span[], section: Section | undefined): boolean {
  return own.every(({ start, end }) => section?.pairs.some(({ value }) => value.start === start && value.end === end));
}

/** Puts something of a text where it is in another one, which is like it. */
export class Alike {
  constructor(
    private readonly own: readonly Span[],
    private readonly other: { readonly text: string; readonly own: readonly Span[] },
  ) {}

  of<Item extends Span>(item: Item): Item {
    return { ...item, start: this.offset(item.start), end: this.offset(item.end) };
  }

  /** The text of a string that the other has of its own; undefined for one that is in both. */
  ownText({ start }: Span): string | undefined {
    const value = this.other.own[this.own.findIndex((own) => own.start === start)];
    return value && this.other.text.slice(value.start + 1, value.end - 1);
  }

  private offset(offset: number): number {
    let by = 0;
    for (const [index, { start, end }] of this.own.entries()) {
      const value = this.other.own[index];
      if (!value || offset <= start) break;
      if (offset < end) return Math.min(offset + by, value.end);
      by = value.end - end;
    }
    return offset + by;
  }
}
