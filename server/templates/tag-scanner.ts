/** Reads on in a text from where a piece of template text starts: quotes, nested braces and line breaks inside it do not end it. */

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const PERCENT = 0x25;
const BACKSLASH = 0x5c;
const BACKQUOTE = 0x60;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** The next place of a text from an offset on, remembered: offsets are asked for in ascending order, nearly. */
class NextPlace {
  private asked = Number.POSITIVE_INFINITY;
  private found = -1;

  constructor(
    private readonly text: string,
    private readonly wanted: string,
  ) {}

  /** The offset, or the text's length where there is none. */
  from(offset: number): number {
    if (offset < this.asked || offset > this.found) {
      const place = this.text.indexOf(this.wanted, offset);
      this.asked = offset;
      this.found = place < 0 ? this.text.length : place;
    }
    return this.found;
  }
}

export class TagScanner {
  private readonly places = new Map<string, NextPlace>();
  /** Characters that may still be read to match quotes and braces. Text made to defeat it then ends tags at the first delimiter. */
  private budget: number;

  constructor(
    readonly text: string,
    private readonly quotesByBackquote: boolean,
  ) {
    this.budget = 8 * text.length + 1000;
  }

  /** The offset of the next such text from an offset on; the text's length where there is none. */
  next(wanted: string, offset: number): number {
    let place = this.places.get(wanted);
    if (!place) {
      place = new NextPlace(this.text, wanted);
      this.places.set(wanted, place);
    }
    return place.from(offset);
  }

  /** Whether one more character may be read. */
  spend(): boolean {
    return this.budget-- > 0;
  }

  /** The end of `{{ }}` or `{% %}`. Where the quotes and braces in it do not match, the first closer on its line ends it. */
  bracesEnd(start: number, closer: '}}' | '%}'): number | undefined {
    const first = this.next(closer, start + 2);
    if (first >= this.text.length) return undefined;
    const end = this.matched(start + 2, closer === '%}');
    if (end > 0) return end;
    return first < this.next('\n', start) ? first + 2 : undefined;
  }

  /** The end of an action or a statement, or -1. */
  private matched(start: number, statement: boolean): number {
    const { text } = this;
    let depth = 0;
    let offset = start;
    for (; offset < text.length && this.budget > 0; offset++, this.budget--) {
      const code = text.charCodeAt(offset);
      if (code === QUOTE || code === APOSTROPHE) offset = this.endOfQuoted(offset, code);
      else if (code === BACKQUOTE && this.quotesByBackquote) {
        const end = this.next('`', offset + 1);
        if (end < text.length) {
          this.budget -= end - offset;
          offset = end;
        }
      } else if (statement && code === PERCENT && text.charCodeAt(offset + 1) === CLOSE_BRACE) return offset + 2;
      else if (code === OPEN_BRACE) {
        const next = text.charCodeAt(offset + 1);
        // Another one begins: this one has no end.
        if (next === OPEN_BRACE || next === PERCENT) return -1;
        depth++;
      } else if (code === CLOSE_BRACE && depth > 0) depth--;
      else if (code === CLOSE_BRACE && !statement && text.charCodeAt(offset + 1) === CLOSE_BRACE) return offset + 2;
    }
    return -1;
  }

  /** The offset of the closing quote; that of the opening one where its line has no other: then it is an apostrophe. */
  private endOfQuoted(start: number, quote: number): number {
    const { text } = this;
    for (let offset = start + 1; offset < text.length; offset++, this.budget--) {
      const code = text.charCodeAt(offset);
      if (code === quote) return offset;
      if (code === NEWLINE) break;
      if (code === BACKSLASH) offset++;
    }
    return start;
  }
}
