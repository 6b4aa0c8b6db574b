/** Reads what YAML writes in the manner of JSON: `{}`, `[]`, quoted scalars and aliases, over any number of lines. */
import { actionEnd } from './yaml-template';
import type { YamlEntry, YamlNode } from './yaml-tree';

const DEEPEST = 100;

/** The node that starts with a bracket, a quote or `*` at `start`; undefined when none does, or it has no end. */
export function flowNode(
  text: string,
  start: number,
  limit: number,
  parentIndent: number,
  anchors: Map<string, YamlNode>,
): YamlNode | undefined {
  const first = text[start] ?? '';
  if (!'{["\'*'.includes(first) || actionEnd(text, start, limit) !== undefined) return undefined;
  const reader = new FlowReader(text, start, flowLimit(text, start, limit, parentIndent), parentIndent, anchors);
  const node = reader.node(0);
  return node && !reader.unclosed ? node : undefined;
}

/** The end of the quoted scalar at `start`, after its closing quote; undefined when it does not end before `limit`. */
export function quotedEnd(text: string, start: number, limit: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < limit; ) {
    const character = text[at];
    if (character === quote) {
      if (quote !== "'" || text[at + 1] !== "'") return at + 1;
      at += 2;
    } else if (character === '\\' && quote === '"') {
      at += 2;
    } else {
      // `"{{ include "name" . }}"`: quotes inside of an action are the template's.
      at = lineActionEnd(text, at, limit) ?? at + 1;
    }
  }
  return undefined;
}

function lineActionEnd(text: string, at: number, limit: number): number | undefined {
  const end = text[at] === '{' ? actionEnd(text, at, limit) : undefined;
  return end === undefined || text.slice(at, end).includes('\n') ? undefined : end;
}

/** Lines of a flow value have more indentation than what it is the value of, but its closing brackets may have the same. */
function flowLimit(text: string, start: number, limit: number, parentIndent: number): number {
  if (parentIndent < 0) return limit;
  for (let feed = text.indexOf('\n', start); feed !== -1 && feed < limit; feed = text.indexOf('\n', feed + 1)) {
    let content = feed + 1;
    while (text[content] === ' ') content++;
    const indented = content - feed - 1 > parentIndent;
    if (!indented && !'\r\n#]}'.includes(text[content] ?? '\n')) return feed;
  }
  return limit;
}

class FlowReader {
  unclosed = false;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly limit: number,
    private readonly parentIndent: number,
    private readonly anchors: Map<string, YamlNode>,
  ) {}

  node(depth: number): YamlNode | undefined {
    const { text } = this;
    const anchor = this.properties();
    const start = this.at;
    const node = this.nodeAt(start, depth);
    if (!node) return undefined;
    if (anchor) this.anchors.set(anchor, node);
    if (text[start] === '*') this.at = node.end;
    return node;
  }

  private nodeAt(start: number, depth: number): YamlNode | undefined {
    const { text, limit, parentIndent } = this;
    const first = text[start];
    if (depth > DEEPEST) {
      this.unclosed = true;
      return undefined;
    }
    if (first === '"' || first === "'") {
      const end = quotedEnd(text, start, limit);
      if (end === undefined) this.unclosed = true;
      this.at = end ?? limit;
      const style = first === '"' ? 'double-quoted' : 'single-quoted';
      return { kind: 'scalar', style, start, end: this.at, parentIndent };
    }
    if (first === '*') {
      const name = /^[^\s,[\]{}]+/.exec(text.slice(start + 1, Math.min(limit, start + 200)))?.[0] ?? '';
      return { kind: 'alias', name, start, end: start + 1 + name.length };
    }
    if (first === '{' && actionEnd(text, start, limit) === undefined) return this.map(depth);
    if (first === '[') return this.sequence(depth);
    return this.plain();
  }

  private map(depth: number): YamlNode {
    const { text } = this;
    const start = this.at++;
    const entries: YamlEntry[] = [];
    while (this.more('}')) {
      const before = this.at;
      const key = this.node(depth + 1);
      this.space();
      let value: YamlNode | undefined;
      if (text[this.at] === ':' && this.at < this.limit) {
        this.at++;
        this.space();
        if (!',}'.includes(text[this.at] ?? '}')) value = this.node(depth + 1);
      }
      if (key?.kind === 'scalar') entries.push({ key: this.nameOf(key), keySpan: key, value });
      this.separator(before);
    }
    return { kind: 'map', start, end: this.at, entries };
  }

  private sequence(depth: number): YamlNode {
    const start = this.at++;
    const items: YamlNode[] = [];
    while (this.more(']')) {
      const before = this.at;
      const item = this.node(depth + 1);
      this.space();
      // `[key: value]` is a map of one pair.
      if (this.text[this.at] === ':') {
        this.at++;
        this.space();
        const value = this.node(depth + 1);
        if (item?.kind === 'scalar') {
          const entry = { key: this.nameOf(item), keySpan: item, value };
          items.push({ kind: 'map', start: item.start, end: this.at, entries: [entry] });
        }
      } else if (item) {
        items.push(item);
      }
      this.separator(before);
    }
    return { kind: 'sequence', start, end: this.at, items };
  }

  /** Whether another item follows; passes the closing bracket. */
  private more(closer: string): boolean {
    this.space();
    if (this.unclosed || this.at >= this.limit) {
      this.unclosed = true;
      return false;
    }
    if (this.text[this.at] !== closer) return true;
    this.at++;
    return false;
  }

  private separator(before: number): void {
    this.space();
    if (this.text[this.at] === ',' || this.at === before) this.at++;
  }

  private plain(): YamlNode {
    const { text, limit, parentIndent } = this;
    const start = this.at;
    let end = start;
    while (this.at < limit) {
      const action = actionEnd(text, this.at, limit);
      const character = text[this.at] ?? '';
      if (action === undefined) {
        if (',[]{}'.includes(character)) break;
        if (character === ':' && ' \t\r\n,[]{}'.includes(text[this.at + 1] ?? '\n')) break;
        if (character === '#' && ' \t\n'.includes(text[this.at - 1] ?? '')) break;
      }
      this.at = action ?? this.at + 1;
      if (!' \t\r\n'.includes(character)) end = this.at;
    }
    return { kind: 'scalar', style: 'plain', start, end, parentIndent };
  }

  private nameOf(key: { start: number; end: number; style?: string }): string {
    const quoted = key.style !== 'plain';
    return this.text.slice(key.start + (quoted ? 1 : 0), key.end - (quoted ? 1 : 0));
  }

  private properties(): string | undefined {
    let anchor: string | undefined;
    for (;;) {
      this.space();
      const start = this.at;
      if (start >= this.limit || (this.text[start] !== '&' && this.text[start] !== '!')) return anchor;
      while (this.at < this.limit && !' \t\r\n,[]{}'.includes(this.text[this.at] ?? '')) this.at++;
      if (this.text[start] === '&') anchor = this.text.slice(start + 1, this.at);
    }
  }

  private space(): void {
    const { text, limit } = this;
    while (this.at < limit) {
      const character = text[this.at] ?? '';
      if (character === '#' && ' \t\n'.includes(text[this.at - 1] ?? '')) {
        const feed = text.indexOf('\n', this.at);
        this.at = feed === -1 ? limit : Math.min(feed, limit);
      } else if (' \t\r\n'.includes(character)) this.at++;
      else return;
    }
  }
}
