/**
 * The keys of a runner that change nothing of what a job gets: how the runner reaches a cluster and cleans up, what a job might have
 * overwritten, what another key makes idle, tables of other executors. A key that no field comes from is left out for a try; where the
 * same comes out it has no effect, whatever the reason is.
 */
import type { Span } from '../text/span';
import type { ArrayNode, Member, Node, TableNode } from '../toml/model';
import { isSameJson, type Json } from './json';
import { originsBelow } from './origin';
import { type Preview, type PreviewRequest, previewOf } from './preview';
import { documentsOf } from './preview-yaml';

/** A key, or a table that has no effect as a whole. */
export interface IdleKey extends Span {
  /** Its path below `[[runners]]`. */
  readonly key: string;
}

/** Each try is a preview: so many are made within the time of a keystroke. */
const MOST_TRIES = 30;

/** The keys without an effect in the order of the text; none where the job fails, as nobody knows what would come then. */
export function idleKeys(request: PreviewRequest, made: Preview): readonly IdleKey[] {
  const isShown = made.error === undefined && (made.pod ?? made.containers ?? made.host) !== undefined;
  return isShown ? new Search(request, made).all() : [];
}

type Rebuild = (table: TableNode) => TableNode;

class Search {
  private readonly found: IdleKey[] = [];
  private readonly starts: ReadonlySet<number>;
  private readonly result: Json;
  private tries = MOST_TRIES;

  constructor(
    private readonly request: PreviewRequest,
    made: Preview,
  ) {
    this.result = documentsOf(made);
    const origins = [...originsBelow(this.result).values()];
    const leftOut = made.leftOut ?? [];
    this.starts = new Set([
      ...origins.flatMap((origin) => (origin.by === 'key' && origin.span ? origin.span.start : [])),
      ...leftOut.map(({ start }) => start),
    ]);
  }

  all(): readonly IdleKey[] {
    this.inTable(this.request.runner, '', (runner) => runner);
    return this.found.sort((one, other) => one.start - other.start);
  }

  private inTable(table: TableNode, path: string, rebuild: Rebuild): void {
    for (const member of table.members.values()) {
      const key = path === '' ? member.name : `${path}.${member.name}`;
      if (!this.isSeen(member) && this.isIdle(rebuild(without(table, member)))) {
        this.found.push({ key, ...placeOf(member) });
      } else {
        this.inNode(member.node, key, (node) =>
          rebuild({ ...table, members: new Map([...table.members, [member.name, { ...member, node }]]) }),
        );
      }
    }
  }

  private inNode(node: Node, key: string, rebuild: (node: Node) => TableNode): void {
    if (node.type === 'table') this.inTable(node, key, rebuild);
    if (node.type !== 'array-of-tables') return;
    for (const [index, element] of node.elements.entries()) {
      this.inTable(element, key, (table) => rebuild(replaced(node, index, table)));
    }
  }

  /** Whether a field comes from it, or from something in it. */
  private isSeen({ node, ...member }: Member): boolean {
    if (this.starts.has(placeOf(member).start)) return true;
    if (node.type === 'table') return [...node.members.values()].some((each) => this.isSeen(each));
    if (node.type !== 'array-of-tables') return false;
    return node.elements.some((element) => [...element.members.values()].some((each) => this.isSeen(each)));
  }

  private isIdle(runner: TableNode): boolean {
    if (this.tries <= 0) return false;
    this.tries -= 1;
    const other = previewOf({ ...this.request, runner });
    return other.error === undefined && isSameJson(documentsOf(other), this.result);
  }
}

function placeOf({ pair, key }: Pick<Member, 'pair' | 'key'>): Span {
  const { start, end } = pair ?? key;
  return { start, end };
}

function without(table: TableNode, { name }: Member): TableNode {
  const members = new Map(table.members);
  members.delete(name);
  return { ...table, members };
}

function replaced(node: ArrayNode, at: number, table: TableNode): ArrayNode {
  return { ...node, elements: node.elements.map((element, index) => (index === at ? table : element)) };
}
