/**
 * Finds the heredocs of Terraform (https://developer.hashicorp.com/terraform/language/expressions/strings): `<<EOF`, and `<<-EOF`,
 * which takes as many spaces from each line as the one with the fewest has.
 */
import type { Heredoc } from '../heredoc/heredoc';

/** At the end of a line, for the text begins in the next one. */
const OPENING = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n?$/u;

/** The heredocs of a file in their order. */
export function terraformHeredocs(source: string): Heredoc[] {
  const found: Heredoc[] = [];
  let inComment = false;
  for (let start = 0; start < source.length; ) {
    const end = lineEnd(source, start);
    const line = source.slice(start, end);
    start = end;
    const wasInComment = inComment;
    inComment = endsInComment(line, inComment);
    if (wasInComment || inComment || /^[ \t]*(?:#|\/\/)/.test(line)) continue;
    const [, dash, marker] = (line.includes('<<') && OPENING.exec(line)) || [];
    if (marker === undefined) continue;
    const body = bodyFrom(source, start, marker);
    if (!body) break;
    const spaces = dash === '-' ? fewestSpaces(source.slice(start, body.end)) : 0;
    found.push({
      body: { start, end: body.end },
      margin: (text) => text.slice(0, Math.min(spaces, /^[ \t]*/.exec(text)?.[0].length ?? 0)),
    });
    start = body.next;
  }
  return found;
}

/** Whether a comment of the form `/* … *​/` goes on in the next line. */
function endsInComment(line: string, inComment: boolean): boolean {
  const opened = line.lastIndexOf('/*');
  const closed = line.lastIndexOf('*/');
  if (inComment) return closed < 0 || opened > closed;
  return opened >= 0 && opened > closed && /^[ \t]*\/\*/.test(line);
}

/** Up to the line with the marker alone; it may be indented. */
function bodyFrom(source: string, from: number, marker: string) {
  for (let start = from; start < source.length; ) {
    const next = lineEnd(source, start);
    if (source.slice(start, next).trim() === marker) return { end: start, next };
    start = next;
  }
  return undefined;
}

/** Blank lines do not count. */
function fewestSpaces(body: string): number {
  const widths = body
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [/^[ \t]*/.exec(line)?.[0].length ?? 0]));
  return widths.reduce((least, width) => Math.min(least, width), widths[0] ?? 0);
}

function lineEnd(source: string, from: number): number {
  const feed = source.indexOf('\n', from);
  return feed < 0 ? source.length : feed + 1;
}
