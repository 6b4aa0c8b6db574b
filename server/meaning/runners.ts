/** The runners of a document, however they are written. */
import { isPlaceholder } from '../text/placeholders';
import type { Span } from '../text/span';
import type { Member, Node, TableNode } from '../toml/model';
import { nameInHeader } from '../toml/model';
import type { Context } from './context';
import type { ConfigDocument } from './document';
import { memberOf } from './members';
import { scaledGroupOf } from './scaled-group';
import { tableView } from './table-view';
import type { ConcurrentFacts, LabelFacts, RunnerFacts } from './visit';

const PATH = 'runners[]';

/** The `runners` of a document, however it is spelled. */
export function runnersMember(document: ConfigDocument, context: Context): Member | undefined {
  return document.model.root.members.get('runners') ?? runnersMembers(document, context)[0];
}

/** The tables that stand for runners: the elements of the array, or the one table of a file that lacks the brackets. */
export function runnerTables(document: ConfigDocument, context: Context): readonly TableNode[] {
  const node = runnersMember(document, context)?.node;
  return node ? elementsOf(node) : [];
}

/** The tables that a name stands for. */
export function elementsOf(node: Node): readonly TableNode[] {
  if (node.type === 'array-of-tables') return node.elements;
  return node.type === 'table' ? [node] : node.tables;
}

/** What a rule about the whole file knows of the runners, in the order of the text; those of another spelling as well. */
export function runnerFacts(document: ConfigDocument, context: Context): RunnerFacts[] {
  return runnersMembers(document, context).flatMap((member) =>
    elementsOf(member.node).map((table, index) => factsOf(table, member, index === 0)),
  );
}

function factsOf(table: TableNode, member: Member, isFirst: boolean): RunnerFacts {
  const { start, end } = (isFirst ? undefined : nameInHeader(table)) ?? member.key;
  const header = table.sections[0]?.header;
  const view = tableView(table);
  const [name, token] = [view.string('name'), view.string('token')];
  const [limit, requestConcurrency] = [view.number('limit'), view.number('request_concurrency')];
  const scaled = scaledGroupOf(view);
  return {
    name: { start, end, text: member.name },
    header: header && spanOf(header),
    labels: labelsOf(table),
    settings: {
      name: name?.value,
      token: token?.value,
      ownToken: token && ownToken(token.value),
      limit: limit?.value,
      requestConcurrency: requestConcurrency?.value,
      group: scaled.group,
      slots: scaled.slots,
    },
    places: {
      ...(name && { name: name.span }),
      ...(token && { token: token.span }),
      ...(limit && { limit: limit.span }),
      ...(requestConcurrency && { requestConcurrency: requestConcurrency.span }),
      ...(scaled.groupPlace && { group: scaled.groupPlace }),
      ...(scaled.slotsPlace && { slots: scaled.slotsPlace }),
    },
  };
}

/** Shorter texts, those of a few characters again and again, and what somebody took the token out of only stand for one. */
const SHORTEST = 20;
const FEWEST_CHARACTERS = 8;

function ownToken(token: string): string | undefined {
  if (token.length < SHORTEST || isPlaceholder(token) || /redacted/i.test(token)) return undefined;
  return new Set(token).size >= FEWEST_CHARACTERS ? token : undefined;
}

/** What the root table says of `concurrent`. */
export function concurrentOf(root: TableNode): ConcurrentFacts | undefined {
  const found = tableView(root).number('concurrent');
  return found && { ...found.span, value: found.value };
}

/** The labels of a runner, or of the root table. */
export function labelsOf(table: TableNode): LabelFacts | undefined {
  const member = memberOf(table, 'labels');
  return member?.node.type === 'table' ? { ...spanOf(member.key), names: [...member.node.members.keys()] } : undefined;
}

/** A span alone: it keeps no tree in memory. */
function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function runnersMembers(document: ConfigDocument, context: Context): Member[] {
  const { root } = context.schema;
  return [...document.model.root.members.values()].filter(
    (member) => context.schema.find(root, member.name)?.schema.path === PATH,
  );
}
