/** Writes a file as a whole or not at all: whoever reads it meanwhile, as a running runner does, sees the old text or the new one. */
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { message } from '../text/message';
import { Unreadable } from './lint/files';

/** The same, with a complaint that names the path where that cannot be done. */
export function writeText(path: string, text: string): void {
  try {
    replaceFile(path, text);
  } catch (error) {
    throw new Unreadable(message('cli.unwritable', { path, error: (error as Error).message }));
  }
}

/** Puts a text in the place of what a file holds. Its mode stays, and what links to it still does. */
function replaceFile(path: string, text: string): void {
  const target = realpathSync(path);
  const { mode } = statSync(target);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text, { flag: 'wx' });
    chmodSync(beside, mode & 0o7777);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
