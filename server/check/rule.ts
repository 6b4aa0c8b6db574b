/** What a rule is and what it is shown. A rule is a function of one runner's tables or of the globals, never of both. */
import type { Context } from '../context';
import type { ConfigDocument } from '../document';
import type { Finding } from '../finding';
import type { KeySchema } from '../schema/types';
import type { Member, TableNode } from '../toml/model';

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

export type Report = (finding: Finding) => void;

/** One semantic rule. `code` is the code of its findings; the default severity is in the finding. */
export interface Rule {
  readonly code: string;
  table?(visit: TableVisit, report: Report): void;
  key?(visit: KeyVisit, report: Report): void;
}
