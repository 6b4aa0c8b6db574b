/** Shows rules what they are about, and collects what they report. */
import type { Found, Report } from '../rules/rule';
import { type Code, factsOf, type Severity } from '../text/code';

/**
 * A text of which rules have more to say than this is no configuration, as one with so many problems of its syntax is none; the rest is
 * not looked at.
 */
export const MAXIMUM_FINDINGS = 5_000;

/** What a rule reported, with what its code says of it. */
export type Reported<From extends Found> = From & { readonly code: Code; readonly severity: Severity };

interface Asked<Visit, From extends Found> {
  readonly code: Code;
  check(visit: Visit, report: Report<From>): void;
}

export class Reporter<From extends Found = Found> {
  readonly findings: Reported<From>[] = [];
  /** Of the rule that is looking. One function for all rules: they look at each key. */
  private code: Code | undefined;

  private readonly report: Report<From> = (found) => {
    const { code } = this;
    if (code && !this.isFull)
      this.findings.push({ ...found, code, severity: found.severity ?? factsOf(code).severity });
  };

  get isFull(): boolean {
    return this.findings.length >= MAXIMUM_FINDINGS;
  }

  /** What is reported has the code of the rule, and the severity of that code where the rule says no other. */
  ask<Visit>(rule: Asked<Visit, From>, visit: Visit): void {
    this.code = rule.code;
    rule.check(visit, this.report);
  }

  show<Visit>(visit: Visit, rules: readonly Asked<Visit, From>[]): void {
    for (const rule of rules) this.ask(rule, visit);
  }

  /** Takes over what was reported before. */
  add(finding: Reported<From>): void {
    if (!this.isFull) this.findings.push(finding);
  }
}
