/** Masks the template text of a file, statement by statement: headers, pairs, and lines that a template makes. */
import type { Span } from '../text/span';
import { maskBrackets } from './mask-brackets';
import type { MaskBuffer } from './mask-buffer';
import { maskKey } from './mask-keys';
import type { MaskState } from './mask-state';
import { isPlaceholderOfLines, type TemplateToken, type TokenKind, tokenSpan } from './tokens';

const keyParts = new Set<TokenKind | undefined>(['bare', 'placeholder', 'string', 'space', 'tag']);

/** Overwrites all template text outside of strings and comments. */
export function maskStatements(state: MaskState): void {
  new StatementMasker(state).run();
}

class StatementMasker {
  private index = 0;
  private readonly tokens: readonly TemplateToken[];
  private readonly buffer: MaskBuffer;

  constructor(private readonly state: MaskState) {
    this.tokens = state.tokens;
    this.buffer = state.buffer;
  }

  run(): void {
    while (this.index < this.tokens.length) {
      this.statement();
      this.rest();
      // The line break.
      this.index++;
    }
  }

  private kind(index: number): TokenKind | undefined {
    return this.tokens[index]?.kind;
  }

  /** Whether a token ends what can stand on a line. */
  private ends(index: number): boolean {
    const kind = this.kind(index);
    return kind === undefined || kind === 'newline' || kind === 'comment';
  }

  private span(from: number, to: number): Span {
    return tokenSpan(this.tokens, from, to);
  }

  private statement(): void {
    const first = this.index;
    let content = first;
    while (this.kind(content) === 'space' || this.kind(content) === 'tag') content++;
    // Tags alone are the rest of a line without a beginning.
    if (this.ends(content)) return;
    if (this.kind(content) === '[') {
      this.blankTags(first, content);
      this.header(content);
      return;
    }
    const mark = this.endOfKey(content);
    if (mark < 0) {
      this.index = this.fragment(first, content);
      return;
    }
    const key = this.startOfKey(first, content);
    this.blankTags(first, key);
    maskKey(this.state, key, mark);
    this.index = mark + 1;
    this.value();
  }

  /**
   * The index of the `=` behind a key, or of what ends in a `:` in its place: a mistake of its own, and the value after it is sound. -1
   * where there is none.
   */
  private endOfKey(content: number): number {
    let colon = -1;
    let index = content;
    for (; keyParts.has(this.kind(index)); index++) {
      if (colon < 0 && this.kind(index) === 'bare' && this.original(index).endsWith(':')) colon = index;
    }
    if (this.kind(index) === '=') return index;
    // What touches the colon is no part of a name that a tag gives.
    const isWhole = this.original(colon) === ':' || this.tokens[colon - 1]?.kind !== 'tag';
    return isWhole ? colon : -1;
  }

  private original(index: number): string {
    const token = this.tokens[index];
    return token ? this.buffer.original(token) : '';
  }

  /** The key begins with the expressions that touch it: `{{ prefix }}_limit = 1`, and `{{ key }} = 1`. */
  private startOfKey(first: number, content: number): number {
    let start = content;
    if (this.kind(content) === '=' || this.original(content) === ':')
      while (start > first && this.kind(start - 1) === 'space') start--;
    while (start > first && this.tokens[start - 1]?.tag?.kind === 'expression') start--;
    return start;
  }

  /** Text between tags that is no statement (what a macro gives, say) is left out with them; so is a placeholder alone. */
  private fragment(first: number, content: number): number {
    let end = content;
    while (!this.ends(end)) end++;
    let tag = first;
    while (tag < end && this.kind(tag) !== 'tag') tag++;
    const next = this.kind(content + 1) === 'space' ? content + 2 : content + 1;
    if (next === Math.min(tag, end) && this.isLine(content)) this.buffer.comment(this.span(content, end));
    else if (tag < end) this.buffer.comment(this.span(tag, end));
    return end;
  }

  private isLine(index: number): boolean {
    const token = this.tokens[index];
    return token?.kind === 'placeholder' && isPlaceholderOfLines(this.original(index));
  }

  private blankTags(from: number, to: number): void {
    for (let index = from; index < to; index++)
      if (this.kind(index) === 'tag') this.buffer.blank(this.span(index, index + 1));
  }

  /** `[runners.{{ name }}]` and `[[runners.{{ name }}]]`. */
  private header(bracket: number): void {
    const from = this.kind(bracket + 1) === '[' ? bracket + 2 : bracket + 1;
    let to = from;
    while (keyParts.has(this.kind(to))) to++;
    if (this.kind(to) === ']') {
      maskKey(this.state, from, to);
      this.index = this.kind(to + 1) === ']' ? to + 2 : to + 1;
    } else this.index = from;
  }

  private value(): void {
    for (;;) {
      while (this.kind(this.index) === 'space') this.index++;
      const { tag } = this.tokens[this.index] ?? {};
      if (tag?.kind !== 'control' || tag.role !== 'none') break;
      this.buffer.blank(tag);
      this.index++;
    }
    const kind = this.kind(this.index);
    if (kind === '[' || kind === '{') this.index = maskBrackets(this.state, this.index);
    else if (!this.ends(this.index)) this.scalar();
  }

  /**
   * A value that is no array and no inline table, up to the last tag that belongs to it and what touches that:
   * `{{ size }}m`, `{{ a }} {{ b }}`, `{% if a %}true{% else %}false{% endif %}`.
   */
  private scalar(): void {
    const { match, line } = this.state.ahead;
    const from = this.index;
    let end = from;
    let tagged = false;
    for (let index = from; !this.ends(index); index++) {
      const kind = this.kind(index);
      const { tag } = this.tokens[index] ?? {};
      if (tag?.role === 'open') {
        const close = match[index] ?? -1;
        // What begins after a value, and does not end on its line, is about the lines below.
        if (end > from && (close < 0 || line[close] !== line[index])) break;
        index = Math.max(index, close);
      } else if (tag?.kind === 'control') {
        if (tag.role !== 'none') break;
        continue;
      } else if (!tag && kind !== 'placeholder') {
        // Ordinary text: part of the value where it touches it.
        if (index === end && kind !== 'space' && kind !== ',' && kind !== ']' && kind !== '}') end++;
        continue;
      }
      end = index + 1;
      tagged = true;
    }
    if (tagged) this.buffer.value(this.span(from, end));
    this.index = Math.max(end, from);
  }

  /** What follows a statement on its line: with its first tag the line is over. */
  private rest(): void {
    let tag = -1;
    let end = this.index;
    for (; this.index < this.tokens.length && this.kind(this.index) !== 'newline'; this.index++) {
      const kind = this.kind(this.index);
      if (kind === 'tag' && tag < 0) tag = this.index;
      if (kind !== 'space' && kind !== 'comment') end = this.index + 1;
    }
    if (tag >= 0) this.buffer.comment(this.span(tag, end));
  }
}
