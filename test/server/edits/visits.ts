/** Visits of a document as rules get them, for tests that make changes themselves. */
import assert from 'node:assert/strict';
import type { ConfigDocument } from '../../../server/meaning/document';
import { memberOf } from '../../../server/meaning/members';
import { tableView } from '../../../server/meaning/table-view';
import type { KeyVisit, TableVisit } from '../../../server/meaning/visit';
import type { KeySchema } from '../../../server/schema/types';
import type { Node, TableNode } from '../../../server/toml/model';
import { context } from '../findings';

export function rootVisit(document: ConfigDocument): TableVisit {
  const { root } = context.schema;
  return {
    document,
    source: document,
    context,
    table: document.model.root,
    schema: root,
    path: [],
    runner: undefined,
    around: undefined,
  };
}

/** The tables that a node stands for. */
export function tablesIn(node: Node): readonly TableNode[] {
  if (node.type === 'table') return [node];
  return node.type === 'array-of-tables' ? node.elements : node.tables;
}

/** The visit of a table by names and, where it is one of several, by its index: `['runners', 1, 'docker']`. */
export function tableVisit(document: ConfigDocument, ...way: readonly (string | number)[]): TableVisit {
  let visit = rootVisit(document);
  for (const [index, name] of way.entries()) {
    if (typeof name === 'number') continue;
    const next = way[index + 1];
    const { member, key } = keyVisit(visit, name);
    const table = tablesIn(member.node)[typeof next === 'number' ? next : 0];
    assert.ok(key && table, `${name} is no table`);
    const runner = visit.path.length === 0 && key.path === 'runners[]' ? table : visit.runner;
    visit = {
      ...visit,
      table,
      schema: key,
      path: [...visit.path, member.name],
      runner,
      around: runner && tableView(runner),
    };
  }
  return visit;
}

/** The visit of a key of a table. */
export function keyVisit(visit: TableVisit, name: string): KeyVisit {
  const member = memberOf(visit.table, name);
  assert.ok(member, `${name} is not there`);
  const match = context.schema.find(visit.schema, member.name);
  return { ...visit, member, key: match?.schema, exact: match?.exact ?? true };
}

export function schemaOf(path: string): KeySchema {
  const key = context.schema.byPath(path);
  assert.ok(key, path);
  return key;
}
