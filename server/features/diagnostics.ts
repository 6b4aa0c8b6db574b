/** Diagnostics as an editor shows them. */

import type { Diagnostic, Range } from 'vscode-languageserver-types';
import { rulePage } from '../../protocol/rule-pages';
import { MAXIMUM_FINDINGS } from '../check/reporter';
import type { ConfigDocument } from '../meaning/document';
import type { Catalog } from '../text/catalog';
import type { Code, Severity } from '../text/code';
import { message } from '../text/message';
import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import { DiagnosticSeverity, DiagnosticTag } from './kinds';

const SOURCE = 'gitlab-runner';

/** More than this many are of no use to anyone and slow the editor down. */
export const MAXIMUM_DIAGNOSTICS = 1000;
/** Hints and information among them: the same advice in each of hundreds of runners hides the errors, and is sent at each keystroke. */
export const MAXIMUM_ADVICE = 25;

/** What the user set for a code: another severity, or not to show it. */
export type SeverityOverrides = Readonly<Record<string, Severity | 'off'>>;

/** The overrides that make nothing louder than information: for examples that no runner reads. */
export function withoutAlarms(overrides: SeverityOverrides): SeverityOverrides {
  return Object.fromEntries(
    Object.entries(overrides).filter(([, severity]) => severity !== 'error' && severity !== 'warning'),
  );
}

/** A finding and what turns its offsets into positions. */
export interface LocatedFinding {
  readonly finding: Problem;
  range(span: Span): Range;
  /** The line that its block stands at; undefined where its positions are not those of a block. */
  readonly line?: number;
  /** What its offsets count in; nothing where it is about what is around the configurations. */
  document?(): ConfigDocument;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary };

/** The code of the last one where there are too many. */
const TOO_MANY: Code = 'too-many-problems';

/** Findings of one part of a file, and what the user set for it. */
export interface FoundInPart {
  readonly found: readonly LocatedFinding[];
  readonly overrides: SeverityOverrides;
}

/**
 * Turns the findings of a file into diagnostics. When there are too many, the last one says how many are not shown, or that the check
 * ended with them.
 */
export function diagnostics(
  parts: readonly FoundInPart[],
  say: Catalog['say'],
  make: (each: LocatedFinding, overrides: SeverityOverrides) => Diagnostic,
): Diagnostic[] {
  const result: Diagnostic[] = [];
  let count = 0;
  let advice = 0;
  for (const { found, overrides } of parts) {
    for (const each of found) {
      const severity = severityOf(each.finding, overrides);
      if (severity === 'off') continue;
      count++;
      const isOneTooMany = isAdvice(severity) && ++advice > MAXIMUM_ADVICE;
      if (!isOneTooMany && result.length < MAXIMUM_DIAGNOSTICS) result.push(make(each, overrides));
    }
  }
  const shown = result.length;
  const isCut = parts.some(({ found }) => found.length >= MAXIMUM_FINDINGS);
  if ((isCut || count > shown) && parts.some(({ overrides }) => overrides[TOO_MANY] !== 'off')) {
    const start = { line: 0, character: 0 };
    result.push({
      range: { start, end: start },
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      code: TOO_MANY,
      message: say(
        isCut
          ? message('too-many-problems.cut', { shown, limit: MAXIMUM_FINDINGS })
          : message('too-many-problems', { shown, count, advice: MAXIMUM_ADVICE }),
      ),
    });
  }
  return result;
}

function severityOf({ code, severity }: Problem, overrides: SeverityOverrides): Severity | 'off' {
  return overrides[code] ?? severity;
}

function isAdvice(severity: Severity): boolean {
  return severity === 'hint' || severity === 'information';
}

/** One finding as an editor shows it; `rulePages`: see protocol/rule-pages.ts. */
export function toDiagnostic(
  uri: string,
  located: LocatedFinding,
  say: Catalog['say'],
  overrides: SeverityOverrides,
  rulePages = false,
): Diagnostic {
  const { finding } = located;
  const severity = severityOf(finding, overrides);
  const { link, related } = finding;
  const diagnostic: Diagnostic = {
    range: located.range(finding),
    severity: severities[severity === 'off' ? finding.severity : severity],
    source: SOURCE,
    code: finding.code,
    message: say(finding.message),
  };
  const href = rulePages ? rulePage(finding.code, link) : link;
  if (href) diagnostic.codeDescription = { href };
  if (finding.tags) diagnostic.tags = finding.tags.map((tag) => tags[tag]);
  if (related) {
    diagnostic.relatedInformation = related.map((other) => ({
      location: { uri, range: located.range(other) },
      message: say(other.message),
    }));
  }
  return diagnostic;
}
