/**
 * Comments that switch findings off: `# gitlab-runner: ignore` for all, `# gitlab-runner: ignore=unknown-key,key-case`
 * for some. At the end of a line it counts for that line, on a line of its own for the next line that is no comment.
 */

import { withoutIgnore } from '../edits/ignore-comment';
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import { type Code, factsOf, isCode } from '../text/code';
import { anyOf, message } from '../text/message';
import type { Span } from '../toml/syntax';

const directive = /#\s*gitlab-runner\s*:\s*ignore(?:\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*))?/;

const UNUSED: Code = 'unused-ignore';

export interface Directive extends Span {
  /** The line that it counts for. */
  readonly line: number;
  /** Undefined: all codes. */
  readonly codes: readonly string[] | undefined;
}

/** The findings that no comment switches off, and a hint for each comment that switches nothing off. */
export function applyIgnores(document: ConfigDocument, findings: Finding[]): Finding[] {
  return withoutIgnored(findings, ignoresOf(document), (offset) => document.lines.lineOf(offset), document);
}

/**
 * The findings that none of the directives switches off, and a hint for each that switches nothing off; with a fix where the
 * document is known.
 */
export function withoutIgnored(
  findings: Finding[],
  directives: readonly Directive[],
  lineOf: (offset: number) => number,
  document?: ConfigDocument,
): Finding[] {
  if (directives.length === 0) return findings;
  const byLine = new Map<number, Directive[]>();
  for (const entry of directives) {
    const entries = byLine.get(entry.line);
    if (entries) entries.push(entry);
    else byLine.set(entry.line, [entry]);
  }
  const used = new Set<Directive>();
  const kept = findings.filter((finding) => {
    const entries = byLine.get(lineOf(finding.start)) ?? [];
    const match = entries.find((entry) => entry.codes === undefined || entry.codes.includes(finding.code));
    if (match) used.add(match);
    return !match;
  });
  for (const entry of directives)
    if (!used.has(entry) && !isForRepository(entry)) kept.push(unusedIgnore(entry, document));
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What it names is said in a repository alone: elsewhere it is no less right. */
function isForRepository({ codes = [] }: Directive): boolean {
  return codes.some((code) => isCode(code) && factsOf(code).about === 'repository');
}

/** The directives of a document, with lines of its text; below its last line stands the one that follows it. */
export function ignoresOf(document: ConfigDocument): Directive[] {
  return document.text.includes('gitlab-runner') ? readDirectives(document) : [];
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
    return [{ start, end: start + match[0].length, line, codes }];
  });
}

function unusedIgnore({ start, end, codes }: Directive, document: ConfigDocument | undefined): Finding {
  return {
    code: UNUSED,
    severity: factsOf(UNUSED).severity,
    start,
    end,
    message: codes ? message('unused-ignore.codes', { codes: anyOf(codes) }) : message('unused-ignore'),
    tags: ['unnecessary'],
    fixes: document && (() => [withoutIgnore(document, { start, end })]),
  };
}
