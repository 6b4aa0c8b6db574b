/** The difference of two texts in the form that `diff -u` prints. */

const CONTEXT = 3;

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Empty where the texts are the same. */
export function unifiedDiff(from: { name: string; text: string }, to: { name: string; text: string }): string {
  const lines = compared(linesOf(from.text), linesOf(to.text));
  const hunks = hunksOf(lines);
  return hunks.length === 0 ? '' : [`--- ${from.name}`, `+++ ${to.name}`, ...hunks, ''].join('\n');
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** The lines of both, those that they share once: the longest common subsequence of what lies between the equal ends. */
function compared(from: readonly string[], to: readonly string[]): readonly Line[] {
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
  let end = 0;
  const most = Math.min(from.length, to.length) - start;
  while (end < most && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  const kept = (text: string): Line => ({ sign: ' ', text });
  return [
    ...from.slice(0, start).map(kept),
    ...middle(from.slice(start, from.length - end), to.slice(start, to.length - end)),
    ...from.slice(from.length - end).map(kept),
  ];
}

/** Longer ones are shown as one replacement: the table would be as large as both together. */
const LARGEST_TABLE = 4_000_000;

function middle(from: readonly string[], to: readonly string[]): Line[] {
  const width = to.length + 1;
  if (from.length * width > LARGEST_TABLE) return replaced(from, to);
  const longest = new Uint32Array((from.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = from.length - 1; row >= 0; row--) {
    for (let column = to.length - 1; column >= 0; column--) {
      const isSame = from[row] === to[column];
      const best = isSame ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      longest[row * width + column] = best;
    }
  }
  return walked(from, to, at);
}

function walked(from: readonly string[], to: readonly string[], at: (row: number, column: number) => number): Line[] {
  const lines: Line[] = [];
  let [row, column] = [0, 0];
  while (row < from.length && column < to.length) {
    const [before, after] = [from[row] ?? '', to[column] ?? ''];
    if (before === after) {
      lines.push({ sign: ' ', text: before });
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      lines.push({ sign: '-', text: before });
      row += 1;
    } else {
      lines.push({ sign: '+', text: after });
      column += 1;
    }
  }
  return [...lines, ...replaced(from.slice(row), to.slice(column))];
}

function replaced(from: readonly string[], to: readonly string[]): Line[] {
  return [...from.map((text): Line => ({ sign: '-', text })), ...to.map((text): Line => ({ sign: '+', text }))];
}

function hunksOf(lines: readonly Line[]): readonly string[] {
  const hunks: string[] = [];
  let [before, after, index] = [0, 0, 0];
  while (index < lines.length) {
    const next = lines.findIndex(({ sign }, at) => at >= index && sign !== ' ');
    if (next < 0) break;
    const start = Math.max(next - CONTEXT, index);
    const end = endOf(lines, next);
    const skipped = start - index;
    const hunk = lines.slice(start, end);
    const [ofBefore, ofAfter] = [countOf(hunk, '+'), countOf(hunk, '-')];
    const [from, to] = [before + skipped, after + skipped];
    hunks.push(
      `@@ -${rangeOf(from, ofBefore)} +${rangeOf(to, ofAfter)} @@`,
      ...hunk.map(({ sign, text }) => sign + text),
    );
    [before, after, index] = [from + ofBefore, to + ofAfter, end];
  }
  return hunks;
}

/** Behind the lines of context that follow the last change, as long as the next one is near. */
function endOf(lines: readonly Line[], change: number): number {
  let last = change;
  for (let at = change; at < lines.length && at - last <= 2 * CONTEXT; at++) if (lines[at]?.sign !== ' ') last = at;
  return Math.min(last + CONTEXT + 1, lines.length);
}

const countOf = (lines: readonly Line[], without: Line['sign']) => lines.filter(({ sign }) => sign !== without).length;
const rangeOf = (start: number, count: number) => `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
