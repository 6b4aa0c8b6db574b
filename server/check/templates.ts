/** Silences what cannot be known of a text before its templates are rendered. */

import { editsOf } from '../edits/changes';
import type { ConfigDocument } from '../meaning/document';
import type { Finding, Fix } from '../meaning/finding';
import { beginsWithGlobals, isFragment } from '../meaning/fragment';
import { sectionAt } from '../meaning/locate';
import type { Schema } from '../schema/types';
import { factsOf } from '../text/code';
import type { TextEdit } from '../text/edit';
import { countBefore, lastBefore } from '../text/search';
import type { Section, Span } from '../toml/syntax';

/**
 * The findings that hold whatever the templates give, with those of their fixes that touch no template. `renderings` are
 * all that the document has been checked as. `whole`: the document that `document` is a rendering of.
 */
export function withoutTemplated(
  document: ConfigDocument,
  schema: Schema,
  findings: readonly Finding[],
  renderings: readonly ConfigDocument[],
  whole = document,
): Finding[] {
  if (!document.isTemplate) return [...findings];
  const lines = expressionLines(document);
  const open = sectionsOf(document, [...lines, ...filledKeys(document)]);
  const isQuotedAround = hasQuotesAround(whole);
  const beginning = knownBeginning(document, beginsWithGlobals(whole.syntax, schema), lines);
  return findings
    .filter((finding) => finding.start < beginning || !isOfTheWhole(document, finding))
    .filter((finding) => !isQuotedAround || !isInQuotesOfText(document, finding))
    .filter((finding) => isOfFilledType(document, finding) || !isFilled(document, finding))
    .filter(
      (finding) => !isInAnotherBranch(document, finding) && !isInUnknownTable(document, finding, whole, renderings),
    )
    .filter(({ code, start }) => !(factsOf(code).about === 'absence' && open.has(sectionAt(document, start))))
    .map((finding) => ({
      ...finding,
      fixes:
        finding.fixes && (() => (finding.fixes?.() ?? []).filter((fix) => holds(document, finding, fix, renderings))),
    }));
}

function isFilled({ templates, templatedValues }: ConfigDocument, finding: Span): boolean {
  return touches(templatedValues, finding) || touches(templates, finding);
}

/**
 * Whether quotes that belong to the text stand around what the template fills in, `"\"${NAME}\""`: whoever writes the file out of it
 * takes one pair away, from the other texts as well.
 */
function hasQuotesAround({ templatedValues, text }: ConfigDocument): boolean {
  return templatedValues.some((span) => span.filled === 'string' && isInQuotesOfText({ text }, span));
}

function isInQuotesOfText({ text }: Pick<ConfigDocument, 'text'>, { start, end }: Span): boolean {
  return text.startsWith('"\\"', start) && text.slice(end - 3, end) === '\\""';
}

/** A string is one, whatever a template writes into it: of the wrong type, it is that in each file that is rendered. */
function isOfFilledType({ templatedValues }: ConfigDocument, { code, start, end }: Finding): boolean {
  if (factsOf(code).about !== 'type') return false;
  const filled = lastBefore(templatedValues, start);
  return filled?.filled === 'string' && filled.start === start && filled.end === end;
}

/** Up to where the tables are known from the beginning of the file on. */
function knownBeginning({ model, traits, text }: ConfigDocument, hasGlobals: boolean, lines: readonly Span[]): number {
  if (!isFragment(model)) return text.length;
  // Without `[[runners]]` a template is a part that another one includes, unless it is known to be the whole, or begins as one.
  const isWhole = traits.role === 'configuration' || traits.role === 'globals' || hasGlobals;
  return isWhole ? (lines[0]?.start ?? text.length) : 0;
}

/** Whether a finding is about the beginning of the file: a missing header, or keys above the first one. */
function isOfTheWhole({ syntax }: ConfigDocument, { code, start }: Finding): boolean {
  const { about } = factsOf(code);
  if (about === 'start') return true;
  const root = syntax.sections[0];
  return about === 'table' && root !== undefined && start < root.end;
}

/** Two of one key or flag in two branches: one of them is rendered. The syntax's own duplicates are silenced by the document. */
function isInAnotherBranch({ branches }: ConfigDocument, { code, start, related }: Finding): boolean {
  if (factsOf(code).about !== 'definition' || !related || !branches) return false;
  return related.some((other) => branches.differ(start, other.start));
}

/**
 * The header above is in a conditional that has nothing to do with the one of the finding: the two may exclude each other.
 * Or one of them is in a macro, which is rendered elsewhere. Or a header in between is in a branch that no rendering shows
 * together with the finding.
 */
function isInUnknownTable(
  document: ConfigDocument,
  { code, start }: Finding,
  whole: ConfigDocument,
  renderings: readonly ConfigDocument[],
): boolean {
  const { branches } = document;
  if (!branches) return false;
  const { about } = factsOf(code);
  if (about === 'start') return !branches.encloses(-1, start);
  if (about !== 'table') return false;
  const header = headerAbove(document, start);
  if (!branches.encloses(header, start) && !branches.encloses(start, header)) return true;
  const isSeenWith = (skipped: number) =>
    renderings.some((rendering) => isShown(rendering, skipped) && isShown(rendering, start));
  return skippedHeaders(whole, header, start).some(
    (skipped) => !branches.exclude(skipped, start) && !isSeenWith(skipped),
  );
}

/** A branch that is left out is blank; no header and no finding starts with a space. */
export function isShown({ syntax }: ConfigDocument, offset: number): boolean {
  return /\S/.test(syntax.text.charAt(offset));
}

/** Beyond so many skipped headers nobody looks. */
const MOST_SKIPPED = 50;

/** The headers between the one above in a rendering and the finding: those of branches that the rendering leaves out. */
function skippedHeaders(document: ConfigDocument, header: number, start: number): number[] {
  const skipped: number[] = [];
  for (let section = sectionAt(document, start); ; section = sectionAt(document, section.start - 1)) {
    const found = section.header?.start ?? -1;
    if (found <= header || skipped.length === MOST_SKIPPED) break;
    skipped.push(found);
  }
  return skipped;
}

/** The offset of the header above; -1 where there is none. */
function headerAbove(document: ConfigDocument, offset: number): number {
  return sectionAt(document, offset).header?.start ?? -1;
}

/** What stands for lines, such as `{{ include "runner" . }}`, which may be any keys or tables. */
function expressionLines({ templates, templatedValues, syntax }: ConfigDocument): Span[] {
  // In the masked text the line is a comment itself, which starts there.
  const isInComment = ({ start }: Span) => {
    const comment = lastBefore(syntax.comments, start);
    return comment !== undefined && comment.start < start && start < comment.end;
  };
  return templates.filter(
    (template) => template.kind === 'expression' && !touches(templatedValues, template) && !isInComment(template),
  );
}

/** Keys that a template gives: `{{ key }} = {{ value }}` in a loop writes any. */
function filledKeys({ templatedValues }: ConfigDocument): readonly Span[] {
  return templatedValues.filter(({ filled }) => filled === 'key');
}

/** The sections that lines stand in. */
function sectionsOf(document: ConfigDocument, lines: readonly Span[]): ReadonlySet<Section> {
  return new Set(lines.map(({ start }) => sectionAt(document, start)));
}

/** Whether a fix touches no template, stays in the branch of its finding, and leaves all other lines in their tables. */
function holds(
  document: ConfigDocument,
  { start }: Finding,
  { changes }: Fix,
  renderings: readonly ConfigDocument[],
): boolean {
  const { branches, templates } = document;
  const edits = editsOf(document, changes);
  if (!edits || edits.some((edit) => touches(templates, edit))) return false;
  if (!branches) return true;
  return edits.every((edit) => {
    // What is inserted right before a template is in the branch that ends there.
    const place = edit.start - 1;
    if (branches.differ(start, place)) return false;
    if (!edit.newText.includes('\n')) return true;
    const header = (of: ConfigDocument) => headerAbove(of, place);
    if (!branches.encloses(header(document), place)) return false;
    return renderings.every((rendering) => {
      const isBelowBranch = branches.encloses(place, header(rendering)) && branches.differ(place, header(rendering));
      return !isBelowBranch && !takesOver(rendering, edit);
    });
  });
}

/** Whether a new header would take keys that are another table's now. */
function takesOver(document: ConfigDocument, { end, newText }: TextEdit): boolean {
  if (!/^\s*\[/.test(newText)) return false;
  return sectionAt(document, end - 1).pairs.some(({ start }) => start >= end);
}

/** Whether a span overlaps one of the spans, which are in order. */
function touches(spans: readonly Span[], { start, end }: Span): boolean {
  const span = spans[countBefore(spans.length, (index) => (spans[index]?.end ?? 0) <= start)];
  // An empty span inside of a template touches it too.
  return span !== undefined && (span.start < end || (span.start < start && start === end));
}
