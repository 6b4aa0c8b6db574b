/** Diagnostics as an editor shows them. */

import type { Range } from 'vscode-languageserver-types';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Finding } from '../meaning/finding';
import type { Catalog } from '../text/catalog';
import type { Code, Severity } from '../text/code';
import { message } from '../text/message';
import type { Span } from '../toml/syntax';

export const SOURCE = 'gitlab-runner';

/** More than this many are of no use to anyone and slow the editor down. */
export const MAXIMUM_DIAGNOSTICS = 1000;

/** What the user set for a code: another severity, or not to show it. */
export type SeverityOverrides = Readonly<Record<string, Severity | 'off'>>;

/** The overrides that make nothing louder than information: for examples that no runner reads. */
export function withoutAlarms(overrides: SeverityOverrides): SeverityOverrides {
  return Object.fromEntries(
    Object.entries(overrides).filter(([, severity]) => severity !== 'error' && severity !== 'warning'),
  );
}

/** A document, or the file around it: what turns offsets into positions. */
export interface Located {
  readonly uri: string;
  range(span: Span): Range;
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

/** Turns findings into diagnostics. When there are too many, the last one says how many are not shown. */
export function diagnostics(
  document: Located,
  findings: readonly Finding[],
  say: Catalog['say'],
  overrides: SeverityOverrides = {},
): Diagnostic[] {
  const shown = findings.filter((finding) => overrides[finding.code] !== 'off');
  const result = shown.slice(0, MAXIMUM_DIAGNOSTICS).map((finding) => toDiagnostic(document, finding, say, overrides));
  if (shown.length > MAXIMUM_DIAGNOSTICS) {
    result.push({
      range: document.range({ start: 0, end: 0 }),
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      code: TOO_MANY,
      message: say(message('too-many-problems', { shown: MAXIMUM_DIAGNOSTICS, count: shown.length })),
    });
  }
  return result;
}

function toDiagnostic(
  document: Located,
  finding: Finding,
  say: Catalog['say'],
  overrides: SeverityOverrides,
): Diagnostic {
  const severity = overrides[finding.code];
  return {
    range: document.range(finding),
    severity: severities[severity === undefined || severity === 'off' ? finding.severity : severity],
    source: SOURCE,
    code: finding.code,
    message: say(finding.message),
    ...(finding.link && { codeDescription: { href: finding.link } }),
    ...(finding.tags && { tags: finding.tags.map((tag) => tags[tag]) }),
    ...(finding.related && {
      relatedInformation: finding.related.map((other) => ({
        location: { uri: document.uri, range: document.range(other) },
        message: say(other.message),
      })),
    }),
  };
}
