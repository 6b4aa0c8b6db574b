// Writes a generated file.
import { renameSync, writeFileSync } from 'node:fs';

/** Writes by renaming, so that a build or a test that runs at the same time never reads half a file. Says how large it is. */
export function write(file, text) {
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
  return `${file}: ${Buffer.byteLength(text)} bytes`;
}
