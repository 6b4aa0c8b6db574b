/** The visit that a walk begins with. */
import type { Context } from './context';
import type { ConfigDocument } from './document';
import type { TableVisit } from './visit';

/** The root table of a document. */
export function rootVisit(document: ConfigDocument, context: Context): TableVisit {
  const { root } = document.model;
  return { document, source: document, context, table: root, schema: context.schema.root, path: [], runner: undefined };
}
