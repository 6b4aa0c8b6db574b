/** The runners of a document, however they are written. */
import type { Schema } from '../schema/types';
import { oncePer } from '../text/once';
import type { Member, Node, TableNode } from '../toml/model';
import type { Context } from './context';
import type { ConfigDocument } from './document';

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

/** The keys of the root that stand for runners, in any spelling. */
export function runnersMembers(document: ConfigDocument, context: Context): readonly Member[] {
  return membersOf(document)(context.schema);
}

/** Found once for a document: of one without runners, each of thousands of tables asks. */
const membersOf = oncePer((document: ConfigDocument) =>
  oncePer((schema: Schema): readonly Member[] =>
    [...document.model.root.members.values()].filter(
      ({ name }) => schema.find(schema.root, name)?.schema.path === PATH,
    ),
  ),
);
