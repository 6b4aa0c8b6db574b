/** Paths inside of containers, of Linux and of Windows (executors/docker/internal/volumes/parser); held to functions-docker.json. */
import { beginsWithBlank } from '../blanks';
import { cleanPath, joinPaths } from '../go-text';

export interface Paths {
  isAbsolute(path: string): boolean;
  isRoot(path: string): boolean;
  /** Whether a path is another or lies below it. */
  contains(path: string, other: string): boolean;
  join(...paths: readonly string[]): string;
}

export const linuxPaths: Paths = {
  isAbsolute: (path) => path.startsWith('/') || beginsWithBlank(path),
  isRoot: (path) => path.startsWith('/') && cleanPath(path) === '/',
  contains: (path, other) => isWithin(cleanPath(path), cleanPath(other)),
  join: joinPaths,
};

/** As a manager on Linux reads them, which has no such paths itself. */
export const windowsPaths: Paths = {
  isAbsolute: (path) => /^(?:.:|[\\/])/.test(path) || beginsWithBlank(path),
  isRoot: isWindowsRoot,
  contains: (path, other) => isWithin(withSlashes(path), withSlashes(other)),
  join: (...paths) => paths.join('\\'),
};

const PIPE = /^[/\\]{2}\.[/\\]pipe[/\\][^:*?"<>|\r\n]+$/i;

/** A drive, a share or a directory without a path in it. */
function isWindowsRoot(path: string): boolean {
  if (PIPE.test(path) || beginsWithBlank(path) || !windowsPaths.isAbsolute(path)) return false;
  const parts = withSlashes(path).split('/').length - 1;
  return parts < (/^(?:\/\/|\\)/.test(path) ? 3 : 2);
}

/** The colon of a drive goes, and all others are slashes, too. */
function withSlashes(path: string): string {
  return cleanPath(`/${path.replace(/^(.):/, '$1').replace(/[\\:]/g, '/')}`);
}

function isWithin(path: string, other: string): boolean {
  return other === path || other.startsWith(path.endsWith('/') ? path : `${path}/`);
}
