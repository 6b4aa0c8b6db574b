/** Shows rules what they are about, and collects what they report. */
import type { Finding } from '../meaning/finding';
import type { Visits } from '../meaning/visit';
import type { Report, Rule } from '../rules/rule';
import { type Code, factsOf } from '../text/code';

/**
 * A text of which rules have more to say than this is no configuration, as one with so many problems of its syntax is none; the rest is
 * not looked at.
 */
export const MAXIMUM_FINDINGS = 5_000;

export class Reporter {
  readonly findings: Finding[] = [];
  /** Of the rule that is looking. One function for all rules: they look at each key. */
  private code: Code | undefined;

  private readonly report: Report = (found) => {
    const { code } = this;
    if (code && !this.isFull)
      this.findings.push({ ...found, code, severity: found.severity ?? factsOf(code).severity });
  };

  get isFull(): boolean {
    return this.findings.length >= MAXIMUM_FINDINGS;
  }

  /** What is reported has the code of the rule, and the severity of that code where the rule says no other. */
  show<S extends keyof Visits>(visit: Visits[S], rules: readonly Rule<S>[]): void {
    for (const rule of rules) {
      this.code = rule.code;
      rule.check(visit, this.report);
    }
  }
}
