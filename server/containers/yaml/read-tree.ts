/** Turns the concrete syntax tree of the `yaml` package into our nodes, with what an error has put beside its place. */
import { append } from '../../text/append';
import type { Span } from '../../text/span';
import type { CST } from './package';
import { actionEnd } from './template';
import type { YamlBlock, YamlEntry, YamlNode, YamlScalar } from './tree';

/** Deeper nodes are passed over. */
const DEEPEST = 100;

/** What may stand behind a value. */
export const TRIVIA: ReadonlySet<string> = new Set(['space', 'newline', 'comment', 'doc-end']);

type Item = CST.BlockMap['items'][number] | CST.BlockSequence['items'][number] | CST.FlowCollection['items'][number];

const STYLES = {
  scalar: 'plain',
  'single-quoted-scalar': 'single-quoted',
  'double-quoted-scalar': 'double-quoted',
} as const;

/** Something that is being typed and has taken what comes after it for its own, in the offsets of the tokens. */
export interface Disturbance extends Span {
  /** A bracket or quote that is not closed, or by another one's closing; lines without a colon before the line of a key. */
  readonly kind: 'opener' | 'lines';
}

/** Reads the tokens of a text that stands at `base` of the file; `limit` is the end of the document. */
export class TreeReader {
  readonly disturbances: Disturbance[] = [];
  private depth = 0;
  /** A whole file in JSON, which is being typed: what is there already tells as much as it does. */
  private isJson = false;

  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly limit: number,
    private readonly anchors: Map<string, YamlNode>,
  ) {}

  node(token: CST.Token | null | undefined): YamlNode | undefined {
    if (!token || this.depth >= DEEPEST) return undefined;
    this.depth++;
    const node = this.nodeOf(token);
    this.depth--;
    return node;
  }

  private nodeOf(token: CST.Token): YamlNode | undefined {
    switch (token.type) {
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        return this.flowScalar(token);
      case 'block-scalar':
        return this.blockScalar(token);
      case 'alias': {
        const start = this.base + token.offset;
        return { kind: 'alias', name: token.source.slice(1), start, end: start + token.source.length };
      }
      case 'block-map':
        return this.map(token, token.items);
      case 'block-seq':
        return this.sequence(token, token.items);
      case 'flow-collection':
        if (this.depth === 1) this.isJson = this.looksLikeJson(token);
        if (token.end.length === 0) this.disturbedBy('opener', token.offset, 1);
        return token.start.type === 'flow-map-start'
          ? this.map(token, token.items, token.end)
          : this.sequence(token, token.items, token.end);
      default:
        return undefined;
    }
  }

  private flowScalar({ type, offset, source, end: after }: CST.FlowScalar): YamlScalar | undefined {
    if (type === 'alias') return undefined;
    const closed = type === 'scalar' || (source.length > 1 && source.endsWith(source.charAt(0)));
    const followed = type !== 'scalar' && source.includes('\n') && after?.some((token) => !TRIVIA.has(token.type));
    if (!closed || followed) this.disturbedBy('opener', offset, 1);
    const start = this.base + offset;
    const end = Math.min(start + source.length, this.limit);
    return { kind: 'scalar', style: STYLES[type], start, end };
  }

  private blockScalar({ offset, source, indent, props }: CST.BlockScalar): YamlScalar {
    const start = this.base + offset;
    const header = props[0] && 'source' in props[0] ? props[0].source : '|';
    const headerLength = props.reduce((length, prop) => length + ('source' in prop ? prop.source.length : 0), 0);
    const bodyStart = Math.min(start + headerLength, this.limit);
    const end = Math.min(bodyStart + source.length, this.limit);
    const chomp = (/[-+]/.exec(header)?.[0] ?? '') as YamlBlock['chomp'];
    const block = {
      start: bodyStart,
      end,
      limit: this.limit,
      chomp,
      parentIndent: indent,
      indent: blockIndent(header, source, indent),
      hasIndicator: /[1-9]/.test(header),
    };
    const style = header.startsWith('>') ? 'folded' : 'literal';
    return { kind: 'scalar', style, start, end, block };
  }

  private map(token: CST.Token, items: readonly Item[], ends: readonly CST.SourceToken[] = []): YamlNode {
    const entries: YamlEntry[] = [];
    const isFlow = token.type === 'flow-collection';
    for (const item of items) {
      const { key, sep } = item;
      // A key stands in one line.
      if (key?.type === 'scalar' && !isFlow) this.disturbedBy('lines', key.offset, key.source.lastIndexOf('\n'));
      if (isQuoted(key) && key.source.includes('\n') && !isFlow) this.disturbedBy('opener', key.offset, 1);
      const hasColon = sep?.some(({ type }) => type === 'map-value-ind') === true;
      const value = this.valueOf(item);
      // A key that is being typed has no colon yet, or stands too deep below the value of another one, on whose line the
      // package then sees a map begin, with all keys that follow.
      const stray = !hasColon || (item.value?.type === 'block-map' && !sep?.some(({ type }) => type === 'newline'));
      if (key && 'items' in key) addEntries(entries, this.node(key));
      else if (key && (hasColon || isFlow))
        entries.push({ ...this.keyOf(key), value: stray && !isFlow ? undefined : value });
      if (!key || 'items' in key || (stray && !isFlow)) addEntries(entries, value);
    }
    const last = entries.at(-1);
    const start = this.base + token.offset;
    const end = this.endOf(ends) ?? last?.value?.end ?? last?.keySpan.end ?? start;
    return { kind: 'map', isFlow, start, end, entries };
  }

  private disturbedBy(kind: Disturbance['kind'], start: number, length: number): void {
    if (length > 0 && !this.isJson) this.disturbances.push({ kind, start, end: start + length });
  }

  private sequence(token: CST.Token, items: readonly Item[], ends: readonly CST.SourceToken[] = []): YamlNode {
    const nodes: YamlNode[] = [];
    for (const item of items) {
      const value = this.valueOf(item);
      const { key } = item;
      if (key && !('items' in key)) {
        // `[key: value]` is a map of one pair.
        const entry = { ...this.keyOf(key), value };
        nodes.push({ kind: 'map', ...entry.keySpan, end: value?.end ?? entry.keySpan.end, entries: [entry] });
      } else {
        const stray = key ? this.node(key) : undefined;
        if (stray) nodes.push(stray);
        if (value) nodes.push(value);
      }
    }
    const start = this.base + token.offset;
    const isFlow = token.type === 'flow-collection';
    return { kind: 'sequence', isFlow, start, end: this.endOf(ends) ?? nodes.at(-1)?.end ?? start, items: nodes };
  }

  private looksLikeJson({ offset }: CST.FlowCollection): boolean {
    return /^(?:\[\s*)*(?:\{\s*)?["}\]]/.test(this.text.slice(this.base + offset, this.base + offset + 500));
  }

  private endOf(tokens: readonly CST.SourceToken[]): number | undefined {
    const closer = tokens[0];
    return closer && this.base + closer.offset + closer.source.length;
  }

  private valueOf({ start, sep, value }: Item): YamlNode | undefined {
    const node = this.node(value);
    const anchor = (sep ?? start).find(({ type }) => type === 'anchor');
    if (node && anchor) this.anchors.set(anchor.source.slice(1), node);
    return node;
  }

  private keyOf(token: CST.Token): { key: string; keySpan: { start: number; end: number } } {
    const start = this.base + token.offset;
    const end = start + ('source' in token ? token.source.length : 0);
    const written = this.text.slice(start, end);
    if (isQuoted(token)) {
      return { key: written.slice(1, -1), keySpan: { start, end } };
    }
    const key = written.slice(nameStart(written));
    return { key, keySpan: { start: end - key.length, end } };
  }
}

function isQuoted(token: CST.Token | null | undefined): token is CST.FlowScalar {
  return token?.type === 'double-quoted-scalar' || token?.type === 'single-quoted-scalar';
}

/**
 * Where the name begins in a plain key. Behind a line that is being typed, without its colon yet, the package takes both
 * lines for one key; in `{{ if .x }}key: value` the key is what follows.
 */
function nameStart(written: string): number {
  let start = written.lastIndexOf('\n') + 1;
  while (' \t'.includes(written[start] ?? '-')) start++;
  for (;;) {
    const end = written[start] === '$' ? undefined : actionEnd(written, start, written.length);
    if (end === undefined || end >= written.length || written[end] === ':') return start;
    start = end;
    while (written[start] === ' ') start++;
  }
}

function addEntries(entries: YamlEntry[], stray: YamlNode | undefined): void {
  if (stray?.kind === 'map') append(entries, stray.entries);
}

/** The first line that is not blank tells it, unless the header does. */
function blockIndent(header: string, source: string, parentIndent: number): number | undefined {
  const indicator = /[1-9]/.exec(header)?.[0];
  if (indicator) return parentIndent + Number(indicator);
  return /^(?: *\r?\n)*( *)(?=[^ \r\n])/.exec(source)?.[1]?.length;
}
