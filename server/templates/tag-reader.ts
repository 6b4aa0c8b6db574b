/** Finds where a piece of template text ends: quotes, nested braces and line breaks inside it do not end it. */
import { meaningOf, type Tag, type TemplateStyle } from './tag';

const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BACKQUOTE = 0x60;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const PERCENT = 0x25;

const goComment = /\{\{-?\s{0,8}\/\*/y;

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

export class TagReader {
  private readonly ends = new Map<string, NextPlace>();
  /** Characters that may still be read to match quotes and braces. Text made to defeat it then ends tags at the first delimiter. */
  private budget: number;

  constructor(
    private readonly text: string,
    private readonly style: TemplateStyle,
  ) {
    this.budget = 8 * text.length + 1000;
  }

  /** The tag that starts at an offset outside of strings and comments, where every template language is known by its sign. */
  at(offset: number): Tag | undefined {
    const { text } = this;
    const next = text.charAt(offset + 1);
    switch (text.charAt(offset)) {
      case '{':
        // In an inline table: `{{{ include "labels" . }}}` is a brace and an expression.
        if (next === '{' && text.charAt(offset + 2) === '{') return undefined;
        if (next === '{' || next === '%' || (next === '#' && this.style === 'jinja')) return this.brace(offset, next);
        return undefined;
      case '<':
        return next === '%' ? this.ruby(offset) : undefined;
      case '%':
        return next === '{' ? this.terraform(offset) : undefined;
      case '$':
        return this.dollar(offset, next);
      default:
        return undefined;
    }
  }

  /** The tag that starts at an offset inside of a string or a comment: only what the file's own language replaces there. */
  inText(offset: number): Tag | undefined {
    const { text, style } = this;
    const next = text.charAt(offset + 1);
    switch (text.charAt(offset)) {
      case '{':
        if (next === '{') return style === 'erb' || style === 'shell' ? undefined : this.brace(offset, next);
        return style === 'jinja' && (next === '%' || next === '#') ? this.brace(offset, next) : undefined;
      case '<':
        return style === 'erb' && next === '%' ? this.ruby(offset) : undefined;
      case '%':
      case '$':
        // Doubled, it is the character itself: `$${CI_PROJECT_DIR}`.
        if (style !== 'terraform' || next !== '{' || text.charAt(offset - 1) === text.charAt(offset)) return undefined;
        return this.terraform(offset);
      default:
        return undefined;
    }
  }

  private next(wanted: string, offset: number): number {
    let place = this.ends.get(wanted);
    if (!place) {
      place = new NextPlace(this.text, wanted);
      this.ends.set(wanted, place);
    }
    return place.from(offset);
  }

  private tag(start: number, end: number): Tag | undefined {
    return end > this.text.length ? undefined : { start, end, ...meaningOf(this.text.slice(start, end)) };
  }

  /** `<%%` is the text `<%`. Neither language looks at quotes: the first `%>` ends it. */
  private ruby(start: number): Tag | undefined {
    return this.text.charAt(start + 2) === '%' ? undefined : this.tag(start, this.next('%>', start + 2) + 2);
  }

  private brace(start: number, sign: string): Tag | undefined {
    const { text } = this;
    if (sign === '#') return this.tag(start, this.next('#}', start + 2) + 2);
    const close = sign === '{' ? '}}' : '%}';
    const first = this.next(close, start + 2);
    if (first >= text.length) return undefined;
    if (sign === '{') {
      goComment.lastIndex = start;
      if (goComment.test(text)) {
        const last = this.next('*/', goComment.lastIndex);
        return last < text.length ? this.tag(start, this.next('}}', last) + 2) : undefined;
      }
    }
    const end = this.matched(start + 2, sign === '%');
    if (end > 0) return this.tag(start, end);
    return first < this.next('\n', start) ? this.tag(start, first + 2) : undefined;
  }

  /** The end of an action or a statement, or -1. */
  private matched(start: number, statement: boolean): number {
    const { text } = this;
    let depth = 0;
    let offset = start;
    for (; offset < text.length && this.budget > 0; offset++, this.budget--) {
      const code = text.charCodeAt(offset);
      if (code === QUOTE || code === APOSTROPHE) offset = this.endOfQuoted(offset, code);
      else if (code === BACKQUOTE && this.style !== 'jinja') {
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

  private dollar(start: number, next: string): Tag | undefined {
    const { text } = this;
    if (next === '{') return this.terraform(start);
    if (next === '$' && text.charAt(start + 2) === '{') {
      const inner = this.terraform(start + 1);
      return inner && { ...inner, start };
    }
    const variable = /\$[A-Za-z_]\w*/y;
    variable.lastIndex = start;
    return variable.test(text) ? this.tag(start, variable.lastIndex) : undefined;
  }

  /** `${ }` and `%{ }`: braces nest, and strings hold further ones. */
  private terraform(start: number): Tag | undefined {
    const { text } = this;
    const first = this.next('}', start + 2);
    if (first >= text.length) return undefined;
    /** For each level: whether it is a string. */
    const levels = [false];
    for (let offset = start + 2; offset < text.length && this.budget > 0; offset++, this.budget--) {
      const code = text.charCodeAt(offset);
      if (levels[levels.length - 1]) {
        if (code === NEWLINE) break;
        if (code === BACKSLASH) offset++;
        else if (code === QUOTE) levels.pop();
        else if (code === OPEN_BRACE && /[$%]/.test(text.charAt(offset - 1))) levels.push(false);
      } else if (code === QUOTE) levels.push(true);
      else if (code === OPEN_BRACE) levels.push(false);
      else if (code === CLOSE_BRACE) {
        levels.pop();
        if (levels.length === 0) return this.tag(start, offset + 1);
      }
    }
    return first < this.next('\n', start) ? this.tag(start, first + 1) : undefined;
  }
}
