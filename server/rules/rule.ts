/** What a rule is: a function of a key, a table or a runner, or of the few facts of the whole file; never of more. */
import type { Finding } from '../meaning/finding';
import type { Visits } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import type { Code, Severity } from '../text/code';

/** A finding as a rule reports it: its code is the rule's, and its severity that of the code where it says no other. */
export interface Found extends Omit<Finding, 'code' | 'severity'> {
  readonly severity?: Severity;
}

export type Report = (found: Found) => void;

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
  check(visit: Visits[S], report: Report): void;
}

/** A rule of any scope; its scope tells what it is shown. */
export type AnyRule = { readonly [S in keyof Visits]: Rule<S> }[keyof Visits];
