/** How far a long run has come, on a terminal. */
import type { Catalog } from '../../text/catalog';
import { message } from '../../text/message';

/** A run that is done by then shows nothing. */
const DELAY = 500;
/** Milliseconds between two lines. */
const PAUSE = 100;

export class Progress {
  private next = Date.now() + DELAY;
  private isShown = false;

  /** `write` puts a line in the place of the last one; where it is undefined nothing is shown. */
  constructor(
    private readonly catalog: Catalog,
    private readonly write: ((line: string) => void) | undefined,
  ) {}

  show(done: number, all: number): void {
    const now = Date.now();
    if (!this.write || now < this.next) return;
    this.next = now + PAUSE;
    this.isShown = true;
    this.write(this.catalog.say(message('cli.progress', { done: Math.min(done, all), all })));
  }

  /** Takes the line away. */
  end(): void {
    if (this.isShown) this.write?.('');
    this.isShown = false;
  }
}
