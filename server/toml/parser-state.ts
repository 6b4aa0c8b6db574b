/** What the parsing functions share: the lexer and the lists that grow. */
import { Lexer, type LexerMark } from './lexer';
import { syntaxMessage } from './messages';
import type { NewerConstruct, Span, SyntaxCode, SyntaxProblem } from './syntax';
import { TokenKind } from './token';

/** Deeper nesting than any decoder takes is reported, not followed, so that no input exhausts the stack. */
export const MAXIMUM_DEPTH = 100;

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
  /** How often an inline table over several lines turned out to be broken; see parse-value.ts. */
  failedAttempts = 0;

  constructor(readonly text: string) {
    this.lexer = new Lexer(text);
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

  report(code: SyntaxCode, start: number, end: number, detail?: string, severity: 'error' | 'warning' = 'error'): void {
    this.problems.push({ code, start, end, message: syntaxMessage(code, detail), severity });
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  /** Moves to the next token that is not white space, where a key may stand. */
  keyToken(): TokenKind {
    let kind = this.lexer.nextKey();
    while (kind === TokenKind.whitespace) kind = this.lexer.nextKey();
    return kind;
  }

  /** Moves to the next token that is not white space, where a value may stand. */
  valueToken(): TokenKind {
    let kind = this.lexer.nextValue();
    while (kind === TokenKind.whitespace) kind = this.lexer.nextValue();
    return kind;
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
      this.report('control-character', start, end, 'U+000D');
  }

  /** Reports each run of control characters other than tab between two offsets. */
  reportControls(start: number, end: number, multiline: boolean): void {
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (!((code < 0x20 && code !== 0x09) || code === 0x7f)) continue;
      if (multiline && (code === 0x0a || (code === 0x0d && this.text.charCodeAt(at + 1) === 0x0a))) continue;
      this.report('control-character', at, at + 1, `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
      while (at + 1 < end && this.text.charCodeAt(at + 1) === code) at++;
    }
  }

  /** The end of the line that holds `from`, without its line break. */
  lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    if (end < 0) return this.text.length;
    return end > from && this.text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
  }

  /** The end of what stands on the line from `from` on: before a comment, without trailing white space. */
  contentEnd(from: number): number {
    const lineEnd = this.lineEnd(from);
    const comment = this.text.slice(from, lineEnd).search(/\s#/);
    let end = comment < 0 ? lineEnd : from + comment;
    while (end > from && /\s/.test(this.text.charAt(end - 1))) end--;
    return end;
  }
}
