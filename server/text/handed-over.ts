/** Gives what the client put before the bundle in the worker's script (protocol/worker-files.ts). */
import { WORKER_FILES, type WorkerFile } from '../../protocol/worker-files';

const loaded = new Map<string, unknown>();

/** What a file holds or exports, by its path beside the bundle. */
export function handedOver(path: string): unknown {
  // What only a process calls has no use for them here.
  if (/^node:/.test(path)) return {};
  const name = path.replace(/^\.\//, '');
  if (loaded.has(name)) return loaded.get(name);
  const files = (globalThis as { [WORKER_FILES]?: Readonly<Record<string, WorkerFile>> })[WORKER_FILES];
  const file = files?.[name];
  if (!file) throw new Error(`${name} was not handed over to the worker`);
  const module = { exports: {} as unknown };
  file(module, module.exports, handedOver);
  loaded.set(name, module.exports);
  return module.exports;
}
