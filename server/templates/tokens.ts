/** Cuts a TOML template into tokens: as TOML does, but template text is one token, whatever stands in it. */
import type { Span } from '../text/span';
import type { TemplateLanguage } from './language';
import { firstOfTags } from './languages';
import type { Tag } from './tag';
import { TagReader } from './tag-reader';

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const DOLLAR = 0x24;
const PERCENT = 0x25;
const APOSTROPHE = 0x27;
const AT = 0x40;
const BRACE = 0x7b;

export type TokenKind =
  | 'newline'
  | 'space'
  | 'comment'
  | 'string'
  /** Template text outside of strings and comments. */
  | 'tag'
  /** `<TOKEN>`, `__TOKEN__`, `@@TOKEN@@`, `%TOKEN%`: template text as a value, ordinary text elsewhere. */
  | 'placeholder'
  /** A run of anything else: a bare key, a number, a stray word. */
  | 'bare'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '=';

export interface TemplateToken extends Span {
  readonly kind: TokenKind;
  readonly tag: Tag | undefined;
  /** The template text inside a string or a comment. */
  readonly inner: readonly Tag[] | undefined;
  /** A string between three quotes. */
  readonly multiline: boolean;
}

const punctuation = new Map<number, TokenKind>(
  (['[', ']', '{', '}', ',', '='] as const).map((kind) => [kind.charCodeAt(0), kind]),
);
/** What template text begins with: a tag of any language, or a placeholder. */
const SIGNS = [...firstOfTags, '<', '%', '@'];
const signs = characters(SIGNS);
/** What ends a run of ordinary text, or may. */
const special = characters([...' \t\r\n#"\'[]{},=', ...SIGNS]);
const placeholders = /<[A-Za-z][\w .:/-]{0,80}>|%[A-Za-z_]\w*%|@@?[A-Za-z_]\w*@@?/y;
const underscored = /(?:^|[^A-Za-z0-9])__[A-Za-z0-9]\w*__/;

/** A table that tells by its code whether a character is one of some. */
function characters(some: readonly string[]): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of some) table[character.charCodeAt(0)] = 1;
  return table;
}

/** Whether a placeholder that is alone on its line stands for lines. `<runners>` does not: it is one of XML. */
export function isPlaceholderOfLines(placeholder: string): boolean {
  return /^(?:__\w+__|@.+@|%.+%)$/.test(placeholder);
}

/** From the token at one index up to the one before another. */
export function tokenSpan(tokens: readonly TemplateToken[], from: number, to: number): Span {
  const start = tokens[from]?.start ?? 0;
  return { start, end: tokens[to - 1]?.end ?? start };
}

/**
 * Of a text with more tokens and tags than this the rest is not read, as TOML with so many tokens is not. Each is an object, which
 * takes ten times as much room as a token of TOML, and a text is read in two languages until its own is known.
 */
export const MAXIMUM_TEMPLATE_TOKENS = 300_000;

/** The tokens cover the text without a gap up to where it is not read any more. */
export function templateTokens(text: string, language: TemplateLanguage): TemplateToken[] {
  return new Tokenizer(text, language).all();
}

class Tokenizer {
  private readonly tokens: { -readonly [Property in keyof TemplateToken]: TemplateToken[Property] }[] = [];
  private readonly reader: TagReader;
  private offset = 0;
  /** The tags inside of strings and comments. */
  private innerTags = 0;
  /** Where a string between three quotes without an end was met: those after it have none either. */
  private readonly open = new Set<string>();

  constructor(
    private readonly text: string,
    language: TemplateLanguage,
  ) {
    this.reader = new TagReader(text, language);
  }

  all(): TemplateToken[] {
    while (this.offset < this.text.length && !this.isFull) this.step(this.text.charCodeAt(this.offset));
    return this.tokens;
  }

  private get isFull(): boolean {
    return this.tokens.length + this.innerTags >= MAXIMUM_TEMPLATE_TOKENS;
  }

  /** The tag at an offset inside of a string or a comment; none any more where there were too many. */
  private innerTag(offset: number): Tag | undefined {
    if (signs[this.text.charCodeAt(offset)] !== 1 || this.isFull) return undefined;
    const tag = this.reader.inText(offset);
    if (tag) this.innerTags++;
    return tag;
  }

  private push(kind: TokenKind, end: number, tag?: Tag, inner?: readonly Tag[], multiline = false): void {
    this.tokens.push({ kind, start: this.offset, end, tag, inner, multiline });
    this.offset = end;
  }

  private step(first: number): void {
    const { text, offset } = this;
    if (first === LF || first === CR) {
      this.push('newline', offset + (first === CR && text.charCodeAt(offset + 1) === LF ? 2 : 1));
    } else if (first === SPACE || first === TAB) {
      let end = offset + 1;
      for (let code = text.charCodeAt(end); code === SPACE || code === TAB; code = text.charCodeAt(end)) end++;
      this.push('space', end);
    } else if (first === HASH) this.comment();
    else if (first === QUOTE || first === APOSTROPHE) this.string(text.charAt(offset));
    else if (signs[first] !== 1 || !this.template()) {
      const kind = punctuation.get(first);
      if (!kind || this.isUnfinished(text.charCodeAt(offset + 1))) this.bare();
      else this.push(kind, offset + 1);
    }
  }

  /** `{{` and `{%` without an end: no brackets of TOML. */
  private isUnfinished(next: number): boolean {
    const { text, offset } = this;
    if (text.charCodeAt(offset) !== BRACE) return false;
    return next === PERCENT || (next === BRACE && !this.reader.at(offset + 1));
  }

  private template(): boolean {
    const tag = this.reader.at(this.offset);
    if (tag) {
      this.push('tag', tag.end, tag);
      return true;
    }
    const first = this.text.charCodeAt(this.offset);
    if (first === BRACE || first === DOLLAR || special[this.text.charCodeAt(this.offset + 1)] === 1) {
      // Two signs in a row begin `@@NAME@@` only.
      if (first !== AT) return false;
    }
    placeholders.lastIndex = this.offset;
    if (!placeholders.test(this.text)) return false;
    this.push('placeholder', placeholders.lastIndex);
    return true;
  }

  private bare(): void {
    const { text } = this;
    const start = this.offset;
    // The sign of a template without an end is ordinary text as a whole.
    let end = start + (signs[text.charCodeAt(start)] === 1 && text.charCodeAt(start + 1) === BRACE ? 2 : 1);
    while (end < text.length && special[text.charCodeAt(end)] !== 1) end++;
    const kind = end - start > 4 && underscored.test(text.slice(start, end)) ? 'placeholder' : 'bare';
    const previous = this.tokens[this.tokens.length - 1];
    if (previous?.kind === 'bare') {
      previous.kind = kind;
      previous.end = end;
      this.offset = end;
    } else this.push(kind, end);
  }

  /** A comment; one that a tag of several lines begins in goes on to the end of that tag's last line. */
  private comment(): void {
    const { text } = this;
    const inner: Tag[] = [];
    let end = this.offset + 1;
    for (; end < text.length; end++) {
      const character = text.charAt(end);
      if (character === '\n' || character === '\r') break;
      const tag = this.innerTag(end);
      if (!tag) continue;
      inner.push(tag);
      end = tag.end - 1;
    }
    this.push('comment', end, undefined, inner.length > 0 ? inner : undefined);
  }

  private string(quote: string): void {
    const triple = quote.repeat(3);
    const { text, offset } = this;
    const multiline = text.startsWith(triple, offset) && !this.open.has(quote);
    const inner: Tag[] = [];
    let end = offset + (multiline ? 3 : 1);
    for (; ; end++) {
      const character = text.charAt(end);
      if (character === '' || (!multiline && character === '\n')) break;
      if (character === quote && (!multiline || text.startsWith(triple, end))) break;
      if (character === '\\' && quote === '"' && /["\\]/.test(text.charAt(end + 1))) end++;
      else {
        const tag = this.innerTag(end);
        if (!tag) continue;
        inner.push(tag);
        end = tag.end - 1;
      }
    }
    if (multiline && end >= text.length) {
      this.open.add(quote);
      this.string(quote);
      return;
    }
    if (text.charAt(end) === quote) end = multiline ? this.endOfTriple(end, quote) : end + 1;
    else if (text.charAt(end - 1) === '\r') end--;
    this.push('string', Math.min(end, text.length), undefined, inner.length > 0 ? inner : undefined, multiline);
  }

  /** Up to two more quotes belong to the content: `"""a""""` holds `a"`. */
  private endOfTriple(start: number, quote: string): number {
    let end = start + 3;
    for (let more = 0; more < 2 && this.text.charAt(end) === quote; more++) end++;
    return end;
  }
}
