/** Masks the template text of an array or an inline table: its items stay separated by one comma each. */
import type { Span } from '../text/span';
import { maskKey } from './mask-keys';
import type { MaskState } from './mask-state';
import { type TemplateToken, type TokenKind, tokenSpan } from './tokens';

const keyParts = new Set<TokenKind | undefined>(['bare', 'placeholder', 'string', 'tag']);

/** An array or an inline table that is open. */
interface Level {
  readonly array: boolean;
  /** What came last, template text left aside. */
  last: 'bracket' | 'comma' | 'item';
  /** In an inline table: whether `=` came and the value has not. */
  afterEquals: boolean;
  /** The last tag since then that was masked without trace, or -1. */
  tag: number;
  comma: Span | undefined;
}

/** Masks from the bracket at an index on; the index after the closing one, or of where it is clear that there is none. */
export function maskBrackets(state: MaskState, index: number): number {
  return new BracketMasker(state).run(index);
}

class BracketMasker {
  private readonly levels: Level[] = [];
  private readonly tokens: readonly TemplateToken[];

  constructor(private readonly state: MaskState) {
    this.tokens = state.tokens;
  }

  run(start: number): number {
    this.open(start);
    let index = start + 1;
    for (let level = this.top; level; level = this.top) {
      if (index >= this.tokens.length) return index;
      const kind = this.kind(index);
      if (kind === 'newline' && level.array && this.startsPair(index + 1)) return index;
      if (kind === ']' && !level.array) return index;
      index = this.step(level, kind, index);
    }
    return index;
  }

  private get top(): Level | undefined {
    return this.levels[this.levels.length - 1];
  }

  private kind(index: number): TokenKind | undefined {
    return this.tokens[index]?.kind;
  }

  private span(from: number, to: number): Span {
    return tokenSpan(this.tokens, from, to);
  }

  /** Whether a line begins with `key =`: the bracket of the array before it is missing. */
  private startsPair(index: number): boolean {
    const start = this.kind(index) === 'space' ? index + 1 : index;
    let end = start;
    // A key of more parts is none that anyone writes; the limit keeps the time linear.
    while (end < start + 8 && keyParts.has(this.kind(end))) end++;
    return end > start && this.kind(this.kind(end) === 'space' ? end + 1 : end) === '=';
  }

  /** Takes one token or a group of them; the index after it. */
  private step(level: Level, kind: TokenKind | undefined, index: number): number {
    const { buffer } = this.state;
    switch (kind) {
      case 'newline':
      case 'space':
      case 'comment':
        return index + 1;
      case '[':
      case '{':
        if (level.array) this.item(level);
        this.open(index);
        return index + 1;
      case ']':
      case '}':
        this.close(level, kind);
        return index + 1;
      case '=':
        level.afterEquals = !level.array;
        return index + 1;
      case ',':
        // A comma that a loop writes before each item but the first.
        if (level.last !== 'item' && level.tag >= 0) buffer.blank(this.span(index, index + 1));
        else {
          level.last = 'comma';
          level.comma = this.tokens[index];
          level.tag = -1;
        }
        level.afterEquals = false;
        return index + 1;
      default:
        return this.text(level, index);
    }
  }

  private open(index: number): void {
    const array = this.kind(index) === '[';
    this.levels.push({ array, last: 'bracket', afterEquals: false, tag: -1, comma: undefined });
  }

  private close(level: Level, kind: ']' | '}'): void {
    if (level.array !== (kind === ']')) return;
    if (!level.array && level.last === 'comma' && level.tag >= 0 && level.comma) this.state.buffer.blank(level.comma);
    this.levels.pop();
    const outer = this.top;
    if (outer) {
      outer.last = 'item';
      outer.afterEquals = false;
    }
  }

  /** An item or a pair begins; a tag between it and the one before stands for the comma. */
  private item(level: Level): void {
    if (level.last === 'item' && level.tag >= 0) this.state.buffer.comma(this.span(level.tag, level.tag + 1));
    level.last = 'item';
    level.tag = -1;
  }

  private drop(level: Level, index: number): void {
    const { ahead, buffer } = this.state;
    const span = this.span(index, index + 1);
    if (level.array && ahead.endsLine[index] === 1 && this.levels.every(({ array }) => array)) buffer.comment(span);
    else buffer.blank(span);
    level.tag = index;
  }

  private text(level: Level, index: number): number {
    const { tag, kind } = this.tokens[index] ?? {};
    if (tag?.kind === 'control') return this.control(level, index);
    if (kind === 'string' && (level.array || level.afterEquals)) {
      if (level.array) this.item(level);
      else this.endPair(level);
      return index + 1;
    }
    let end = index + 1;
    while (this.isPart(level, end)) end++;
    if (level.array) this.arrayItem(level, index, end);
    else if (level.afterEquals) {
      this.maskValue(index, end);
      this.endPair(level);
    } else this.pairKey(level, index, end);
    return end;
  }

  /** Whether a token belongs to the text before it that it touches. */
  private isPart(level: Level, index: number): boolean {
    const token = this.tokens[index];
    if (token?.kind === 'bare' || token?.kind === 'placeholder') return true;
    if (token?.kind === 'string') return !level.array;
    return token?.tag !== undefined && (token.tag.kind === 'expression' || (!level.array && !level.afterEquals));
  }

  private control(level: Level, index: number): number {
    const close = this.state.ahead.match[index] ?? -1;
    if (level.afterEquals && close >= 0) {
      this.state.buffer.value(this.span(index, close + 1));
      this.endPair(level);
      return close + 1;
    }
    this.drop(level, index);
    return index + 1;
  }

  private arrayItem(level: Level, from: number, to: number): void {
    const { ahead } = this.state;
    let onlyTags = true;
    for (let index = from; index < to; index++) if (this.kind(index) !== 'tag') onlyTags = false;
    if (onlyTags) {
      const next = this.kind(ahead.content[to] ?? to);
      // `["/cache" ${volumes}]`: what brings its own comma is no item that we can show.
      if (level.last === 'item' || (next !== ',' && next !== ']' && next !== undefined)) {
        for (let index = from; index < to; index++) this.drop(level, index);
        return;
      }
    }
    this.item(level);
    this.maskValue(from, to);
  }

  private maskValue(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      const kind = this.kind(index);
      if (kind !== 'tag' && kind !== 'placeholder') continue;
      this.state.buffer.value(this.span(from, to));
      return;
    }
  }

  private pairKey(level: Level, from: number, to: number): void {
    const next = this.kind(to) === 'space' ? to + 1 : to;
    if (this.kind(next) === '=') {
      this.item(level);
      maskKey(this.state, from, to);
      return;
    }
    for (let index = from; index < to; index++) if (this.kind(index) === 'tag') this.drop(level, index);
  }

  private endPair(level: Level): void {
    level.last = 'item';
    level.afterEquals = false;
  }
}
