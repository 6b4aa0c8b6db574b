/** What rules and edits are shown of a document: a table or a key, with what the schema knows of it. */

import type { KeySchema } from '../schema/types';
import type { Member, TableNode } from '../toml/model';
import type { Context } from './context';
import type { ConfigDocument } from './document';

/** A table of the document, with what the schema knows of it. */
export interface TableVisit {
  readonly document: ConfigDocument;
  readonly context: Context;
  readonly table: TableNode;
  readonly schema: KeySchema;
  /** Names from the root, without indices. */
  readonly path: readonly string[];
  /** The runner that the table belongs to, undefined for the globals. */
  readonly runner: TableNode | undefined;
}

/** A key of a table. `schema` is undefined when the runner would find none for it. */
export interface KeyVisit extends TableVisit {
  readonly member: Member;
  readonly key: KeySchema | undefined;
  /** False when the runner finds the key only by ignoring case. */
  readonly exact: boolean;
}
