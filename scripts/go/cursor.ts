/** A place in the tokens of a Go file, with the few steps that reading declarations needs. */
import type { GoToken } from './tokens';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const END: GoToken = { type: 'end', text: '', line: 0, comments: [] };

export class Cursor {
  private place = 0;

  constructor(private readonly tokens: readonly GoToken[]) {}

  get done(): boolean {
    return this.place >= this.tokens.length;
  }

  peek(ahead = 0): GoToken {
    return this.tokens[this.place + ahead] ?? END;
  }

  next(): GoToken {
    const token = this.peek();
    this.place += 1;
    return token;
  }

  at(text: string): boolean {
    const token = this.peek();
    return token.text === text && token.type !== 'text';
  }

  /** Steps over `text` where it stands. */
  take(text: string): boolean {
    if (!this.at(text)) return false;
    this.place += 1;
    return true;
  }

  takeEnds(): void {
    while (!this.done && this.peek().type === 'end') this.place += 1;
  }

  /** The tokens up to the end of the statement or the bracket that closes around it, inner brackets whole. */
  statement(): GoToken[] {
    const start = this.place;
    while (!this.done) {
      const { type, text } = this.peek();
      if (type === 'end' || (type === 'sign' && /^[)\]}]$/.test(text))) break;
      if (type === 'sign' && CLOSING[text]) this.brackets();
      else this.place += 1;
    }
    return this.tokens.slice(start, this.place);
  }

  /** The tokens between the bracket that opens here and its partner; steps over both. */
  brackets(): GoToken[] {
    const open = this.next().text;
    const close = CLOSING[open] as string;
    const start = this.place;
    for (let depth = 1; !this.done; this.place += 1) {
      if (this.at(open)) depth += 1;
      else if (this.at(close)) depth -= 1;
      if (depth === 0) break;
    }
    const inner = this.tokens.slice(start, this.place);
    this.place += 1;
    return inner;
  }
}
