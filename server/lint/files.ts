/** Finds and reads the files that lint is asked about. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { recognize } from '../recognition';

export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** Folders that hold other people's files. */
const skippedFolders = new Set(['node_modules', '.git']);

/** The files behind the named paths. A file that is named is checked whatever it is; in a folder only runner configurations are. */
export function readFiles(paths: readonly string[], readStandardInput: () => string): SourceFile[] {
  return paths.flatMap((path) => {
    if (path === '-') return [{ name: '-', text: readStandardInput() }];
    if (!statSync(path).isDirectory()) return [{ name: path, text: readFileSync(path, 'utf8') }];
    return filesBelow(path)
      .map((name) => ({ name, text: readFileSync(name, 'utf8') }))
      .filter(({ name, text }) => recognize({ path: name, languageId: 'toml', text }).verdict !== 'no');
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : filesBelow(path);
      return entry.isFile() && entry.name.endsWith('.toml') ? [path] : [];
    });
}
