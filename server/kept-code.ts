/**
 * Keeps what V8 made of the bundle that knows the language, with the functions that ran: making them is half of the time until the first
 * diagnostics. It lies beside the bundle, so whoever could change it could change the bundle.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/**
 * Loads a bundle, which holds ASCII alone, out of what was kept of it. `underFlags` runs something under the same flags of V8 each time:
 * it refuses what was made under others. What is returned keeps the functions that ran until then; it is undefined where they were kept.
 */
export function loadKept(file: string, underFlags: <Result>(act: () => Result) => Result): (() => void) | undefined {
  const source = readFileSync(file);
  const kept = `${file}.${process.versions.v8}-${process.arch}.cache`;
  const cachedData = keptOf(source, kept);
  const text = Module.wrap(source.toString('latin1'));
  const script = underFlags(() => new Script(text, { filename: file, ...(cachedData && { cachedData }) }));
  const module = new Module(file);
  module.filename = file;
  require.cache[file] = module;
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  module.loaded = true;
  if (cachedData && !script.cachedDataRejected) return undefined;
  return () => keep(Buffer.concat([source, underFlags(() => script.createCachedData())]), kept);
}

/** What was kept of this very source; V8 compares no more than its length. */
function keptOf(source: Buffer, file: string): Buffer | undefined {
  try {
    const both = readFileSync(file);
    return both.subarray(0, source.length).equals(source) ? both.subarray(source.length) : undefined;
  } catch {
    return undefined;
  }
}

/** Nobody may ever read half of it. */
function keep(both: Buffer, file: string): void {
  const written = `${file}.${process.pid}`;
  try {
    writeFileSync(written, both, { flush: true });
    renameSync(written, file);
  } catch {
    // The folder may not be ours to write in: then each start takes as long as the first.
    rmSync(written, { force: true });
  }
}
