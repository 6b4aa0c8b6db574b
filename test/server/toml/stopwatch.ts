/** Measures work on a machine that has other work to do. */

/** Starts a watch; the answer is the milliseconds since then, on the clock or of this process's own work, whichever is less. */
export function stopwatch(): () => number {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return Math.min(performance.now() - start, (user + system) / 1000);
  };
}

/** The median time of several runs, after some to warm up. */
export function median(work: () => void, runs = 9, warmUp = 3): number {
  for (let run = 0; run < warmUp; run++) work();
  const times = Array.from({ length: runs }, () => {
    const watch = stopwatch();
    work();
    return watch();
  });
  return times.sort((a, b) => a - b)[runs >> 1] as number;
}
