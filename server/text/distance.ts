/** How far two names are from each other. */

/** Rows of the table of distances, used again: names are compared by the hundred, one after the other. */
let row: number[] = [];
let before: number[] = [];
let twoBefore: number[] = [];

/** The number of letters to insert, remove, replace or swap to get from one name to the other; more than `limit` is `limit + 1`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  for (let j = 0; j <= b.length; j++) before[j] = j;
  for (let i = 1; i <= a.length; i++) {
    if (nextRow(a, b, i) > limit) return limit + 1;
    [row, before, twoBefore] = [twoBefore, row, before];
  }
  return before[b.length] as number;
}

/** Fills the row of the first `i` letters of `a`; gives the least in it. */
function nextRow(a: string, b: string, i: number): number {
  const letter = a.charCodeAt(i - 1);
  const letterBefore = i > 1 ? a.charCodeAt(i - 2) : -1;
  let best = i;
  let value = i;
  row[0] = i;
  for (let j = 1; j <= b.length; j++) {
    const other = b.charCodeAt(j - 1);
    value = Math.min((before[j] as number) + 1, value + 1, (before[j - 1] as number) + (letter === other ? 0 : 1));
    if (j > 1 && letter === b.charCodeAt(j - 2) && letterBefore === other) {
      value = Math.min(value, (twoBefore[j - 2] as number) + 1);
    }
    row[j] = value;
    if (value < best) best = value;
  }
  return best;
}
