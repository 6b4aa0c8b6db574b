/** Which lines of a preview a place in its file makes. Free of VS Code. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { ShownPreview } from '../protocol/preview';

/** The lines that come from what the cursor is in; where it is in nothing, from what its line holds. */
export function linesMadeAt({ lines, origins }: ShownPreview, cursor: Position): number[] {
  const around = numbersOf(origins, ({ start, end }) => !isBefore(cursor, start) && !isBefore(end, cursor));
  const made =
    around.size > 0
      ? around
      : numbersOf(origins, ({ start, end }) => start.line <= cursor.line && cursor.line <= end.line);
  return lines.flatMap((origin, line) => (made.has(origin) ? line : []));
}

/** Lines that stand below each other as one: the first and the last. */
export function runsOf(lines: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && run[1] === line - 1) run[1] = line;
    else runs.push([line, line]);
  }
  return runs;
}

function numbersOf(origins: ShownPreview['origins'], isMeant: (range: Range) => boolean): Set<number> {
  return new Set(origins.flatMap(({ range }, number) => (range && isMeant(range) ? number : [])));
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
