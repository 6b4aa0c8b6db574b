/** GitLab's code quality report: problems in the widget of a merge request. */
import type { Severity } from '../../text/code';
import { printableJson } from '../printable';
import type { FileProblem } from './file-problem';
import { fingerprints, slashed } from './fingerprints';

/** The severities of the report, by ours. */
const severities: Readonly<Record<Severity, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** The report of all problems. */
export function codeQuality(problems: readonly FileProblem[]): string {
  const names = fingerprints(problems);
  const issues = problems.map(({ file, code, severity, message, range }, index) => ({
    description: message,
    check_name: code,
    fingerprint: names[index],
    severity: severities[severity],
    location: { path: slashed(file), lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
  }));
  return `${printableJson(issues)}\n`;
}
