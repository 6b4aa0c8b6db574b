/** Builds the logical tree from the syntax tree and reports what is defined twice. Rules: TOML 1.1, "Keys" and "Table". */
import { message } from '../text/message';
import { lastBefore } from '../text/search';
import { shortened } from './messages';
import type { ArrayNode, Member, Node, TableNode, TomlModel, ValueNode } from './model';
import { MAXIMUM_PROBLEMS } from './parser-state';
import { rejectedByRunner } from './runner-decoder';
import type {
  ArrayValue,
  Header,
  InlineTableValue,
  KeySegment,
  KeyValue,
  Section,
  Span,
  SyntaxProblem,
  TomlSyntax,
} from './syntax';

/** How a table came to be: that decides what may still add to it. */
type Origin = 'root' | 'implicit' | 'header' | 'unfinished-header' | 'dotted' | 'inline';

type DefinitionCode = 'array-redefined' | 'duplicate-key' | 'redefined-table';

interface Definition extends Span {
  readonly code: DefinitionCode;
  readonly name: string;
  readonly related: Span;
  /** In the header or pair at which a decoder notices it. */
  readonly noticed: number;
  /** Set where one wrong definition is met by every header that leads through it: that is one cause. */
  readonly member: Member | undefined;
}

/** A table while the model is built. */
interface OpenTable extends TableNode {
  parent: TableNode['parent'];
  members: Map<string, Member>;
  sections: Section[];
  origin: Origin;
  /** The section that a dotted key's table was made in: only there it may grow. */
  dottedIn: Section | InlineTableValue | undefined;
}

const noTables: readonly TableNode[] = [];

/** Whether a path, without indices, is one of an array of tables to whoever reads the file: there `[x]` twice is two tables. */
export type IsArray = (path: readonly string[]) => boolean;

class Builder {
  readonly conflicts: Definition[] = [];
  /** For what is no table, but stands where a header needs one: the table that its sub-tables are kept in. */
  private readonly stand = new Map<Member, TableNode>();
  readonly root = this.table(undefined, 'root');
  /** The tables of the sections, in their order. */
  readonly tables: TableNode[] = [];

  constructor(private readonly isArray: IsArray) {}

  table(parent: TableNode['parent'], origin: Origin, inline?: InlineTableValue): OpenTable {
    return { type: 'table', parent, members: new Map(), sections: [], inline, origin, dottedIn: undefined };
  }

  private conflict(code: DefinitionCode, key: KeySegment, related: Span, member?: Member): void {
    if (this.conflicts.length >= MAXIMUM_PROBLEMS) return;
    const { start, end, name } = key;
    this.conflicts.push({ code, start, end, name, related, noticed: start, member });
  }

  addSection(section: Section): void {
    const table = section.header ? this.openHeader(section.header) : this.root;
    // A literal takes the room of its elements only; `push` makes room for sixteen more.
    if (table.sections.length === 0) table.sections = [section];
    else table.sections.push(section);
    this.tables.push(table);
    // A pair in a table that a second header opened once more may repeat: the header is the cause and is reported.
    const repeated = table.sections.length > 1;
    for (const pair of section.pairs) this.addPair(table, pair, section, repeated);
  }

  private openHeader(header: Header): OpenTable {
    const { segments } = header.key;
    let table: TableNode = this.root;
    for (let index = 0; index < segments.length - 1; index++) {
      table = this.enter(table, segments[index] as KeySegment, header.closed);
    }
    const last = segments[segments.length - 1] as KeySegment;
    // Half typed: `[runners.` belongs to what comes before the dot, but is no second definition of it. Nor is `[[]]`.
    if (last.end === last.start) return this.table(table, 'header');
    return header.array ? this.openArray(table, last, header) : this.openTable(table, last, header);
  }

  /** What has this name already. A value that is still missing or broken is reported as such, and a header may take its place. */
  private existing(table: TableNode, name: string): Member | undefined {
    const member = table.members.get(name);
    return member?.node.type === 'value' && member.node.value.type === 'invalid' ? undefined : member;
  }

  /** The table that a part of a header leads to; made when it is not there. */
  private enter(table: TableNode, segment: KeySegment, closed: boolean): TableNode {
    const member = this.existing(table, segment.name);
    if (!member) {
      const made = this.table(table, closed ? 'implicit' : 'unfinished-header');
      return this.add(table, segment, undefined, made) as TableNode;
    }
    addKey(member, segment);
    const { node } = member;
    const array = arrayOf(node);
    if (array) return array.elements[array.elements.length - 1] as TableNode;
    if (node.type === 'table' && (node as OpenTable).origin !== 'inline') {
      if (closed) confirm(node as OpenTable);
      return node;
    }
    this.conflict('redefined-table', segment, member.key, member);
    if (node.type === 'table') return node;
    const stand = this.stand.get(member) ?? this.table(table, 'implicit');
    this.stand.set(member, stand);
    return stand;
  }

  private openTable(parent: TableNode, segment: KeySegment, header: Header): OpenTable {
    const member = this.existing(parent, segment.name);
    const origin = header.closed ? 'header' : 'unfinished-header';
    if (!member) return this.add(parent, segment, undefined, this.table(parent, origin)) as OpenTable;
    addKey(member, segment);
    const node = member.node as OpenTable | ArrayNode | ValueNode;
    if (node.type === 'table' && (node.origin === 'implicit' || node.origin === 'unfinished-header')) {
      node.origin = origin;
      return node;
    }
    // What a header defines that is not finished yet is not known.
    if (!header.closed) return node.type === 'table' ? node : this.table(parent, origin);
    this.conflict('redefined-table', segment, member.key);
    const isElement = node.type === 'table' && this.isArray(header.key.segments.map(({ name }) => name));
    const array = isElement ? toArray(parent, member) : arrayOf(node);
    if (array) return this.addElement(array);
    return node.type === 'table' ? node : this.table(parent, origin);
  }

  private openArray(parent: TableNode, segment: KeySegment, header: Header): OpenTable {
    const member = this.existing(parent, segment.name);
    if (!member || (member.node as OpenTable).origin === 'unfinished-header') {
      const array: ArrayNode = { type: 'array-of-tables', parent, elements: [] };
      this.add(parent, segment, undefined, array);
      return this.addElement(array);
    }
    addKey(member, segment);
    const array = arrayOf(member.node);
    if (array) return this.addElement(array);
    if (!header.closed) return this.table(parent, 'header');
    // One of the two has to go. The headers are many, so it is said where the value stands.
    if (member.node.type === 'value') this.conflictOfValue(member, segment);
    else this.conflict('array-redefined', segment, member.key);
    return this.addElement(toArray(parent, member));
  }

  private conflictOfValue({ key }: Member, header: KeySegment): void {
    if (this.conflicts.length >= MAXIMUM_PROBLEMS) return;
    const { start, end, name } = key;
    const noticed = header.start;
    this.conflicts.push({ code: 'duplicate-key', start, end, name, related: header, noticed, member: undefined });
  }

  private addElement(array: ArrayNode): OpenTable {
    const element = this.table(array, 'header');
    array.elements.push(element);
    return element;
  }

  private addPair(table: TableNode, pair: KeyValue, scope: Section | InlineTableValue, repeated: boolean): void {
    // `docker.` and `image` half typed without `=` are no keys yet.
    if (pair.equals < 0) return;
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
      addKey(member, last);
      if (!repeated) this.conflict('duplicate-key', last, member.key);
      return;
    }
    this.add(target, last, pair, this.valueNode(target, pair));
  }

  private enterDotted(table: TableNode, segment: KeySegment, scope: Section | InlineTableValue): TableNode | undefined {
    const member = table.members.get(segment.name);
    if (!member) {
      const made = this.table(table, 'dotted');
      made.dottedIn = scope;
      return this.add(table, segment, undefined, made) as TableNode;
    }
    addKey(member, segment);
    const { node } = member;
    if (node.type === 'table') {
      const { origin, dottedIn } = node as OpenTable;
      if (origin === 'implicit' || (origin === 'dotted' && dottedIn === scope)) return node;
      this.conflict('redefined-table', segment, member.key);
      return node;
    }
    this.conflict('redefined-table', segment, member.key);
    return node.type === 'array-of-tables' ? node.elements[node.elements.length - 1] : undefined;
  }

  private valueNode(parent: TableNode, pair: KeyValue): Node {
    const { value } = pair;
    if (value.type === 'inline-table') return this.inlineTable(parent, value);
    const node: ValueNode = {
      type: 'value',
      value,
      tables: value.type === 'array' ? this.arrayTables(parent, value) : noTables,
    };
    return node;
  }

  private arrayTables(parent: TableNode, array: ArrayValue): readonly TableNode[] {
    let tables: TableNode[] | undefined;
    for (const item of array.items) {
      if (item.type === 'inline-table') {
        tables ??= [];
        tables.push(this.inlineTable(parent, item));
      } else if (item.type === 'array') this.arrayTables(parent, item);
    }
    return tables ?? noTables;
  }

  private inlineTable(parent: TableNode, value: InlineTableValue): TableNode {
    const node = this.table(parent, 'inline', value);
    for (const pair of value.pairs) this.addPair(node, pair, value, false);
    return node;
  }

  private add(table: TableNode, key: KeySegment, pair: KeyValue | undefined, node: Node): Node {
    // A key of one part has the list that is wanted here already; `addKey` copies it before it grows.
    const { segments } = pair?.key ?? { segments: [] };
    const keys = segments.length === 1 ? (segments as KeySegment[]) : [key];
    const member: Member = { name: key.name, key, keys, pair, node };
    (table as OpenTable).members.set(member.name, member);
    return node;
  }
}

type GrowingMember = { -readonly [Property in keyof Member]: Member[Property] };

/** The array that headers add to: one made by `[[headers]]`, or the one beside a value that such headers followed. */
function arrayOf(node: Node): ArrayNode | undefined {
  if (node.type === 'array-of-tables') return node;
  const parent = node.type === 'value' ? node.tables[node.tables.length - 1]?.parent : undefined;
  return parent?.type === 'array-of-tables' ? parent : undefined;
}

/** Makes a table the first element of an array, or gives a value tables, so that what follows is read as what it was meant to be. */
function toArray(parent: TableNode, member: GrowingMember): ArrayNode {
  const { node } = member;
  if (node.type === 'value') {
    const array: ArrayNode = { type: 'array-of-tables', parent, elements: [...node.tables] };
    member.node = { ...node, tables: array.elements };
    return array;
  }
  const array: ArrayNode = { type: 'array-of-tables', parent, elements: [node as TableNode] };
  (node as OpenTable).parent = array;
  member.node = array;
  member.pair = undefined;
  return array;
}

/** A closed header leads through a table that only half-typed ones did so far. */
function confirm(table: OpenTable): void {
  if (table.origin === 'unfinished-header' && table.sections.length === 0) table.origin = 'implicit';
}

/** Notes one more place where a name stands. */
function addKey(member: GrowingMember, key: KeySegment): void {
  if (member.keys.length === 1) member.keys = [member.key, key];
  else member.keys.push(key);
}

/** The model of a syntax tree, and the problems of definitions; an error, or a warning where the runner loads it all the same. */
export function buildModel(
  syntax: TomlSyntax,
  isArray: IsArray = () => false,
): { model: TomlModel; problems: SyntaxProblem[] } {
  const builder = new Builder(isArray);
  for (const section of syntax.sections) builder.addSection(section);
  const { conflicts } = builder;
  const last = conflicts[conflicts.length - 1];
  const isRejected = last ? containedIn([...rejectedByRunner(syntax, last.noticed)]) : () => false;
  const problems: SyntaxProblem[] = [];
  // A member that stands in the way of many headers is reported once, at the first header that the runner refuses.
  const reported = new Map<Member, number>();
  for (const { code, start, end, name, related, noticed, member } of withoutConflictMarkers(syntax, conflicts)) {
    const severity = isRejected(noticed) ? 'error' : 'warning';
    const problem = {
      code,
      start,
      end,
      message: message(severity === 'error' ? code : `${code}.loaded`, { name: shortened(name) }),
      severity,
      related: { start: related.start, end: related.end },
    } as const;
    const earlier = member && reported.get(member);
    if (member && earlier === undefined) reported.set(member, problems.length);
    if (earlier === undefined) problems.push(problem);
    else if (severity === 'error' && problems[earlier]?.severity === 'warning') problems[earlier] = problem;
  }
  return { model: { root: builder.root, tableOf: tableOf(syntax.sections, builder.tables) }, problems };
}

/** Looks the table of a section up; the map is made at the first question. */
function tableOf(sections: readonly Section[], tables: readonly TableNode[]): TomlModel['tableOf'] {
  let map: Map<Section, TableNode> | undefined;
  return {
    get(section) {
      map ??= new Map(sections.map((each, index) => [each, tables[index] as TableNode]));
      return map.get(section);
    },
  };
}

/** Between the markers of an unresolved merge conflict everything stands twice; the markers are the one cause. */
function withoutConflictMarkers(syntax: TomlSyntax, conflicts: readonly Definition[]): readonly Definition[] {
  const marker = syntax.problems.find((problem) => problem.code === 'merge-conflict');
  if (!marker) return conflicts;
  return conflicts.filter((conflict) => conflict.noticed < marker.start);
}

/** Whether an offset lies in one of the spans, which are in order and do not overlap. */
function containedIn(spans: readonly Span[]): (offset: number) => boolean {
  return (offset) => (lastBefore(spans, offset)?.end ?? offset) > offset;
}
