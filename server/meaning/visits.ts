/** The visits that a walk begins with. */
import type { KeySchema } from '../schema/types';
import type { TableNode } from '../toml/model';
import type { Context } from './context';
import type { ConfigDocument } from './document';
import { tableView } from './table-view';
import type { RunnerVisit, TableVisit } from './visit';

/** The root table of a document. */
export function rootVisit(document: ConfigDocument, context: Context): TableVisit {
  const { root } = document.model;
  return {
    document,
    source: document,
    context,
    table: root,
    schema: context.schema.root,
    path: [],
    runner: undefined,
    around: undefined,
  };
}

/** One element of `[[runners]]`, whose schema that is. */
export function runnerVisit(
  document: ConfigDocument,
  context: Context,
  schema: KeySchema,
  runner: TableNode,
): RunnerVisit {
  return {
    document,
    source: document,
    context,
    table: runner,
    schema,
    path: ['runners'],
    runner,
    around: tableView(runner),
  };
}
