/**
 * Whether a text matches an expression, in time that is linear in the text, whatever the expression is: Go's regular expressions have no
 * others. All that may have been read is followed at once; nothing is tried again.
 */

/** A part of an expression. */
export type Part =
  | { readonly kind: 'character'; matches(character: string): boolean }
  /** Something that holds between two characters, where the text begins or ends: undefined. */
  | { readonly kind: 'place'; holds(before: string | undefined, after: string | undefined): boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeated'; readonly part: Part; readonly least: number; readonly most: number };

/** One character. */
export const character = (matches: (character: string) => boolean): Part => ({ kind: 'character', matches });

/** One part behind the other. */
export const sequence = (...parts: readonly Part[]): Part => ({ kind: 'sequence', parts });

/** One part or another. */
export const choice = (...parts: readonly Part[]): Part => ({ kind: 'choice', parts });

/** A part as often as there is room for it. */
export const repeated = (part: Part, least = 0, most = Number.POSITIVE_INFINITY): Part => ({
  kind: 'repeated',
  part,
  least,
  most,
});

interface State {
  readonly by?: Extract<Part, { kind: 'character' | 'place' }>;
  readonly next: State[];
}

/** More parts nobody writes; Go itself takes a little more. */
const MOST_STATES = 100_000;

/** An expression that can be asked for matches. */
export class Automaton {
  private readonly last: State = { next: [] };
  private readonly first: State;
  private count = 0;

  constructor(part: Part) {
    this.first = this.built(part, this.last);
  }

  /** Whether the text as a whole matches. */
  matchesWhole(text: string): boolean {
    return this.runs(text, true);
  }

  /** Whether something in the text matches. */
  matchesIn(text: string): boolean {
    return this.runs(text, false);
  }

  private runs(text: string, isWhole: boolean): boolean {
    const characters = [...text];
    let reached: readonly State[] = [];
    for (let at = 0; at <= characters.length; at++) {
      const starts = isWhole && at > 0 ? reached : [...reached, this.first];
      const [before, after] = [characters[at - 1], characters[at]];
      const states = closure(starts, before, after);
      if (states.has(this.last) && (!isWhole || after === undefined)) return true;
      if (after === undefined) break;
      reached = [...states].flatMap(({ by, next }) => (by?.kind === 'character' && by.matches(after) ? next : []));
      if (isWhole && reached.length === 0) return false;
    }
    return false;
  }

  /** The state that a part begins with, whose end is the beginning of the next. */
  private built(part: Part, next: State): State {
    this.count += 1;
    if (this.count > MOST_STATES) throw new RangeError('The expression has too many parts.');
    switch (part.kind) {
      case 'sequence':
        return part.parts.reduceRight((state, each) => this.built(each, state), next);
      case 'choice':
        return { next: part.parts.map((each) => this.built(each, next)) };
      case 'repeated':
        return this.repetition(part, next);
      default:
        return { by: part, next: [next] };
    }
  }

  private repetition({ part, least, most }: Extract<Part, { kind: 'repeated' }>, next: State): State {
    let state = next;
    if (most === Number.POSITIVE_INFINITY) {
      state = { next: [next] };
      state.next.push(this.built(part, state));
    } else {
      for (let times = least; times < most; times++) state = { next: [this.built(part, state), next] };
    }
    for (let times = 0; times < least; times++) state = this.built(part, state);
    return state;
  }
}

/** The states that are reached without a character. */
function closure(starts: readonly State[], before: string | undefined, after: string | undefined): ReadonlySet<State> {
  const states = new Set(starts);
  for (const { by, next } of states) {
    if (by?.kind === 'character' || (by && !by.holds(before, after))) continue;
    for (const state of next) states.add(state);
  }
  return states;
}
