/** A runner with all defaults filled in, as TOML. What the runner ignores is left out, and why is said. */
import { memberOf } from '../meaning/members';
import type { KeySchema, Schema } from '../schema/types';
import { type Message, message } from '../text/message';
import type { Member, Node, TableNode } from '../toml/model';
import type { Value } from '../toml/syntax';
import type { Origin } from './origin';

/** A line, with a comment behind it; without a text the comment alone. */
export interface EffectiveLine {
  readonly text?: string;
  readonly comment?: Message;
  readonly origin?: Origin;
}

const RUNNER = 'runners[]';
const FLAGS = 'runners[].feature_flags';
/** In place of a secret. */
const HIDDEN = '"…"';

/** The lines of a runner; `source` is the text that its values stand in. */
export function effectiveConfiguration(
  runner: TableNode,
  source: string,
  schema: Schema,
  executor: string | undefined,
): readonly EffectiveLine[] {
  const key = schema.byPath(RUNNER);
  if (!key) return [];
  const writing = new Writing(source, schema, executor);
  writing.table(runner, key, '[[runners]]', ['runners']);
  return writing.lines;
}

class Writing {
  readonly lines: EffectiveLine[] = [];

  constructor(
    private readonly source: string,
    private readonly schema: Schema,
    private readonly executor: string | undefined,
  ) {}

  table(node: TableNode, key: KeySchema, header: string, path: readonly string[]): void {
    const margin = marginOf(path);
    this.lines.push({ text: margin + header });
    const inside = `${margin}  `;
    const tables: (() => void)[] = [];
    for (const member of node.members.values()) {
      const found = this.schema.find(key, member.name)?.schema;
      const reason = this.reason(member, found, key, path);
      if (!found || reason) this.lines.push({ comment: reason ?? unknown([...path, member.name]) });
      else if (isTable(member.node)) tables.push(() => this.below(member.node, found, [...path, found.name]));
      else this.value(member, found, inside, path);
    }
    this.defaults(node, key, inside, path);
    for (const write of tables) write();
    if (key.path === RUNNER && !memberOf(node, 'feature_flags')) this.flags(undefined, [...path, 'feature_flags']);
  }

  /** Why a key does nothing. */
  private reason(
    { name }: Member,
    found: KeySchema | undefined,
    parent: KeySchema,
    path: readonly string[],
  ): Message | undefined {
    const key = [...path, found?.name ?? name].join('.');
    if (!found) {
      const newer = this.schema.findNewer(parent, name);
      if (newer) return message('preview.effective.left-out.newer', { key, version: newer.since });
      const removed = this.schema.findRemoved(parent, name)?.removed;
      return removed === undefined
        ? undefined
        : message('preview.effective.left-out.removed', { key, version: removed });
    }
    const { executors, noEffectSince } = found;
    if (noEffectSince) return message('preview.effective.left-out.no-effect', { key, version: noEffectSince });
    const { executor } = this;
    const isForeign = executor !== undefined && executors.length > 0 && !executors.includes(executor);
    return isForeign ? message('preview.effective.left-out.executor', { key, executor }) : undefined;
  }

  private below(node: Node, key: KeySchema, path: readonly string[]): void {
    const name = path.map(keyText).join('.');
    if (node.type === 'array-of-tables') {
      for (const element of node.elements) this.inTable(element, key, `[[${name}]]`, path);
    } else if (node.type === 'table') {
      this.inTable(node, key, key.kind === 'array-of-tables' ? `[[${name}]]` : `[${name}]`, path);
    }
  }

  private inTable(node: TableNode, key: KeySchema, header: string, path: readonly string[]): void {
    if (key.path === FLAGS) this.flags(node, path);
    else if (key.kind === 'map') this.map(node, key, header, path);
    else this.table(node, key, header, path);
  }

  /** The names are the user's own. */
  private map(node: TableNode, key: KeySchema, header: string, path: readonly string[]): void {
    const margin = marginOf(path);
    this.lines.push({ text: margin + header });
    for (const member of node.members.values()) {
      if (isTable(member.node)) this.below(member.node, key, [...path, member.name]);
      else this.value(member, { ...key, name: member.name }, `${margin}  `, path);
    }
  }

  private value({ node, pair, key: { start, end } }: Member, key: KeySchema, margin: string, path: readonly string[]) {
    if (node.type !== 'value') return;
    const { value } = node;
    // The entries of a map have the names that the user gave them.
    const name = key.kind === 'map' ? this.source.slice(start, end) : keyText(key.name);
    const text = key.secret ? hidden(value) : this.source.slice(value.start, value.end);
    const span = { start: pair?.start ?? start, end: pair?.end ?? end };
    const origin: Origin = { by: 'key', key: [...path.slice(1), key.name].join('.'), span };
    // A value of several lines keeps them.
    for (const [index, line] of `${margin}${name} = ${text}`.split(/\r?\n/).entries()) {
      this.lines.push({ text: index === 0 ? line : line.trimEnd(), origin });
    }
  }

  private defaults(node: TableNode, key: KeySchema, margin: string, path: readonly string[]): void {
    for (const child of key.children.values()) {
      const { name, executors, deprecated, noEffectSince, ahead } = child;
      const isForeign = this.executor !== undefined && executors.length > 0 && !executors.includes(this.executor);
      if (isForeign || deprecated || noEffectSince || ahead || memberOf(node, name)) continue;
      const origin: Origin = { by: 'default', key: [...path.slice(1), name].join('.') };
      if (child.defaultText) {
        const said = { key: [...path, name].join('.'), text: child.defaultText };
        this.lines.push({ comment: message('preview.effective.default.text', said), origin });
      }
      if (child.default === undefined) continue;
      const comment = child.defaultNote
        ? message('preview.effective.default.note', { note: child.defaultNote })
        : message('preview.effective.default');
      this.lines.push({ text: `${margin}${keyText(name)} = ${valueText(child.default)}`, comment, origin });
    }
  }

  /** All flags that the runner has. */
  private flags(node: TableNode | undefined, path: readonly string[]): void {
    const margin = marginOf(path);
    this.lines.push({ text: `${margin}[${path.join('.')}]` });
    const known = this.schema.featureFlags.filter(({ state, ahead }) => state === 'live' && !ahead);
    const names = new Set(known.map(({ name }) => name));
    for (const member of node?.members.values() ?? []) {
      if (!names.has(member.name)) this.lines.push({ comment: unknown([...path, member.name]) });
    }
    const key = this.schema.byPath(FLAGS);
    for (const { name, default: byDefault, defaultSince } of known) {
      const member = node?.members.get(name);
      if (member && key) this.value(member, { ...key, name }, `${margin}  `, path);
      else {
        const comment = message('preview.effective.default.flag', { since: defaultSince });
        const text = `${margin}  ${name} = ${byDefault ?? false}`;
        this.lines.push({ text, comment, origin: { by: 'flag', flag: name } });
      }
    }
  }
}

/** A list keeps the names in front of its secrets. */
function hidden(value: Value): string {
  if (value.type !== 'array') return HIDDEN;
  const entries = value.items.map((item) =>
    item.type === 'string' && item.value.includes('=') ? JSON.stringify(item.value.replace(/=.*/s, '=…')) : HIDDEN,
  );
  return `[${entries.join(', ')}]`;
}

function unknown(path: readonly string[]): Message {
  return message('preview.effective.left-out', { key: path.join('.') });
}

function isTable(node: Node): boolean {
  return node.type !== 'value';
}

/** As deep as the runner writes a table. */
function marginOf(path: readonly string[]): string {
  return '  '.repeat(path.length - 1);
}

function keyText(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : JSON.stringify(name);
}

/** Defaults are texts, numbers, booleans and lists of them: TOML writes these as JSON does. */
function valueText(value: unknown): string {
  return JSON.stringify(value);
}
