/** The values of an enumeration that come near to one that is none. */
import valueAliases from '../../schemas/value-aliases.json';
import { distance } from '../text/distance';

/**
 * The nearest ones first: `if-not-present` for `IfNotPresent`, `docker` for `dcoker`, `pwsh` for `pwrs`. What other programs call one
 * of the enumeration of this name is that one: `debug` for `verbose`.
 */
export function nearestValues(written: string, values: readonly string[], enumeration?: string): string[] {
  const wanted = plain(written);
  if (wanted === '') return [];
  const alias = enumeration === undefined ? undefined : aliasesOf(enumeration).get(wanted);
  if (alias !== undefined) return [alias];
  const limit = Math.min(3, Math.floor(wanted.length * 0.34));
  return values
    .map((value) => ({ value, far: howFar(wanted, plain(value), limit) }))
    .filter(({ far }) => far <= ABBREVIATED)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ value }) => value);
}

function aliasesOf(enumeration: string): ReadonlyMap<string, string> {
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = valueAliases;
  return new Map(Object.entries(all[enumeration] ?? {}).map(([name, value]) => [plain(name), value]));
}

/** Farther than any misspelling. */
const ABBREVIATED = 4;

/** Farther than a misspelling that is counted by its letters. */
const SHUFFLED = 3.5;

function howFar(wanted: string, value: string, limit: number): number {
  const far = distance(wanted, value, limit);
  if (far <= limit) return far;
  if (isShuffled(wanted, value)) return SHUFFLED;
  return value.startsWith(wanted) || isAbbreviation(wanted, value) ? ABBREVIATED : Number.POSITIVE_INFINITY;
}

/** A word as long as a value that begins as it does, and has all of its letters but one, in whatever order. */
function isShuffled(wanted: string, value: string): boolean {
  if (wanted.length < 4 || wanted.length !== value.length || wanted[0] !== value[0]) return false;
  const left = [...wanted];
  for (const letter of value) {
    const index = left.indexOf(letter);
    if (index >= 0) left.splice(index, 1);
  }
  return left.length <= 1;
}

/** Some of the letters of a value, the first among them, in their order; or the first and the last, and how many are between: `k8s`. */
function isAbbreviation(wanted: string, value: string): boolean {
  const numeronym = /^([a-z])(\d{1,2})([a-z])$/.exec(wanted);
  if (numeronym) {
    const [, first = '', between, last = ''] = numeronym;
    return value.startsWith(first) && value.endsWith(last) && value.length === Number(between) + 2;
  }
  if (wanted.length < 3 || wanted[0] !== value[0]) return false;
  let at = 0;
  for (const letter of value) if (letter === wanted[at]) at++;
  return at === wanted.length;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
