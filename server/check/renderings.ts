/** A template is checked as what it may give: once for each branch of its conditionals. */

import { regionCode } from '../containers/load';
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import { isShown } from './templates';

/** The document with one branch of each conditional, in as many ways as it takes to show each branch; most have one way. */
export function renderingsOf(document: ConfigDocument): readonly ConfigDocument[] {
  const { branches, text, templates, syntax } = document;
  const texts = branches ? regionCode().renderings(text, templates, syntax.text) : [];
  if (texts.length < 2) return [document];
  return texts.map((masked) => {
    return document.rendered(masked);
  });
}

/** The findings that each rendering has that shows their place. `found` holds those of each rendering. */
export function foundInEach(renderings: readonly ConfigDocument[], found: readonly Finding[][]): readonly Finding[] {
  if (renderings.length === 1) return found[0] ?? [];
  const known = found.map((findings) => new Set(findings.map(nameOf)));
  return found.flatMap((findings, index) =>
    findings.filter((finding) => {
      const showing = renderings.flatMap((rendering, other) => (isShown(rendering, finding.start) ? [other] : []));
      return showing[0] === index && showing.every((other) => known[other]?.has(nameOf(finding)));
    }),
  );
}

/** Which finding it is, whatever table it says it stands in: two keys may be missing in one place. */
function nameOf({ code, start, end, message }: Finding): string {
  return `${code} ${start} ${end} ${message.args?.key}`;
}
