/**
 * What is said of a configuration in a fence of Markdown: it is an example, often a piece of one, that no runner reads.
 * Hints may help the one who writes it; errors and warnings would be noise.
 */

import { elidedLines } from '../containers/markdown/elided-lines';
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import { isFragment } from '../meaning/fragment';
import { sectionAt } from '../meaning/locate';
import { factsOf, type Severity } from '../text/code';

const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** The findings of a fence that are shown: those that are quiet enough, and those worth a word in an example. */
export function fenceFindings(document: ConfigDocument, findings: readonly Finding[]): Finding[] {
  const elided = elidedLines(document.text);
  return findings.flatMap((finding): Finding[] => {
    if (severities.indexOf(finding.severity) <= severities.indexOf(document.traits.loudest)) return [finding];
    const { inExamples } = factsOf(finding.code);
    if (!inExamples || isOfUnknownTable(document, elided, finding)) return [];
    return [{ ...finding, severity: inExamples }];
  });
}

/** Whether the table that a key belongs to is not in the example: above its first header, or left out before the key. */
function isOfUnknownTable(document: ConfigDocument, elided: readonly number[], finding: Finding): boolean {
  const section = sectionAt(document, finding.start);
  if (!section.header && isFragment(document.model)) return true;
  const keys = section.header?.end ?? section.start;
  return finding.start >= keys && elided.some((start) => start >= section.start && start < finding.start);
}
