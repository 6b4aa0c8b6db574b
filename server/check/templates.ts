/** Silences what cannot be known of a text before its templates are rendered. */
import type { ConfigDocument } from '../document';
import type { Finding } from '../finding';
import { isFragment } from '../fragment';
import { regionCode } from '../regions/load';
import type { Section, Span } from '../toml/syntax';

/** The findings that hold whatever the templates give, with those of their fixes that touch no template. */
export function withoutTemplated(document: ConfigDocument, findings: readonly Finding[]): Finding[] {
  const { isTemplate, templates, templatedValues } = document;
  if (!isTemplate) return [...findings];
  const open = openSections(document);
  // A part that another template includes: what it begins in is not known.
  const whole = isFragment(document.model) ? findings.filter((finding) => !isOfTheWhole(document, finding)) : findings;
  return whole
    .filter((finding) => !touches(templatedValues, finding) && !touches(templates, finding))
    .filter((finding) => !isInAnotherBranch(document, finding))
    .filter((finding) => !(finding.code === 'missing-key' && open.some((section) => contains(section, finding))))
    .map((finding) => ({
      ...finding,
      fixes:
        finding.fixes &&
        (() => (finding.fixes?.() ?? []).filter((fix) => !fix.edits.some((edit) => touches(templates, edit)))),
    }));
}

/** Whether a finding is about the beginning of the file: a missing header, or keys above the first one. */
function isOfTheWhole({ syntax }: ConfigDocument, finding: Finding): boolean {
  if (finding.code === 'missing-runners-header') return true;
  const root = syntax.sections[0];
  const aboutKeys = finding.code === 'unknown-key' || finding.code === 'misplaced-key';
  return aboutKeys && root !== undefined && finding.start < root.end;
}

/** Two of one key or flag in two branches: one of them is rendered. The syntax's own duplicates are silenced by the document. */
function isInAnotherBranch({ text, templates }: ConfigDocument, { code, start, related }: Finding): boolean {
  if (code !== 'duplicate-key' && code !== 'overridden-feature-flag') return false;
  if (!related || templates.length === 0) return false;
  const inDifferentBranches = regionCode().branchesOf(text, templates);
  return related.some((other) => inDifferentBranches(start, other.start));
}

/** Sections that a line such as `{{ include "runner" . }}` may add any key to. */
function openSections({ syntax, templates, templatedValues }: ConfigDocument): Section[] {
  const lines = templates.filter((template) => template.kind === 'expression' && !touches(templatedValues, template));
  return syntax.sections.filter((section) =>
    lines.some((line) => section.start <= line.start && line.start < section.end),
  );
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a span overlaps one of the spans, which are in order. */
function touches(spans: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  // An empty span inside of a template touches it too.
  return span !== undefined && (span.start < end || (span.start < start && start === end));
}
