/** The letters of names as sets: what is quick to see of two names before they are measured. */

/** A bit for each letter and digit in a name. */
export function lettersOf(name: string): number {
  let letters = 0;
  for (let at = 0; at < name.length; at++) letters |= 1 << (name.charCodeAt(at) & 31);
  return letters;
}

/** Each letter that only one of two names has takes a step, so most names need not be measured. */
export function atLeast(a: number, b: number): number {
  return Math.max(bits(a & ~b), bits(b & ~a));
}

/** How many bits are set, counted in pairs, fours and bytes: a name meets hundreds while it is typed. */
function bits(set: number): number {
  const pairs = set - ((set >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Names that one is compared with, by how long they are and by their letters. */
export class NamesAlike {
  private readonly lengths: readonly number[];
  private readonly letters: readonly number[];

  constructor(private readonly names: readonly string[]) {
    this.lengths = names.map(({ length }) => length);
    this.letters = names.map(lettersOf);
  }

  /** Those of which no more than `most` characters can be others, or too many; the rest need not be measured. */
  like({ length }: string, letters: number, most: number): string[] {
    const found: string[] = [];
    for (let index = 0; index < this.lengths.length; index++) {
      const longer = (this.lengths[index] as number) - length;
      if (longer > most || longer < -most || atLeast(letters, this.letters[index] as number) > most) continue;
      found.push(this.names[index] as string);
    }
    return found;
  }
}
