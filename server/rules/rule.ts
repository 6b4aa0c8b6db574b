/** What a rule is: a function of a key, a table or a runner, or of the few facts of the whole file; never of more. */
import type { Finding } from '../meaning/finding';
import type { FileFact, FileVisit, Place, Visits } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import type { Code, Severity } from '../text/code';
import type { Message } from '../text/message';

/** A finding as a rule reports it: its code is the rule's, and its severity that of the code where it says no other. */
export interface Found extends Omit<Finding, 'code' | 'severity'> {
  readonly severity?: Severity;
}

/** A finding of a rule about the file: it is found again where its places are after an edit. */
export interface FoundInFile extends Found, Place {
  readonly related?: readonly (Place & { readonly message: Message })[];
}

export type Report<Reported extends Found = Found> = (found: Reported) => void;

/** One semantic rule. What its findings are about, their default severity, evidence and examples are in schemas/rules. */
export interface Rule<S extends keyof Visits = keyof Visits> {
  readonly code: Code;
  /** What it is shown. */
  readonly scope: S;
  /** The paths of the keys, or of the tables, that it is shown alone: elsewhere it costs nothing. */
  readonly on?: readonly string[];
  /**
   * Whether it has something to say of keys, or tables, that are this to the schema; undefined is a key that the runner does not
   * know. Asked once for each: elsewhere it costs nothing.
   */
  concerns?(schema: KeySchema | undefined): boolean;
  check(visit: Visits[S], report: Report<S extends 'file' ? FoundInFile : Found>): void;
}

/** A rule about a file. It is not asked again as long as what it reads is what it was: at a keystroke most are not. */
export interface FileRule extends Rule<'file'> {
  readonly reads: readonly FileFact[];
}

/** A rule about a file; its check is given no more than it says that it reads. */
export function fileRule<const Fact extends FileFact>(rule: {
  readonly code: Code;
  readonly reads: readonly Fact[];
  check(file: FileVisit<Fact>, report: Report<FoundInFile>): void;
}): FileRule {
  return { ...rule, scope: 'file' };
}

/** A rule of any scope; its scope tells what it is shown. */
export type AnyRule =
  | FileRule
  | { readonly [S in Exclude<keyof Visits, 'file'>]: Rule<S> }[Exclude<keyof Visits, 'file'>];
