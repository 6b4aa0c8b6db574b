/**
 * Comments that switch findings off: `# gitlab-runner: ignore` for all, `# gitlab-runner: ignore=unknown-key,key-case`
 * for some. At the end of a line it counts for that line, on a line of its own for the next line that is no comment.
 */

import { removeIgnore } from '../edits/ignore-comment';
import { replacements } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import { draft } from '../text/draft';
import type { Span } from '../toml/syntax';

const directive = /#\s*gitlab-runner\s*:\s*ignore(?:\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*))?/;

interface Directive extends Span {
  readonly line: number;
  /** Undefined: all codes. */
  readonly codes: readonly string[] | undefined;
  used: boolean;
}

/** The findings that no comment switches off, and a hint for each comment that switches nothing off. */
export function applyIgnores(document: ConfigDocument, findings: Finding[]): Finding[] {
  if (!document.text.includes('gitlab-runner')) return findings;
  const directives = readDirectives(document);
  if (directives.length === 0) return findings;
  const byLine = new Map<number, Directive[]>();
  for (const entry of directives) {
    const entries = byLine.get(entry.line);
    if (entries) entries.push(entry);
    else byLine.set(entry.line, [entry]);
  }
  const kept = findings.filter((finding) => {
    const entries = byLine.get(document.lines.lineOf(finding.start)) ?? [];
    const match = entries.find((entry) => entry.codes === undefined || entry.codes.includes(finding.code));
    if (match) match.used = true;
    return !match;
  });
  for (const entry of directives) if (!entry.used) kept.push(unusedIgnore(document, entry));
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

function readDirectives(document: ConfigDocument): Directive[] {
  const { lines, text } = document;
  // The line below a run of blank lines and comments is the same for all in it: each is looked through once.
  let below = { from: 0, to: -1 };
  const firstBelow = (line: number) => {
    if (line >= below.from && line <= below.to) return below.to;
    let to = line;
    while (to < lines.count && /^\s*(?:#.*)?$/.test(text.slice(lines.lineStart(to), lines.lineEnd(to)))) to++;
    below = { from: line, to };
    return to;
  };
  return document.syntax.comments.flatMap((comment) => {
    const match = directive.exec(text.slice(comment.start, comment.end));
    if (!match) return [];
    const start = comment.start + match.index;
    const own = lines.lineOf(comment.start);
    const standsAlone = text.slice(lines.lineStart(own), comment.start).trim() === '';
    const line = standsAlone ? firstBelow(own + 1) : own;
    const codes = match[1]?.split(',').map((code) => code.trim());
    return [{ start, end: start + match[0].length, line, codes, used: false }];
  });
}

function unusedIgnore(document: ConfigDocument, { start, end, codes }: Directive): Finding {
  return {
    code: 'unused-ignore',
    severity: 'hint',
    start,
    end,
    message: draft(
      codes
        ? `There is no ${codes.join(' or ')} here to ignore. Remove this comment.`
        : 'There is nothing here to ignore. Remove this comment.',
    ),
    tags: ['unnecessary'],
    fixes: () => [
      {
        title: draft('Remove this comment'),
        changes: replacements([removeIgnore(document, { start, end })]),
        preferred: true,
      },
    ],
  };
}
