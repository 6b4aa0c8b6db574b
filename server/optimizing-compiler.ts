/**
 * Bounds the memory of the process. V8's optimizing compiler takes 8 to 10 MB as soon as it is used, which is when functions have run
 * for some hundred keystrokes; in a file of usual length an answer is there in about a millisecond with or without it. Over
 * a long text it halves the time.
 */
import { setFlagsFromString } from 'node:v8';

/** How many bytes of a function's bytecode run before V8 thinks about optimizing it: its own default, and sixteen times as much. */
const BUDGET = 67_584;
const HELD_BACK = 16 * BUDGET;

/** UTF-16 units of a text from which the compiler pays: about 400 runners. With a fourth of them the first hundred keystrokes pay for it. */
const LONG_TEXT = 262_144;

/** V8 13 counts calls: it has no such flag, and writes so into the output that an editor shows. Asked when used: a browser has no `process`. */
function setBudget(budget: number): void {
  if (Number.parseInt(process.versions.v8, 10) < 13) setFlagsFromString(`--interrupt-budget=${budget}`);
}

/** Holds the compiler back. */
export function holdBack(): void {
  setBudget(HELD_BACK);
}

/** Holds the compiler back until a long text comes. What is returned is told of each text. */
export function holdOptimizingCompilerBack(): (text: string) => void {
  let isHeldBack = true;
  holdBack();
  return ({ length }) => {
    if (!isHeldBack || length < LONG_TEXT) return;
    isHeldBack = false;
    setBudget(BUDGET);
  };
}
