/** What the parsing functions share: the lexer and the lists that grow. */

import { type Message, message } from '../text/message';
import { plainPunctuation } from './characters';
import { Lexer, type LexerMark } from './lexer';
import { controlCharacter, type PlainCode, shortened, unexpectedCharacter } from './messages';
import { Names } from './names';
import type { NewerConstruct, Span, SyntaxCode, SyntaxProblem } from './syntax';
import { TokenKind } from './token';

/** Deeper nesting than any decoder takes is reported, not followed, so that no input exhausts the stack. */
export const MAXIMUM_DEPTH = 100;

/** How many characters all looks ahead together may read, so that no input makes parsing quadratic. */
const LOOKAHEAD_BUDGET = 200_000;

/** A text with more problems than this is no configuration; it is read no further, and nothing in it is changed. */
export const MAXIMUM_PROBLEMS = 5_000;

export interface StateMark {
  readonly lexer: LexerMark;
  readonly problems: number;
  readonly comments: number;
  readonly newerConstructs: number;
}

export class ParserState {
  readonly lexer: Lexer;
  readonly problems: SyntaxProblem[] = [];
  readonly comments: Span[] = [];
  readonly newerConstructs: NewerConstruct[] = [];
  depth = 0;
  /** Where values that are none were found to end last, by the place of the value: nothing between ends one. */
  readonly valueEnds = new Map<'pair' | 'array' | 'inline-table', Span>();
  /** How often an inline table over several lines turned out to be broken; see parse-inline-table.ts. */
  failedAttempts = 0;
  lookahead = LOOKAHEAD_BUDGET;
  /** The line that was measured last: a line of one megabyte is asked for its end often. */
  private lineFrom = 0;
  private lineTo = -1;
  private contentFrom = 0;
  private contentTo = -1;
  readonly names: Names;

  constructor(
    readonly text: string,
    readTo: number,
  ) {
    this.lexer = new Lexer(text, readTo);
    this.names = new Names(text);
  }

  mark(): StateMark {
    return {
      lexer: this.lexer.mark(),
      problems: this.problems.length,
      comments: this.comments.length,
      newerConstructs: this.newerConstructs.length,
    };
  }

  rewind(mark: StateMark): void {
    this.lexer.rewind(mark.lexer);
    this.problems.length = mark.problems;
    this.comments.length = mark.comments;
    this.newerConstructs.length = mark.newerConstructs;
  }

  /** Notes a problem whose sentence is always the same. */
  report(code: PlainCode, start: number, end: number): void {
    this.reportAs(code, start, end, message(code));
  }

  /** Notes a problem with what is said of it. */
  reportAs(
    code: SyntaxCode,
    start: number,
    end: number,
    said: Message,
    severity: SyntaxProblem['severity'] = 'error',
  ): void {
    if (this.problems.length >= MAXIMUM_PROBLEMS || this.lexer.isCut) return;
    this.problems.push({ code, start, end, message: said, severity });
    if (this.problems.length === MAXIMUM_PROBLEMS) this.lexer.stop();
  }

  /** Notes characters that fit nothing where they stand. */
  reportUnexpected(start: number, end: number, text = this.text.slice(start, end)): void {
    this.reportAs('unexpected-character', start, end, unexpectedCharacter(text));
  }

  /** Notes a key that needs quotes. */
  reportBadKey(start: number, end: number, text = this.text.slice(start, end)): void {
    const known = this.problems.length;
    this.reportControls(start, end, false);
    // A zero in a key is not seen, and quotes would not help.
    if (this.problems.length > known) return;
    this.reportAs('bad-key', start, end, message('bad-key', { text: shortened(text) }));
  }

  /** Takes back what was reported from an offset on: all of it has one cause. */
  forgetFrom(offset: number): void {
    while ((this.problems[this.problems.length - 1]?.start ?? -1) >= offset) this.problems.pop();
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  /** Moves to the next token that is not white space, where a key may stand. */
  keyToken(): TokenKind {
    let kind = this.lexer.nextKey();
    while (kind === TokenKind.whitespace || kind === TokenKind.invisible) {
      if (kind === TokenKind.invisible) this.reportInvisible();
      kind = this.lexer.nextKey();
    }
    return kind;
  }

  /** Moves to the next token that is not white space, where a value may stand. */
  valueToken(): TokenKind {
    let kind = this.lexer.nextValue();
    while (kind === TokenKind.whitespace || kind === TokenKind.invisible) {
      if (kind === TokenKind.invisible) this.reportInvisible();
      kind = this.lexer.nextValue();
    }
    return kind;
  }

  /** Reports the current token, which looks like white space and is none, and moves on to the next, where a key may stand. */
  skipInvisible(): TokenKind {
    this.reportInvisible();
    return this.keyToken();
  }

  private reportInvisible(): void {
    const { start, end } = this.lexer;
    this.reportUnexpected(start, end);
  }

  /** Takes a full-width character that starts the current token for the plain one that is meant here, and reports it. */
  takesWide(plain: string, kind: TokenKind): boolean {
    const { lexer } = this;
    if (lexer.kind !== TokenKind.invalid || plainPunctuation[this.text.charAt(lexer.start)] !== plain) return false;
    this.reportUnexpected(lexer.start, lexer.start + 1);
    lexer.retake(kind, kind === TokenKind.comment ? this.lineEnd(lexer.start) : lexer.start + 1);
    return true;
  }

  /** Notes the current token as a comment and reports control characters in it. */
  takeComment(): void {
    const { start, end } = this.lexer;
    this.comments.push({ start, end });
    this.reportControls(start, end, false);
  }

  /** A lone carriage return ends a line in an editor but is a control character to TOML. */
  takeNewline(): void {
    const { start, end } = this.lexer;
    if (this.text.charCodeAt(start) === 0x0d && end === start + 1)
      this.reportAs('control-character', start, end, controlCharacter(0x0d));
  }

  /** Reports each run of control characters other than tab between two offsets. */
  reportControls(start: number, end: number, multiline: boolean): void {
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (!((code < 0x20 && code !== 0x09) || code === 0x7f)) continue;
      if (multiline && (code === 0x0a || (code === 0x0d && this.text.charCodeAt(at + 1) === 0x0a))) continue;
      const from = at;
      while (at + 1 < end && this.text.charCodeAt(at + 1) === code) at++;
      this.reportAs('control-character', from, at + 1, controlCharacter(code));
    }
  }

  /** The end of the line that holds `from`, without its line break. */
  lineEnd(from: number): number {
    if (from >= this.lineFrom && from <= this.lineTo) return this.lineTo;
    let end = this.text.indexOf('\n', from);
    if (end < 0) end = this.text.length;
    else if (end > from && this.text.charCodeAt(end - 1) === 0x0d) end--;
    this.lineFrom = from;
    this.lineTo = end;
    return end;
  }

  /** The end of what stands on the line from `from` on: before a comment, without trailing white space. */
  contentEnd(from: number): number {
    if (from >= this.contentFrom && from <= this.contentTo) return this.contentTo;
    const { text } = this;
    const lineEnd = this.lineEnd(from);
    let end = from;
    let blank = false;
    // A comment starts at a `#` after white space: `https://host/#anchor` holds none.
    for (let at = from; at < lineEnd; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x20 || code === 0x09 || code === 0x0d) blank = true;
      else {
        if (code === 0x23 && blank) break;
        blank = false;
        end = at + 1;
      }
    }
    this.contentFrom = from;
    this.contentTo = end;
    return end;
  }
}
