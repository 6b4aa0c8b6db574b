/** What a rule is. A rule is a function of one runner's tables or of the globals, never of both. */
import type { Finding } from '../meaning/finding';
import type { KeyVisit, TableVisit } from '../meaning/visit';
import type { Code } from '../text/code';

export type Report = (finding: Finding) => void;

/** One semantic rule. `code` is the code of its findings; the default severity is in the finding. */
export interface Rule {
  readonly code: Code;
  table?(visit: TableVisit, report: Report): void;
  key?(visit: KeyVisit, report: Report): void;
}
