/** Cuts a text into tokens on demand: the parser says whether a key or a value may come next. */
import { isInvisible, isWidePunctuation } from './characters';
import { TokenKind, TokenList } from './token';

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const BACKSLASH = 0x5c;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

const KEY_CHARACTER = 1;
const SCALAR_CHARACTER = 2;
const DELIMITER = 4;

/** What an ASCII character may be part of. */
const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z0-9_-]/.test(character)) classes[code] = KEY_CHARACTER | SCALAR_CHARACTER;
  else if (/[+.:]/.test(character)) classes[code] = SCALAR_CHARACTER;
  if (/[\s#=.,[\]{}"':]/.test(character)) classes[code] = (classes[code] ?? 0) | DELIMITER;
}

const punctuation = new Map<number, TokenKind>([
  [0x3d, TokenKind.equals],
  [0x2c, TokenKind.comma],
  [0x5b, TokenKind.leftBracket],
  [0x5d, TokenKind.rightBracket],
  [0x7b, TokenKind.leftBrace],
  [0x7d, TokenKind.rightBrace],
]);

/**
 * A text with more tokens than this is read no further: those of 5,000 runners, which nobody has. A token with what is made of it takes
 * a hundred bytes, for the version before a change as well.
 */
export const MAXIMUM_TOKENS = 600_000;

/** A place to come back to; see {@link Lexer.rewind}. */
export interface LexerMark {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly tokens: number;
  readonly limit: number;
}

export class Lexer {
  kind: TokenKind = TokenKind.endOfFile;
  start = 0;
  end = 0;
  /** False when the current string token has no closing quote. */
  terminated = true;
  /** True when the current string token holds a backslash or a control character, so that it needs a closer look. */
  special = false;
  readonly tokens = new TokenList();
  /** Where a multi-line string without an end was met first, for each kind of quote: those after it have none either. */
  private openBasic = Number.POSITIVE_INFINITY;
  private openLiteral = Number.POSITIVE_INFINITY;
  /** Where reading ends: the end of the text, but where it holds more than is read. */
  private limit: number;

  constructor(
    readonly text: string,
    readTo = text.length,
  ) {
    this.limit = readTo;
  }

  /** Whether the text goes on where reading has ended: what seems to be missing may stand there. */
  get isCut(): boolean {
    return this.limit < this.text.length && this.start >= this.limit;
  }

  /** Reads no further than the current token. */
  stop(): void {
    this.limit = 0;
  }

  /** Where the text is not read any more; what is left of it is one token. Called when the parser is at the end of what is read. */
  finish(): number {
    const { text, tokens } = this;
    const end = tokens.end;
    if (end < text.length) tokens.push(TokenKind.invalid, text.length);
    return end;
  }

  /** Moves to the next token where a key may stand. */
  nextKey(): TokenKind {
    return this.next(false);
  }

  /** Moves to the next token where a value may stand. */
  nextValue(): TokenKind {
    return this.next(true);
  }

  mark(): LexerMark {
    return { start: this.start, end: this.end, kind: this.kind, tokens: this.tokens.length, limit: this.limit };
  }

  /** Goes back to a mark and forgets the tokens after it. */
  rewind(mark: LexerMark): void {
    this.start = mark.start;
    this.end = mark.end;
    this.kind = mark.kind;
    this.tokens.length = mark.tokens;
    this.limit = mark.limit;
  }

  /** Reads the current token once more, where a key may stand. */
  againAsKey(): TokenKind {
    this.tokens.length--;
    this.end = this.start;
    return this.next(false);
  }

  /** Makes the text from the current token's start to `end` one invalid token. */
  takeInvalid(end: number): void {
    this.retake(TokenKind.invalid, end);
  }

  /** Makes the text from the current token's start to `end` one token of a kind. */
  retake(kind: TokenKind, end: number): void {
    if (this.kind !== TokenKind.endOfFile) this.tokens.length--;
    this.kind = kind;
    this.end = end;
    this.tokens.push(kind, end);
  }

  private next(value: boolean): TokenKind {
    const { text } = this;
    this.start = this.end;
    if (this.start >= this.limit) {
      this.kind = TokenKind.endOfFile;
      return this.kind;
    }
    this.kind = this.scan(text.charCodeAt(this.start), value);
    this.tokens.push(this.kind, this.end);
    if (this.tokens.length >= MAXIMUM_TOKENS) this.stop();
    return this.kind;
  }

  private scan(code: number, value: boolean): TokenKind {
    const { text, start } = this;
    if (code === SPACE || code === TAB) {
      let end = start + 1;
      for (let c = text.charCodeAt(end); c === SPACE || c === TAB; c = text.charCodeAt(end)) end++;
      this.end = end;
      return TokenKind.whitespace;
    }
    if (code === LF || code === CR) {
      this.end = start + (code === CR && text.charCodeAt(start + 1) === LF ? 2 : 1);
      return TokenKind.newline;
    }
    if (code < 128 && ((classes[code] ?? 0) & (value ? SCALAR_CHARACTER : KEY_CHARACTER)) !== 0) {
      return this.scanRun(value ? SCALAR_CHARACTER : KEY_CHARACTER, value ? TokenKind.scalar : TokenKind.bareKey);
    }
    if (code === 0x23) return this.scanComment();
    if (code === QUOTE || code === APOSTROPHE) return this.scanString(code);
    const mark = punctuation.get(code);
    if (mark !== undefined) {
      this.end = start + 1;
      return mark;
    }
    if (code === 0x2e || code === 0x3a) {
      this.end = start + 1;
      return code === 0x2e ? TokenKind.dot : TokenKind.colon;
    }
    if (code === 0xfeff && start === 0) {
      this.end = 1;
      return TokenKind.byteOrderMark;
    }
    return isInvisible(code) ? this.scanInvisible() : this.scanInvalid();
  }

  private scanRun(wanted: number, kind: TokenKind): TokenKind {
    const { text } = this;
    let end = this.start + 1;
    for (;;) {
      const code = text.charCodeAt(end);
      // NaN at the end of the text fails the comparison too.
      if (!(code < 128) || ((classes[code] ?? 0) & wanted) === 0) break;
      end++;
    }
    this.end = end;
    return kind;
  }

  private scanComment(): TokenKind {
    let end = this.text.indexOf('\n', this.start);
    if (end < 0) end = this.text.length;
    else if (this.text.charCodeAt(end - 1) === CR) end--;
    this.end = end;
    return TokenKind.comment;
  }

  private scanInvalid(): TokenKind {
    const { text } = this;
    let end = this.start + 1;
    // A full-width bracket or comma may be taken for the plain one, so it is a token of its own.
    for (; end < text.length && !isWidePunctuation(text.charCodeAt(this.start)); end++) {
      const code = text.charCodeAt(end);
      if ((code < 128 && (classes[code] ?? 0) !== 0) || isInvisible(code) || isWidePunctuation(code)) break;
    }
    this.end = end;
    return TokenKind.invalid;
  }

  private scanInvisible(): TokenKind {
    let end = this.start + 1;
    while (isInvisible(this.text.charCodeAt(end))) end++;
    this.end = end;
    return TokenKind.invisible;
  }

  private scanString(quote: number): TokenKind {
    const { text, start } = this;
    if (text.charCodeAt(start + 1) === quote && text.charCodeAt(start + 2) === quote) return this.scanMultiline(quote);
    this.special = false;
    this.terminated = true;
    const kind = quote === QUOTE ? TokenKind.basicString : TokenKind.literalString;
    let end = start + 1;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === quote) {
        this.end = end + 1;
        return kind;
      }
      if (code === LF || (code === CR && text.charCodeAt(end + 1) === LF)) break;
      if (code === BACKSLASH && quote === QUOTE) {
        this.special = true;
        const next = text.charCodeAt(end + 1);
        if (next !== LF && next !== CR) end++;
      } else if ((code < SPACE && code !== TAB) || code === 0x7f) this.special = true;
    }
    this.terminated = false;
    this.end = Math.min(end, text.length);
    return kind;
  }

  private scanMultiline(quote: number): TokenKind {
    const { text } = this;
    const kind = quote === QUOTE ? TokenKind.multilineBasicString : TokenKind.multilineLiteralString;
    this.special = false;
    this.terminated = true;
    if (this.start > (quote === QUOTE ? this.openBasic : this.openLiteral)) return this.endOpen(kind);
    let end = this.start + 3;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === quote && text.charCodeAt(end + 1) === quote && text.charCodeAt(end + 2) === quote) {
        end += 3;
        // Up to two more quotes belong to the content: """a"""" holds a".
        for (let more = 0; more < 2 && text.charCodeAt(end) === quote; more++) end++;
        this.end = end;
        return kind;
      }
      if (code === BACKSLASH && quote === QUOTE) {
        this.special = true;
        end++;
      } else if ((code < SPACE && code !== TAB && code !== LF) || code === 0x7f) this.special = true;
    }
    if (quote === QUOTE) this.openBasic = this.start;
    else this.openLiteral = this.start;
    return this.endOpen(kind);
  }

  /** A multi-line string without an end takes the rest of the text; the parser cuts it where that cannot be meant. */
  private endOpen(kind: TokenKind): TokenKind {
    this.terminated = false;
    this.special = true;
    this.end = this.text.length;
    return kind;
  }
}
