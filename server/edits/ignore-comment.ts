/** Writes and removes `# gitlab-runner: ignore=…` comments. */
import { replacements } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import type { TextEdit } from '../text/edit';
import { message } from '../text/message';
import type { Span } from '../toml/syntax';
import { indentationAt, insertLines, wholeLines } from './text-lines';

/** A fix that switches one code off for the line of a span. */
export function ignoreOnLine(document: ConfigDocument, span: Span, code: string): Fix {
  const { start } = wholeLines(document, { start: span.start, end: span.start });
  const line = `${indentationAt(document, span.start)}# gitlab-runner: ignore=${code}`;
  return { title: message('fix.ignore', { code }), changes: replacements([insertLines(document, start, [line])]) };
}

/** The fix that removes an ignore comment, with its line when nothing else stands there. */
export function withoutIgnore(document: ConfigDocument, comment: Span): Fix {
  const changes = replacements([removal(document, comment)]);
  return { title: message('fix.remove.comment'), changes, preferred: true };
}

function removal(document: ConfigDocument, comment: Span): TextEdit {
  const lines = wholeLines(document, comment);
  const before = document.text.slice(lines.start, comment.start);
  const after = document.text.slice(comment.end, lines.end);
  if (before.trim() === '' && after.trim() === '') return { ...lines, newText: '' };
  const blank = /(?<![ \t])[ \t]*$/.exec(before)?.[0].length ?? 0;
  // A reason behind the directive stays, as a comment of its own.
  const rest = after.trim() === '' ? '' : `${before.slice(before.length - blank)}#`;
  return { start: comment.start - blank, end: comment.end, newText: rest };
}
