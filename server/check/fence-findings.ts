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
import { isPlaceholder } from '../text/placeholders';

const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** The findings of a fence that are shown: those that are quiet enough, and those worth a word in an example. */
export function fenceFindings(document: ConfigDocument, findings: readonly Finding[]): Finding[] {
  const elided = elidedLines(document.text);
  return findings.flatMap((finding): Finding[] => {
    if (severities.indexOf(finding.severity) <= severities.indexOf(document.traits.loudest)) return [finding];
    const { inExamples } = factsOf(finding.code);
    if (!inExamples || isOfUnknownTable(document, elided, finding) || standsForAnother(document, finding)) return [];
    return [{ ...finding, severity: inExamples }];
  });
}

/** A value as somebody would set it, none that stands for the reader's own: `YOUR_NAME`, `XX.XX.XX.XX`, `docker|shell`, `...`. */
const PLAIN_WORD =
  /^["']?(?!(?:my|your|some|example|sample|foo|bar|value)(?![a-z])|x+(?![a-z]))([a-z][a-z\d+-]{2,})["']?$/;

/** Whether a wrong value may stand for another: whoever writes an example leaves to the reader what it is. */
function standsForAnother({ text }: ConfigDocument, { code, start, end }: Finding): boolean {
  if (code !== 'invalid-value') return false;
  const word = PLAIN_WORD.exec(text.slice(start, end))?.[1];
  return word === undefined || isPlaceholder(word);
}

/** Whether the table that a key belongs to is not in the example: above its first header, or left out before the key. */
function isOfUnknownTable(document: ConfigDocument, elided: readonly number[], finding: Finding): boolean {
  const section = sectionAt(document, finding.start);
  if (!section.header && isFragment(document.model)) return true;
  const keys = section.header?.end ?? section.start;
  return finding.start >= keys && elided.some((start) => start >= section.start && start < finding.start);
}
