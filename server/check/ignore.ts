/**
 * Comments that switch findings off: `# gitlab-runner: ignore` for all, `# gitlab-runner: ignore=unknown-key,key-case`
 * for some. At the end of a line it counts for that line, on a line of its own for the next line that is no comment.
 */
import type { ConfigDocument } from '../document';
import { removeIgnore } from '../edits/ignore-comment';
import type { Finding } from '../finding';
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
  for (const entry of directives) byLine.set(entry.line, [...(byLine.get(entry.line) ?? []), entry]);
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
  return document.syntax.comments.flatMap((comment) => {
    const match = directive.exec(text.slice(comment.start, comment.end));
    if (!match) return [];
    const start = comment.start + match.index;
    const own = lines.lineOf(comment.start);
    const standsAlone = text.slice(lines.lineStart(own), comment.start).trim() === '';
    let line = own;
    if (standsAlone)
      do line++;
      while (line < lines.count && /^\s*(?:#.*)?$/.test(text.slice(lines.lineStart(line), lines.lineEnd(line))));
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
    message: codes
      ? `There is no ${codes.join(' or ')} here to ignore. Remove this comment.`
      : 'There is nothing here to ignore. Remove this comment.',
    tags: ['unnecessary'],
    fixes: () => [{ title: 'Remove this comment', edits: [removeIgnore(document, { start, end })], preferred: true }],
  };
}
