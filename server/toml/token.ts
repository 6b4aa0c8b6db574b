/** The tokens of TOML. Which ones a text has depends on where it stands: `1.5` is two bare keys and a dot, or a float. */
export const TokenKind = {
  endOfFile: 0,
  byteOrderMark: 1,
  whitespace: 2,
  newline: 3,
  comment: 4,
  /** A run of bare-key characters, where a key may stand. */
  bareKey: 5,
  /** A run of characters of numbers, dates, booleans and bare words, where a value may stand. */
  scalar: 6,
  basicString: 7,
  literalString: 8,
  multilineBasicString: 9,
  multilineLiteralString: 10,
  equals: 11,
  colon: 12,
  dot: 13,
  comma: 14,
  leftBracket: 15,
  rightBracket: 16,
  leftBrace: 17,
  rightBrace: 18,
  /** A run of characters that fit nothing here. */
  invalid: 19,
  /** A run of characters that look like white space and are none to TOML: a no-break space, a zero-width space. */
  invisible: 20,
} as const;

export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

/** Whether a token is a string, of whatever quotes. */
export function isString(kind: number | undefined): boolean {
  return kind !== undefined && kind >= TokenKind.basicString && kind <= TokenKind.multilineLiteralString;
}

/** Tokens that a list has room for at first. */
const FIRST_ROOM = 1024;
/** The room of a list with more tokens is given up with it. */
const MOST_SPARE = 16_384;
/** What the last text needed no more: a file is parsed in a thousand small texts. */
let spare: { readonly kinds: Uint8Array; readonly ends: Uint32Array } | undefined;

/** The growing list of tokens: kinds and ends side by side, so that a token costs five bytes and no object. */
export class TokenList {
  private kinds: Uint8Array;
  private ends: Uint32Array;
  length = 0;

  /** Where the last one ends. */
  get end(): number {
    return this.length === 0 ? 0 : (this.ends[this.length - 1] ?? 0);
  }

  constructor() {
    // Two lists that are filled at once, should there ever be such, do not share their room.
    const { kinds, ends } = spare ?? { kinds: new Uint8Array(FIRST_ROOM), ends: new Uint32Array(FIRST_ROOM) };
    spare = undefined;
    this.kinds = kinds;
    this.ends = ends;
  }

  push(kind: TokenKind, end: number): void {
    if (this.length === this.kinds.length) this.grow();
    this.kinds[this.length] = kind;
    this.ends[this.length] = end;
    this.length++;
  }

  private grow(): void {
    const kinds = new Uint8Array(this.kinds.length * 2);
    const ends = new Uint32Array(this.ends.length * 2);
    kinds.set(this.kinds);
    ends.set(this.ends);
    this.kinds = kinds;
    this.ends = ends;
  }

  /** The tokens in as much room as they need; nothing can be added afterwards. */
  finish(): { tokenKinds: Uint8Array; tokenEnds: Uint32Array } {
    const { kinds, ends, length } = this;
    const room = new ArrayBuffer(length * (Uint32Array.BYTES_PER_ELEMENT + 1));
    const tokenEnds = new Uint32Array(room, 0, length);
    const tokenKinds = new Uint8Array(room, tokenEnds.byteLength, length);
    tokenEnds.set(ends.subarray(0, length));
    tokenKinds.set(kinds.subarray(0, length));
    if (kinds.length <= MOST_SPARE) spare = { kinds, ends };
    return { tokenKinds, tokenEnds };
  }
}
