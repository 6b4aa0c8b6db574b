/** The folders that a file is in, the nearest first. Free of VS Code. */

/** Deeper ones are no folders of people. */
const MOST = 64;

/** The paths of the folders above a path with `/`, up to the root of its file system. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end >= 0 && folders.length < MOST; end = path.lastIndexOf('/', end - 1)) {
    folders.push(path.slice(0, end) || '/');
    if (end === 0) break;
  }
  return folders;
}
