/** Builds the logical tree from the syntax tree and reports what is defined twice. Rules: TOML 1.1, "Keys" and "Table". */
import { Definitions } from './definitions';
import { isMissing, lastSegment } from './key';
import type { ArrayNode, Member, Node, TableNode, TomlModel } from './model';
import {
  addElement,
  addKey,
  addMember,
  arrayOf,
  confirm,
  type OpenTable,
  opened,
  openTable,
  toArray,
} from './open-table';
import type { Wanted } from './runner-decoder';
import type {
  ArrayValue,
  Header,
  InlineTableValue,
  KeySegment,
  KeyValue,
  Section,
  SyntaxProblem,
  TomlSyntax,
} from './syntax';

const noTables: readonly TableNode[] = [];

class Builder {
  readonly definitions = new Definitions();
  /** For what is no table, but stands where a header needs one: the table that its sub-tables are kept in. */
  private readonly stand = new Map<Member, TableNode>();
  readonly root = openTable(undefined, 'root');

  constructor(private readonly wanted: Wanted) {}

  /** Adds a section; returns its table. */
  addSection(section: Section): TableNode {
    const table = section.header ? this.openHeader(section.header) : this.root;
    // A literal takes the room of its elements only; `push` makes room for sixteen more.
    if (table.sections.length === 0) table.sections = [section];
    else table.sections.push(section);
    // A pair in a table that a second header opened once more may repeat: the header is the cause and is reported.
    const repeated = table.sections.length > 1;
    for (const pair of section.pairs) this.addPair(table, pair, section, repeated);
    return table;
  }

  private openHeader(header: Header): OpenTable {
    const last = lastSegment(header.key);
    let table: TableNode = this.root;
    for (const segment of header.key.segments) {
      if (segment !== last) table = this.enter(table, segment, header.closed);
    }
    // Half typed: `[runners.` belongs to what comes before the dot, but is no second definition of it. Nor is `[[]]`.
    if (isMissing(last)) return openTable(table, 'header');
    return header.array ? this.openArray(table, last, header) : this.openSingle(table, last, header);
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
      return addMember(table, segment, undefined, openTable(table, closed ? 'implicit' : 'unfinished-header'));
    }
    addKey(member, segment);
    const { node } = member;
    const element = arrayOf(node)?.elements.at(-1);
    if (element) return element;
    if (node.type === 'table' && opened(node).origin !== 'inline') {
      if (closed) confirm(opened(node));
      return node;
    }
    this.definitions.conflict('redefined-table', segment, member.key, member);
    if (node.type === 'table') return node;
    const stand = this.stand.get(member) ?? openTable(table, 'implicit');
    this.stand.set(member, stand);
    return stand;
  }

  /** `[name]`. */
  private openSingle(parent: TableNode, segment: KeySegment, header: Header): OpenTable {
    const member = this.existing(parent, segment.name);
    const origin = header.closed ? 'header' : 'unfinished-header';
    if (!member) return addMember(parent, segment, undefined, openTable(parent, origin));
    addKey(member, segment);
    const table = member.node.type === 'table' ? opened(member.node) : undefined;
    if (table && (table.origin === 'implicit' || table.origin === 'unfinished-header')) {
      table.origin = origin;
      return table;
    }
    // What a header defines that is not finished yet is not known.
    if (!header.closed) return table ?? openTable(parent, origin);
    this.definitions.conflict('redefined-table', segment, member.key);
    const isElement = table !== undefined && this.wanted(header.key.segments.map(({ name }) => name)) === 'tables';
    const array = isElement ? toArray(parent, member) : arrayOf(member.node);
    return array ? addElement(array) : (table ?? openTable(parent, origin));
  }

  /** `[[name]]`. */
  private openArray(parent: TableNode, segment: KeySegment, header: Header): OpenTable {
    const member = this.existing(parent, segment.name);
    if (!member || (member.node.type === 'table' && opened(member.node).origin === 'unfinished-header')) {
      const array: ArrayNode = { type: 'array-of-tables', parent, elements: [] };
      return addElement(addMember(parent, segment, undefined, array));
    }
    addKey(member, segment);
    const array = arrayOf(member.node);
    if (array) return addElement(array);
    if (!header.closed) return openTable(parent, 'header');
    // One of the two has to go.
    if (member.node.type === 'value') this.definitions.conflictOfValue(member.key, segment);
    else this.definitions.conflict('array-redefined', segment, member.key);
    return addElement(toArray(parent, member));
  }

  private addPair(table: TableNode, pair: KeyValue, scope: Section | InlineTableValue, repeated: boolean): void {
    // `docker.` and `image` half typed without `=` are no keys yet.
    if (pair.equals < 0) return;
    // Nor is a name with a part that is missing: `docker. = 1` defines no `docker`.
    if (pair.key.segments.some(isMissing)) return;
    const last = lastSegment(pair.key);
    let target: TableNode | undefined = table;
    for (const segment of pair.key.segments) {
      if (segment === last) break;
      target = this.enterDotted(target, segment, scope);
      if (!target) return;
    }
    const member = target.members.get(last.name);
    if (!member) {
      addMember(target, last, pair, this.valueNode(target, pair));
      return;
    }
    addKey(member, last);
    // The runner puts an array in the table's place: what comes after it adds to the table no more.
    if (pair.value.type === 'array' && member.node.type === 'table') opened(member.node).origin = 'inline';
    if (!repeated) this.definitions.conflict('duplicate-key', last, member.key);
    else if ('header' in scope && scope.header) this.definitions.conflictBelow(last, member.key, scope.header.start);
  }

  private enterDotted(table: TableNode, segment: KeySegment, scope: Section | InlineTableValue): TableNode | undefined {
    const member = table.members.get(segment.name);
    if (!member) {
      const made = openTable(table, 'dotted');
      made.dottedIn = scope;
      return addMember(table, segment, undefined, made);
    }
    addKey(member, segment);
    const { node } = member;
    if (node.type === 'table') {
      const { origin, dottedIn } = opened(node);
      const mayGrow = origin === 'implicit' || (origin === 'dotted' && dottedIn === scope);
      if (!mayGrow) this.definitions.conflict('redefined-table', segment, member.key);
      return node;
    }
    this.definitions.conflict('redefined-table', segment, member.key);
    return node.type === 'array-of-tables' ? node.elements[node.elements.length - 1] : undefined;
  }

  private valueNode(parent: TableNode, { value }: KeyValue): Node {
    if (value.type === 'inline-table') return this.inlineTable(parent, value);
    const tables = value.type === 'array' ? this.arrayTables(parent, value) : noTables;
    return { type: 'value', value, tables };
  }

  /** The tables among the items. Those of an array in the array are read for what they define, and belong to nobody. */
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
    const node = openTable(parent, 'inline', value);
    for (const pair of value.pairs) this.addPair(node, pair, value, false);
    return node;
  }
}

/** The model of a syntax tree, and the problems of definitions; an error, or a warning where the runner loads it all the same. */
export function buildModel(
  syntax: TomlSyntax,
  wanted: Wanted = () => undefined,
): { model: TomlModel; problems: SyntaxProblem[] } {
  const builder = new Builder(wanted);
  const tables = syntax.sections.map((section) => builder.addSection(section));
  const { root, definitions } = builder;
  return {
    model: { root, tableOf: tableOf(syntax.sections, tables) },
    problems: definitions.problems(syntax, wanted),
  };
}

/** Looks the table of a section up; the map is made at the first question. */
function tableOf(sections: readonly Section[], tables: readonly TableNode[]): TomlModel['tableOf'] {
  let map: Map<Section, TableNode | undefined> | undefined;
  return {
    get(section) {
      map ??= new Map(sections.map((each, index) => [each, tables[index]]));
      return map.get(section);
    },
  };
}
