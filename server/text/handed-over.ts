/** Gives what the client put before the bundle in the worker's script (protocol/worker-files.ts). */
import { WORKER_FILES, type WorkerFile } from '../../protocol/worker-files';

const loaded = new Map<string, unknown>();

/** What a file holds or exports; undefined when it was not handed over. */
export function handedOver(name: string): unknown {
  if (loaded.has(name)) return loaded.get(name);
  const files = (globalThis as { [WORKER_FILES]?: Readonly<Record<string, WorkerFile>> })[WORKER_FILES];
  const file = files?.[name];
  if (!file) return undefined;
  const module = { exports: {} as unknown };
  file(module, module.exports, (path) => required(path.replace(/^\.\//, '')));
  loaded.set(name, module.exports);
  return module.exports;
}

/** The same of a file that cannot be done without. */
export function required(name: string): unknown {
  const found = handedOver(name);
  if (found === undefined) throw new Error(`${name} was not handed over to the worker`);
  return found;
}
