/** How the time that a search takes grows with the text; a search that does not end is stopped. */
import { createContext, Script } from 'node:vm';
import { attacks } from './attacks';

/** Searches a text. */
export type Search = (text: string) => void;

const LENGTH = 1_000;
/** Milliseconds for that length: linear takes a hundredth of one, quadratic a half and more. */
const SUSPICIOUS = 0.06;
/** The slowest texts of an expression tell. */
const MOST_CONFIRMED = 8;
/** Twice and eight times the length: linear takes four times longer, quadratic sixteen times. */
const FACTORS = [2, 8] as const;
const LINEAR = 8.5;
/** Milliseconds for the longest that nobody notices. */
const HARMLESS = 3.5;
/** Milliseconds that one expression has for all its texts. */
const PATIENCE = 20_000;

function timeOf(search: Search, text: string): number {
  const from = performance.now();
  search(text);
  return performance.now() - from;
}

/** The least of some, since other programs make a measurement longer and never shorter. */
function leastTime(search: Search, text: string): number {
  return Math.min(...Array.from({ length: 4 }, () => timeOf(search, text)));
}

/** The nth text of each length is made in the same way, so that their times can be compared. */
function ofLength(source: string, length: number, index: number): string {
  let at = 0;
  for (const text of attacks(source, length)) {
    if (at++ === index) return text;
  }
  return '';
}

function growsTooFast(source: string, search: Search, index: number): boolean {
  const [less, more] = FACTORS.map((factor) => leastTime(search, ofLength(source, factor * LENGTH, index)));
  return less !== undefined && more !== undefined && more > HARMLESS && more > LINEAR * less;
}

function slowOf(source: string, search: Search, report: (text: string) => void): string | undefined {
  const suspicious: { text: string; index: number; time: number }[] = [];
  let index = 0;
  for (const text of attacks(source, LENGTH)) {
    report(text);
    const first = timeOf(search, text);
    const time = first > SUSPICIOUS ? Math.min(first, timeOf(search, text)) : first;
    if (time > SUSPICIOUS) suspicious.push({ text, index, time });
    index++;
  }
  // Twice: what happens beside it may look like growth once.
  return suspicious
    .sort((one, other) => other.time - one.time)
    .slice(0, MOST_CONFIRMED)
    .find((each) => growsTooFast(source, search, each.index) && growsTooFast(source, search, each.index))?.text;
}

const script = new Script('act()');

/** The first text that an expression takes more than linear time for. */
export function slowText(source: string, search: Search, patience = PATIENCE): string | undefined {
  let current = '';
  const act = () =>
    slowOf(source, search, (text) => {
      current = text;
    });
  try {
    return script.runInContext(createContext({ act }), { timeout: patience });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return `${current} (stopped)`;
  }
}

/** Searches as code does that uses the expression: all places, or the first. */
export function searchOf(expression: RegExp): Search {
  return (text) => {
    expression.lastIndex = 0;
    if (expression.global) text.replace(expression, '');
    else expression.exec(text);
  };
}
