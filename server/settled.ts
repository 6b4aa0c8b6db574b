/** Puts work off until the messages that came together are handled, so that a burst of changes is answered once. */

/** The next turn of the event loop. A browser has no `setImmediate`; its shortest timer does. */
export const nextTurn: (act: () => void) => void =
  typeof setImmediate === 'function' ? (act) => void setImmediate(act) : (act) => void setTimeout(act, 0);

/**
 * Runs `act` once for each key that was scheduled. The connection handles one message a turn; while another one for the
 * same key keeps arriving, two turns never pass.
 */
export class Settled {
  private readonly waiting = new Map<string, object>();

  constructor(private readonly act: (key: string) => void) {}

  schedule(key: string): void {
    const mine = {};
    this.waiting.set(key, mine);
    nextTurn(() =>
      nextTurn(() => {
        if (this.waiting.get(key) !== mine) return;
        this.waiting.delete(key);
        this.act(key);
      }),
    );
  }

  cancel(key: string): void {
    this.waiting.delete(key);
  }

  cancelAll(): void {
    this.waiting.clear();
  }
}
