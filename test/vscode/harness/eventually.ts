declare const SLACK: number;

/** How long an editor may take for what is not instant: a server's start, a change that passes through two processes. */
const PATIENCE = 10_000 * SLACK;
const PAUSE = 50;

/** Repeats `check` until it throws no more, and gives its result. When the time is up, its last error is the failure. */
export async function eventually<Result>(
  check: () => Result | PromiseLike<Result>,
  patience = PATIENCE,
): Promise<Awaited<Result>> {
  for (const started = Date.now(); ; ) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() - started > patience) throw error;
    }
    await pause(PAUSE);
  }
}

/** Waits. Only for showing that something does NOT happen; for what shall happen there is `eventually`. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
