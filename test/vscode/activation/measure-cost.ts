/**
 * Measures what is computed in the extension host's thread. By the processor's time, because the clock also counts what other
 * programs on the machine do meanwhile. (`measure-cost.web.ts`: a browser tells only the clock.)
 */
export function measureCost(): () => { cost: number | undefined; clock: number } {
  const started = performance.now();
  const before = usage();
  return () => {
    const now = usage();
    const cost = (now.user + now.system - before.user - before.system) / 1_000;
    return { cost, clock: performance.now() - started };
  };
}

/** Of this thread where Node can tell (since 23.9), else of the process, with the garbage collector's threads. */
function usage(): NodeJS.CpuUsage {
  const { threadCpuUsage } = process as NodeJS.Process & { threadCpuUsage?(): NodeJS.CpuUsage };
  return threadCpuUsage ? threadCpuUsage.call(process) : process.cpuUsage();
}
