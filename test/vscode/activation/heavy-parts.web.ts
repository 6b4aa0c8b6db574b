/** In the browser the extension is one file, so only the server is loaded later, into a worker. */

/** Begins to watch; what it gives says the names of the parts that are there by then. */
export function watchHeavyParts(): () => Promise<string[]> {
  const parts: string[] = [];
  globalThis.Worker = new Proxy(globalThis.Worker, {
    construct(target, [address, ...rest], newTarget) {
      if (!parts.includes('server')) parts.push('server');
      return Reflect.construct(target, [address, ...rest], newTarget);
    },
  });
  return async () => parts;
}
