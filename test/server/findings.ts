/** What the tests of rules and fixes share: the findings of a text, as text, and what a fix makes of it. */
import { checkDocument } from '../../server/check/check';
import type { Context } from '../../server/context';
import { type ConfigDocument, createDocument } from '../../server/document';
import { applyEdits } from '../../server/edits/apply-edits';
import { fixAll } from '../../server/features/code-actions';
import type { Finding, Fix } from '../../server/finding';
import { loadSchema } from '../../server/schema/schema';
import { loadTexts } from '../../server/schema/texts';

export const context: Context = { schema: loadSchema(), texts: loadTexts(), snippets: false };

export function documentOf(text: string): ConfigDocument {
  return createDocument('file:///config.toml', text);
}

export function findingsOf(text: string): Finding[] {
  return checkDocument(documentOf(text), context);
}

/** Each finding in one line: `2 warning unknown-key «imag»: message`, with its line from 1. */
export function reportOf(text: string): string[] {
  const document = documentOf(text);
  return checkDocument(document, context).map(({ start, end, severity, code, message }) => {
    const line = document.position(start).line + 1;
    return `${line} ${severity} ${code} «${text.slice(start, end)}»: ${message}`;
  });
}

/** The findings without their messages: `2 warning unknown-key «imag»`. */
export function briefReportOf(text: string): string[] {
  return reportOf(text).map((line) => line.slice(0, line.indexOf('»: ') + 1));
}

/** The titles of all fixes of all findings. */
export function fixTitles(text: string): string[] {
  return fixesOf(text).map((fix) => fix.title);
}

function fixesOf(text: string): readonly Fix[] {
  return findingsOf(text).flatMap((finding) => finding.fixes?.() ?? []);
}

/** The whole text after the first fix with this title. */
export function fixed(text: string, title: string): string {
  const fix = fixesOf(text).find((candidate) => candidate.title === title);
  if (!fix) throw new Error(`There is no fix "${title}", but: ${fixTitles(text).join(' | ')}`);
  return applyEdits(text, fix.edits);
}

/** The whole text after "fix all". */
export function fixedAll(text: string): string {
  return applyEdits(text, fixAll(documentOf(text), context));
}
