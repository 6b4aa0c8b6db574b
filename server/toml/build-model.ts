/** Builds the logical tree from the syntax tree and reports what is defined twice. Rules: TOML 1.1, "Keys" and "Table". */
import { syntaxMessage } from './messages';
import type { ArrayNode, Member, Node, TableNode, TomlModel, ValueNode } from './model';
import { rejectedByRunner } from './runner-decoder';
import type {
  ArrayValue,
  Header,
  InlineTableValue,
  KeySegment,
  KeyValue,
  Section,
  Span,
  SyntaxCode,
  SyntaxProblem,
  TomlSyntax,
} from './syntax';

/** How a table came to be: that decides what may still add to it. */
type Origin = 'root' | 'implicit' | 'header' | 'dotted' | 'inline';

interface Definition extends Span {
  readonly code: SyntaxCode;
  readonly name: string;
  readonly related: Span;
}

class Builder {
  readonly origins = new Map<TableNode, Origin>();
  /** The section that a dotted key's table was made in: only there it may grow. */
  readonly dottedIn = new Map<TableNode, Section | InlineTableValue>();
  readonly conflicts: Definition[] = [];
  readonly root = this.table(undefined, 'root');
  readonly tableOf = new Map<Section, TableNode>();

  table(parent: TableNode['parent'], origin: Origin, inline?: InlineTableValue): TableNode {
    const node: TableNode = { type: 'table', parent, members: new Map(), sections: [], inline };
    this.origins.set(node, origin);
    return node;
  }

  conflict(code: SyntaxCode, key: KeySegment, related: Span): void {
    this.conflicts.push({ code, start: key.start, end: key.end, name: key.name, related });
  }

  addSection(section: Section): void {
    const table = section.header ? this.openHeader(section.header) : this.root;
    table.sections.push(section);
    this.tableOf.set(section, table);
    // A pair in a table that a second header opened once more may repeat: the header is the cause and is reported.
    const repeated = table.sections.length > 1;
    for (const pair of section.pairs) this.addPair(table, pair, section, repeated);
  }

  private openHeader(header: Header): TableNode {
    const { segments } = header.key;
    let table = this.root;
    for (let index = 0; index < segments.length - 1; index++) {
      table = this.enter(table, segments[index] as KeySegment);
    }
    const last = segments[segments.length - 1] as KeySegment;
    // Half typed: `[runners.` belongs to what comes before the dot, but is no second definition of it.
    if (last.end === last.start && !header.closed) return this.table(table, 'header');
    return header.array ? this.openArray(table, last) : this.openTable(table, last);
  }

  /** The table that a part of a header leads to; made when it is not there. */
  private enter(table: TableNode, segment: KeySegment): TableNode {
    const member = table.members.get(segment.name);
    if (!member) return this.add(table, segment, undefined, this.table(table, 'implicit')) as TableNode;
    member.keys.push(segment);
    const { node } = member;
    if (node.type === 'array-of-tables') return node.elements[node.elements.length - 1] as TableNode;
    if (node.type === 'table' && this.origins.get(node) !== 'inline') return node;
    this.conflict('redefined-table', segment, member.key);
    if (node.type === 'table') return node;
    return this.table(table, 'implicit');
  }

  private openTable(parent: TableNode, segment: KeySegment): TableNode {
    const member = parent.members.get(segment.name);
    if (!member) return this.add(parent, segment, undefined, this.table(parent, 'header')) as TableNode;
    member.keys.push(segment);
    const { node } = member;
    if (node.type === 'table' && this.origins.get(node) === 'implicit') {
      this.origins.set(node, 'header');
      return node;
    }
    this.conflict('redefined-table', segment, member.key);
    if (node.type === 'table') return node;
    return this.table(parent, 'header');
  }

  private openArray(parent: TableNode, segment: KeySegment): TableNode {
    const member = parent.members.get(segment.name);
    if (member && member.node.type !== 'array-of-tables') {
      member.keys.push(segment);
      this.conflict('array-redefined', segment, member.key);
      return this.table(parent, 'header');
    }
    member?.keys.push(segment);
    const array =
      (member?.node as ArrayNode | undefined) ??
      (this.add(parent, segment, undefined, { type: 'array-of-tables', parent, elements: [] }) as ArrayNode);
    const element = this.table(array, 'header');
    array.elements.push(element);
    return element;
  }

  private addPair(table: TableNode, pair: KeyValue, scope: Section | InlineTableValue, repeated: boolean): void {
    const { segments } = pair.key;
    let target = table;
    for (let index = 0; index < segments.length - 1; index++) {
      const segment = segments[index] as KeySegment;
      if (segment.end === segment.start) return;
      const next = this.enterDotted(target, segment, scope);
      if (!next) return;
      target = next;
    }
    const last = segments[segments.length - 1] as KeySegment;
    if (last.end === last.start) return;
    const member = target.members.get(last.name);
    if (member) {
      member.keys.push(last);
      if (!repeated) this.conflict('duplicate-key', last, member.key);
      return;
    }
    // `docker.` and `image` half typed without `=` are no keys yet.
    if (pair.equals < 0) return;
    this.add(target, last, pair, this.valueNode(target, pair));
  }

  private enterDotted(table: TableNode, segment: KeySegment, scope: Section | InlineTableValue): TableNode | undefined {
    const member = table.members.get(segment.name);
    if (!member) {
      const made = this.table(table, 'dotted');
      this.dottedIn.set(made, scope);
      return this.add(table, segment, undefined, made) as TableNode;
    }
    member.keys.push(segment);
    const { node } = member;
    if (node.type === 'table') {
      const origin = this.origins.get(node);
      if (origin === 'implicit' || (origin === 'dotted' && this.dottedIn.get(node) === scope)) return node;
      this.conflict('redefined-table', segment, member.key);
      return node;
    }
    this.conflict('redefined-table', segment, member.key);
    return node.type === 'array-of-tables' ? node.elements[node.elements.length - 1] : undefined;
  }

  private valueNode(parent: TableNode, pair: KeyValue): Node {
    const { value } = pair;
    if (value.type === 'inline-table') return this.inlineTable(parent, value);
    const node: ValueNode = { type: 'value', value, tables: [] };
    if (value.type === 'array') (node.tables as TableNode[]).push(...this.arrayTables(parent, value));
    return node;
  }

  private arrayTables(parent: TableNode, array: ArrayValue): TableNode[] {
    const tables: TableNode[] = [];
    for (const item of array.items) {
      if (item.type === 'inline-table') tables.push(this.inlineTable(parent, item));
      else if (item.type === 'array') this.arrayTables(parent, item);
    }
    return tables;
  }

  private inlineTable(parent: TableNode, value: InlineTableValue): TableNode {
    const node = this.table(parent, 'inline', value);
    for (const pair of value.pairs) this.addPair(node, pair, value, false);
    return node;
  }

  private add(table: TableNode, key: KeySegment, pair: KeyValue | undefined, node: Node): Node {
    const member: Member = { name: key.name, key, keys: [key], pair, node };
    table.members.set(key.name, member);
    return node;
  }
}

/** The model of a syntax tree, and the problems of definitions; an error, or a warning where the runner loads it all the same. */
export function buildModel(syntax: TomlSyntax): { model: TomlModel; problems: SyntaxProblem[] } {
  const builder = new Builder();
  for (const section of syntax.sections) builder.addSection(section);
  const { conflicts } = builder;
  const isRejected = conflicts.length > 0 ? containedIn([...rejectedByRunner(syntax)]) : () => false;
  const problems = withoutConflictMarkers(syntax, conflicts).map(
    ({ code, start, end, name, related }): SyntaxProblem => ({
      code,
      start,
      end,
      message: syntaxMessage(code, name),
      severity: isRejected(start) ? 'error' : 'warning',
      related: { start: related.start, end: related.end },
    }),
  );
  return { model: { root: builder.root, tableOf: builder.tableOf }, problems };
}

/** Between the markers of an unresolved merge conflict everything stands twice; the markers are the one cause. */
function withoutConflictMarkers(syntax: TomlSyntax, conflicts: readonly Definition[]): readonly Definition[] {
  const marker = syntax.problems.find((problem) => problem.code === 'merge-conflict');
  if (!marker) return conflicts;
  return conflicts.filter((conflict) => conflict.start < marker.start);
}

/** Whether an offset lies in one of the spans, which are in order and do not overlap. */
function containedIn(spans: readonly Span[]): (offset: number) => boolean {
  return (offset) => {
    let low = 0;
    let high = spans.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((spans[middle] as Span).start <= offset) low = middle;
      else high = middle - 1;
    }
    const span = spans[low];
    return span !== undefined && span.start <= offset && offset < span.end;
  };
}
