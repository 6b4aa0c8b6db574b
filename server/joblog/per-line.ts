/** Keeps what was made of a line that comes again and again, as dense logs have them: to find out that it is the same takes less time. */
import { type CleanLine, cleanLine } from './clean-line';
import { ownText } from './own-text';

/** A power of two. */
const SLOTS = 1 << 12;
/** Longer ones hardly come again. */
const LONGEST = 1000;
const SAMPLED = 12;
/** Lines that differ in few characters may look the same: so seldom is another one of them kept. */
const SELDOM = 16;

interface Slot {
  hash: number;
  others: number;
  raw: string | undefined;
  line: CleanLine | undefined;
}

/** What makes clean lines of lines; one that came before is kept, with what was made of it. */
export class CleanLines {
  private readonly slots: (Slot | undefined)[] = new Array(SLOTS).fill(undefined);

  of(raw: string): CleanLine {
    if (raw.length > LONGEST) return cleanLine(raw);
    const hash = hashOf(raw);
    const slot = this.slots[hash & (SLOTS - 1)];
    if (!slot) {
      this.slots[hash & (SLOTS - 1)] = { hash, others: 0, raw: undefined, line: undefined };
      return cleanLine(raw);
    }
    if (slot.line && slot.raw === raw) return slot.line;
    return slot.hash === hash && slot.others++ % SELDOM === 0 ? keep(slot, ownText(raw)) : missed(slot, hash, raw);
  }
}

function keep(slot: Slot, raw: string): CleanLine {
  const line = { ...cleanLine(raw), known: [] };
  slot.raw = raw;
  slot.line = line;
  return line;
}

function missed(slot: Slot, hash: number, raw: string): CleanLine {
  if (slot.hash !== hash) {
    slot.hash = hash;
    slot.others = 0;
  }
  return cleanLine(raw);
}

function hashOf(raw: string): number {
  const { length } = raw;
  let hash = length;
  for (let sample = 0; sample < SAMPLED; sample++)
    hash = (Math.imul(hash, 31) + raw.charCodeAt(Math.floor((sample * length) / SAMPLED))) | 0;
  return hash ^ (hash >>> 11);
}

let count = 0;

/** What is made of a line: once, where the line is kept. */
export function perLine<Made extends NonNullable<unknown> | null>(
  make: (line: CleanLine) => Made,
): (line: CleanLine) => Made {
  const number = count++;
  return (line) => {
    const { known } = line;
    if (!known) return make(line);
    const before = known[number] as Made | undefined;
    if (before !== undefined) return before;
    const made = make(line);
    known[number] = made;
    return made;
  };
}
