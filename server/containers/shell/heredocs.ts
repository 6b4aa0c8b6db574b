/**
 * Finds the heredocs of a shell script (POSIX shell, 2.7.4): `<<EOF`, `<<'EOF'` whose text is taken as it is, `<<-EOF` which takes
 * the tabs from the beginning of each line.
 */
import type { Heredoc } from '../heredoc/heredoc';

export interface ShellHeredoc extends Heredoc {
  /** The line that it begins in. */
  readonly command: string;
  /** Nothing is filled into it. */
  readonly isLiteral: boolean;
}

/** Neither `<<<` nor a shift of arithmetic: a word follows that can be a marker. */
const OPENING = /(?<!<)<<(-?)[ \t]*(?:'([^'\n]{1,80})'|"([^"\n]{1,80})"|\\?([A-Za-z_][\w.-]{0,80}))/g;
const ESCAPES = /\\[$`\\]|\r\n/g;

/** The heredocs of a script in their order. */
export function shellHeredocs(source: string): ShellHeredoc[] {
  const found: ShellHeredoc[] = [];
  for (let start = 0; start < source.length; ) {
    const end = lineEnd(source, start);
    const command = source.slice(start, end);
    start = end;
    if (!command.includes('<<') || /^[ \t]*#/.test(command)) continue;
    for (const opening of command.matchAll(OPENING)) {
      const marker = opening[2] ?? opening[3] ?? opening[4] ?? '';
      const takesTabs = opening[1] === '-';
      const body = bodyFrom(source, start, marker, takesTabs);
      if (!body) break;
      const isLiteral = opening[4] === undefined || opening[0].includes('\\');
      found.push({
        command,
        isLiteral,
        body: { start, end: body.end },
        margin: (line) => (takesTabs ? (/^\t*/.exec(line)?.[0] ?? '') : ''),
        escapes: isLiteral ? undefined : ESCAPES,
      });
      start = body.next;
    }
  }
  return found;
}

/** Up to the line of the marker; undefined where there is none: then nobody knows where the text ends. */
function bodyFrom(source: string, from: number, marker: string, takesTabs: boolean) {
  for (let start = from; start < source.length; ) {
    const next = lineEnd(source, start);
    const line = source.slice(start, next).replace(/\r?\n$/, '');
    if ((takesTabs ? line.replace(/^\t+/, '') : line) === marker) return { end: start, next };
    start = next;
  }
  return undefined;
}

function lineEnd(source: string, from: number): number {
  const feed = source.indexOf('\n', from);
  return feed < 0 ? source.length : feed + 1;
}
