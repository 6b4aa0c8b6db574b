/** What rules and edits are shown of a document: a key, a table, a runner or the file, with what the schema knows of it. */

import type { Traits } from '../containers/traits';
import type { KeySchema } from '../schema/types';
import type { Span } from '../text/span';
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

/** A runner with all that is in it: `table` is the runner. */
export interface RunnerVisit extends TableVisit {
  readonly runner: TableNode;
}

/** Where labels are set, and what they are called. */
export interface LabelFacts extends Span {
  readonly names: readonly string[];
}

/** What a runner is set to, as far as runners are compared; what is not there is undefined. */
export interface RunnerSettings {
  readonly name?: string | undefined;
  readonly token?: string | undefined;
  /** The token where it is one, and no placeholder. */
  readonly ownToken?: string | undefined;
  readonly limit?: number | undefined;
  readonly requestConcurrency?: number | undefined;
  /** The group of instances that it scales, as a text. */
  readonly group?: string | undefined;
  /** The jobs that its instances have room for. */
  readonly slots?: number | undefined;
}

/** What is known of a runner where the whole file is looked at. A runner is checked alone, and its tree is not kept: no node is in here. */
export interface RunnerFacts {
  /** The name that it has in the file, most often `runners` in its header. */
  readonly name: Span & { readonly text: string };
  /** Its own header with the brackets; undefined where it has none. */
  readonly header: Span | undefined;
  /** The key of its labels and their names; undefined where it has none. */
  readonly labels: LabelFacts | undefined;
  readonly settings: RunnerSettings;
  /** The values of the settings. */
  readonly places: Readonly<Partial<Record<keyof RunnerSettings, Span>>>;
}

/** A whole file. Spans are those of the whole text. */
export interface FileVisit {
  readonly context: Context;
  readonly traits: Traits;
  /** Branches or loops of a template decide which of the tables there are. */
  readonly isConditional: boolean;
  /** The root table; what is below `runners` is not in it. Undefined where the text begins with a runner. */
  readonly globals: TableVisit | undefined;
  /** The labels that all runners have. */
  readonly labels: LabelFacts | undefined;
  readonly runners: readonly RunnerFacts[];
  /** What each of the runners is set to, without a place: to look at before the runners are asked for. */
  readonly settings: readonly RunnerSettings[];
  /** How many jobs run at most in all; undefined where the file does not say it as a number. */
  readonly concurrent: ConcurrentFacts | undefined;
}

/** The value of `concurrent`. */
export interface ConcurrentFacts extends Span {
  readonly value: number;
}

/** What rules of each scope are shown. */
export interface Visits {
  readonly key: KeyVisit;
  readonly table: TableVisit;
  readonly runner: RunnerVisit;
  readonly file: FileVisit;
}
