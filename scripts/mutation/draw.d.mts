interface Place {
  readonly line: number;
  readonly column: number;
}

interface Mutant {
  readonly fileName: string;
  /** Lines and columns count from 0. */
  readonly location: { readonly start: Place; readonly end: Place };
  readonly replacement: string;
}

export function mutantKey(mutant: Mutant, root: string): string;
export function draw(keys: readonly string[], count: number, seed: string): Set<string>;
export function nearestFirst(tests: readonly string[], file: string): string[];
