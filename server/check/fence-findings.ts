/**
 * What is said of a configuration in a fence of Markdown: it is an example, often a piece of one, that no runner reads.
 * Hints may help the one who writes it; errors and warnings would be noise.
 */

import { elidedLines } from '../containers/markdown/elided-lines';
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import { isFragment } from '../meaning/fragment';
import { sectionAt } from '../meaning/locate';

/** Warnings that are worth a hint: what is written there does nothing. */
const LOWERED = new Set(['unknown-key', 'unknown-table', 'misplaced-key']);

/** The findings of a fence that are shown, as hints. */
export function fenceFindings(document: ConfigDocument, findings: readonly Finding[]): Finding[] {
  const elided = elidedLines(document.text);
  return findings.flatMap((finding): Finding[] => {
    if (finding.severity === 'hint' || finding.severity === 'information') return [finding];
    if (!LOWERED.has(finding.code) || isOfUnknownTable(document, elided, finding)) return [];
    return [{ ...finding, severity: 'hint' }];
  });
}

/** Whether the table that a key belongs to is not in the example: above its first header, or left out before the key. */
function isOfUnknownTable(document: ConfigDocument, elided: readonly number[], finding: Finding): boolean {
  const section = sectionAt(document, finding.start);
  if (!section.header && isFragment(document.model)) return true;
  const keys = section.header?.end ?? section.start;
  return finding.start >= keys && elided.some((start) => start >= section.start && start < finding.start);
}
