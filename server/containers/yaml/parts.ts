/** Cuts a long YAML document at its keys or items, to pass over what can hold no configuration: the parser takes a second for 1 MB. */
import type { Span } from '../../text/span';
import { mayHoldScalar } from './check';
import { parseYaml } from './parse';
import type { YamlDocument, YamlEntry, YamlNode } from './tree';

/** What is shorter is read as a whole. */
const LONG = 64 * 1024;
/** So much is read of what can hold none: the keys beside a configuration tell whose values they are. */
const MOST_BESIDES = 64 * 1024;
const DEEPEST = 20;
/** No indentation is longer than this where somebody writes. */
const FARTHEST = 200;

/** Before the first key: marks, directives, comments, blank lines. */
const PREAMBLE = /^(?:(?:---[ \t]*|[ \t]*|[ \t]*#[^\n]*|%[^\n]*)\r?\n|\ufeff)*/;
const ITEM = '-(?=[ \\t\\r\\n])';
const KEY = '(["\']?)([A-Za-z_][\\w./-]*)\\1[ \\t]*:(?=[ \\t\\r\\n]|$)';
const KEY_HERE = new RegExp(`^${KEY}`);

/** Reads the document of `text` between two offsets. Never throws. */
export function readDocument(text: string, span: Span): YamlDocument {
  const reader = new PartReader(text);
  return { root: reader.read(span, 0), anchors: reader.anchors };
}

class PartReader {
  readonly anchors = new Map<string, YamlNode>();
  private budget = MOST_BESIDES;

  constructor(private readonly text: string) {}

  read(span: Span, depth: number): YamlNode | undefined {
    const source = this.text.slice(span.start, span.end);
    if (source.length < LONG || depth > DEEPEST) return this.parse(span);
    const first = PREAMBLE.exec(source)?.[0].length ?? 0;
    const column = /^ */.exec(source.slice(first))?.[0].length ?? 0;
    if (column > FARTHEST) return this.parse(span);
    const isSequence = source[first + column] === '-';
    const starts = [...source.matchAll(new RegExp(`^ {${column}}${isSequence ? ITEM : KEY}`, 'gm'))];
    // Another one than the first would be a key of another kind, or the file is no block of keys at all.
    if (starts[0]?.index !== first) return this.parse(span);
    const parts = starts.map(({ index }, position) => ({
      start: span.start + index,
      end: span.start + (starts[position + 1]?.index ?? source.length),
    }));
    const start = span.start + first + column;
    if (isSequence) return { kind: 'sequence', start, end: span.end, items: this.items(parts) };
    return { kind: 'map', start, end: span.end, entries: this.entries(parts, column, depth) };
  }

  private parse(span: Span): YamlNode | undefined {
    const { root, anchors } = parseYaml(this.text, span);
    for (const [name, node] of anchors) this.anchors.set(name, node);
    return root;
  }

  private items(parts: readonly Span[]): YamlNode[] {
    return parts.flatMap((part) => {
      const node = this.isWorthWhile(part) ? this.parse(part) : undefined;
      return node?.kind === 'sequence' ? node.items : [];
    });
  }

  private entries(parts: readonly Span[], column: number, depth: number): YamlEntry[] {
    return parts.flatMap((part) => {
      const key = this.keyOf(part, column);
      if (!this.isWorthWhile(part)) return [{ ...key, value: undefined }];
      const body = this.bodyOf(part, column);
      if (body) return [{ ...key, value: this.read(body, depth + 1) }];
      const node = this.parse(part);
      return node?.kind === 'map' ? node.entries : [];
    });
  }

  private isWorthWhile({ start, end }: Span): boolean {
    if (mayHoldScalar(this.text.slice(start, end))) return true;
    this.budget -= end - start;
    return this.budget >= 0;
  }

  private keyOf({ start, end }: Span, column: number): { key: string; keySpan: Span } {
    const from = start + column;
    const [written = '', quote = '', name = ''] = KEY_HERE.exec(this.text.slice(from, end)) ?? [];
    return {
      key: name,
      keySpan: { start: from, end: from + written.indexOf(quote + name) + name.length + 2 * quote.length },
    };
  }

  /** What stands below a key that has nothing on its own line, when it is long and all of it belongs to the key. */
  private bodyOf({ start, end }: Span, column: number): Span | undefined {
    if (end - start < LONG) return undefined;
    const feed = this.text.indexOf('\n', start);
    if (feed === -1 || !/:[ \t]*(?:#|\r?$)/.test(this.text.slice(start, feed))) return undefined;
    const body = this.text.slice(feed + 1, end);
    const outside = new RegExp(`^ {0,${column}}(?=[^ #\\r\\n-])`, 'm');
    return outside.test(body) ? undefined : { start: feed + 1, end };
  }
}
