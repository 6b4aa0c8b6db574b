/** What the tests of rules and fixes share: the findings of a text, as text, and what a fix makes of it. */

import { checkDocument } from '../../server/check/check';
import { editsOf } from '../../server/edits/changes';
import { fixAll } from '../../server/features/code-actions';
import type { Context } from '../../server/meaning/context';
import { createContext } from '../../server/meaning/context';
import { createDocument } from '../../server/meaning/create-document';
import type { ConfigDocument } from '../../server/meaning/document';
import type { Finding, Fix } from '../../server/meaning/finding';
import { applyEdits } from '../../server/text/edit';
import type { Message } from '../../server/text/message';
import { asData } from './as-data';
import { said } from './said';

export const context: Context = createContext();

export function documentOf(text: string): ConfigDocument {
  return createDocument('file:///config.toml', text);
}

export function findingsOf(text: string): readonly Finding[] {
  return checkDocument(documentOf(text), context);
}

/** Each finding in one line: `2 warning unknown-key «imag»: message`, with its line from 1. */
export function reportOf(text: string): string[] {
  return report(text, said);
}

function report(text: string, say: (message: Message) => string): string[] {
  const document = documentOf(text);
  return checkDocument(document, context).map(({ start, end, severity, code, message }) => {
    const line = document.position(start).line + 1;
    return `${line} ${severity} ${code} «${text.slice(start, end)}»: ${say(message)}`;
  });
}

/** The findings without their messages: `2 warning unknown-key «imag»`. */
export function briefReportOf(text: string): string[] {
  return reportOf(text).map((line) => line.slice(0, line.indexOf('»: ') + 1));
}

/** Each finding in one line, with its message as data: `1 warning unknown-key «foo»: unknown-key key=foo table=top`. */
export function dataReportOf(text: string): string[] {
  return report(text, asData);
}

/** What the findings say. */
export function messagesOf(text: string): Message[] {
  return findingsOf(text).map(({ message }) => message);
}

/** The titles of all fixes of all findings. */
export function fixTitles(text: string): string[] {
  return fixesOf(text).map((fix) => said(fix.title));
}

/** The titles of all fixes, `*` before a preferred one and `!` behind one that "fix all" makes: `* Change to `true`!`. */
export function fixKinds(text: string): string[] {
  return fixesOf(text).map(({ title, preferred, safe }) => `${preferred ? '* ' : ''}${said(title)}${safe ? '!' : ''}`);
}

function fixesOf(text: string): readonly Fix[] {
  return findingsOf(text).flatMap((finding) => finding.fixes?.() ?? []);
}

/** The whole text after the first fix with this title. */
export function fixed(text: string, title: string): string {
  const fix = fixesOf(text).find((candidate) => said(candidate.title) === title);
  if (!fix) throw new Error(`There is no fix "${title}", but: ${fixTitles(text).join(' | ')}`);
  return applyEdits(text, editsOf(documentOf(text), fix.changes) ?? []);
}

/** The whole text after "fix all". */
export function fixedAll(text: string): string {
  return applyEdits(text, fixAll(documentOf(text), context));
}
