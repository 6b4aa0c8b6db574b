/** What rules and edits are shown of a document: a key, a table, a runner or the file, with what the schema knows of it. */

import type { Traits } from '../containers/traits';
import type { KeySchema } from '../schema/types';
import type { Span } from '../text/span';
import type { Member, TableNode } from '../toml/model';
import type { Context } from './context';
import type { ConfigDocument } from './document';
import type { TableView } from './table-view';

/**
 * What a rule may read of a document and be kept for a key: how the key is written, by its spans in the text, and what no edit changes.
 * Whoever looks at the document itself is asked at each keystroke.
 */
export type Source = Pick<ConfigDocument, 'uri' | 'text' | 'traits' | 'isTemplate' | 'templatedValues'>;

/** A table of the document, with what the schema knows of it. */
export interface TableVisit {
  readonly document: ConfigDocument;
  readonly source: Source;
  readonly context: Context;
  readonly table: TableNode;
  readonly schema: KeySchema;
  /** Names from the root, without indices. */
  readonly path: readonly string[];
  /** The runner that the table belongs to, undefined for the globals. */
  readonly runner: TableNode | undefined;
  /** The same by the names of its keys: whoever looks at a key here is asked again when that one changed. */
  readonly around: TableView | undefined;
}

/** A key of a table. `schema` is undefined when the runner would find none for it. */
export interface KeyVisit extends TableVisit {
  readonly member: Member;
  readonly key: KeySchema | undefined;
  /** False when the runner finds the key only by ignoring case. */
  readonly exact: boolean;
}

/** For who hands out again what was found around a key: whoever asks depends on that as who asked first did, see check/kept-rules.ts. */
export function lookAround(visit: KeyVisit): unknown {
  return visit.document;
}

/** A runner with all that is in it: `table` is the runner. */
export interface RunnerVisit extends TableVisit {
  readonly runner: TableNode;
  readonly around: TableView;
}

/** What a runner is set to, as far as runners are compared; what is not there is undefined. */
export interface RunnerSettings {
  /** The name of its list in the file, most often `runners`. */
  readonly spelling: string;
  /** Whether it has a header of its own. */
  readonly hasHeader: boolean;
  readonly name?: string | undefined;
  readonly hasToken: boolean;
  /** Whether it has an address and an executor, and no token yet. */
  readonly awaitsToken: boolean;
  /** The token where it is one, and no placeholder. */
  readonly ownToken?: string | undefined;
  readonly limit?: number | undefined;
  readonly requestConcurrency?: number | undefined;
  /** The names of its labels. */
  readonly labels?: readonly string[] | undefined;
  /** The group of instances that it scales, as a text. */
  readonly group?: string | undefined;
  /** The jobs that its instances have room for. */
  readonly slots?: number | undefined;
}

/** What the globals say of all runners. */
export interface GlobalSettings {
  /** How many jobs run at most in all; undefined where the file does not say it as a number. */
  readonly concurrent?: number | undefined;
  /** The names of the labels that all runners have. */
  readonly commonLabels?: readonly string[] | undefined;
  readonly firstKey?: string | undefined;
}

/** What a rule about a file may read; `root`: anything of the globals. How many runners there are, each may know. */
export type FileFact = keyof RunnerSettings | keyof GlobalSettings | 'root';

/** What a place is the place of: a setting of a runner by its number, or of the globals. */
export interface PlaceName {
  readonly runner: number | undefined;
  readonly key: keyof RunnerSettings | keyof GlobalSettings;
}

/** A place that is found again after an edit. */
export interface Place extends Span {
  readonly of: PlaceName;
}

interface FileRoot {
  /** The root table; what is below `runners` is not in it. Undefined where the text begins with a runner. */
  readonly root: TableVisit | undefined;
}

/** A whole file, as a rule sees it that reads these facts. Spans are those of the whole text. */
export type FileVisit<Fact extends FileFact = FileFact> = Pick<FileRoot, Fact & 'root'> & {
  readonly context: Context;
  readonly traits: Traits;
  /** Branches or loops of a template decide which of the tables there are. */
  readonly isConditional: boolean;
  readonly globals: Pick<GlobalSettings, Fact & keyof GlobalSettings>;
  readonly settings: readonly Pick<RunnerSettings, Fact & keyof RunnerSettings>[];
  /** Where a setting of a runner, or of the globals, stands. */
  place(key: Fact & PlaceName['key'], runner?: number): Place | undefined;
};

/** What rules of each scope are shown. */
export interface Visits {
  readonly key: KeyVisit;
  readonly table: TableVisit;
  readonly runner: RunnerVisit;
  readonly file: FileVisit;
}
