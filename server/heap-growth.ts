/**
 * Bounds the memory of the process. V8 lets the heap grow to a multiple of what lived at the last collection before it collects again:
 * beside the tree of a text of 5 MB lie 200 MB of what was read of the text before. Where a long text is open it is collected sooner;
 * that costs a tenth of the time of an answer.
 */
import { setFlagsFromString } from 'node:v8';

/** By how much the heap grows until it is collected, in hundredths. */
const GROWTH = 40;

/** UTF-16 units of a text from which it pays: the tree of a shorter one is smaller than the program. */
const LONG_TEXT = 1_000_000;

/** The newest V8 that is known to have the flag: of one that it does not know it writes into the output that an editor shows. */
const NEWEST_V8 = 13;

let isBounded = false;

/** Runs something with the flag as V8 has it itself, whether it is set by then or not. */
export function withHeapGrowthFree<Result>(act: () => Result): Result {
  if (!isBounded) return act();
  setGrowth(0);
  const result = act();
  setGrowth(GROWTH);
  return result;
}

function setGrowth(growth: number): void {
  if (Number.parseInt(process.versions.v8, 10) <= NEWEST_V8) setFlagsFromString(`--heap-growing-percent=${growth}`);
}

/** What is returned is told of each text; from the first long one on the heap is collected sooner. */
export function boundHeapGrowth(): (text: string) => void {
  return ({ length }) => {
    if (isBounded || length < LONG_TEXT) return;
    isBounded = true;
    setGrowth(GROWTH);
  };
}
