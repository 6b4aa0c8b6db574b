/** Where a key may be written. */
import type { Slot } from './query';

/** A place for a key. `nameOnly`: what follows on the line is kept as its value. */
export interface KeySlot extends Slot {
  readonly nameOnly: boolean;
  /** The quote that the typed key starts with. */
  readonly quote: string;
}
