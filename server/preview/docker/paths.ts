/** Paths inside of containers, of Linux and of Windows (executors/docker/internal/volumes/parser); held to functions-docker.json. */
import { withoutEnd } from '../../text/without-end';
import { beginsWithBlank } from '../blanks';
import { cleanPath } from '../go-text';

export interface Paths {
  isAbsolute(path: string): boolean;
  isRoot(path: string): boolean;
  /** Whether a path is another or lies below it. */
  contains(path: string, other: string): boolean;
}

export const linuxPaths: Paths = {
  isAbsolute: (path) => path.startsWith('/') || beginsWithBlank(path),
  isRoot: (path) => path.startsWith('/') && cleanPath(path) === '/',
  contains: (path, other) => isWithin(cleanPath(path), cleanPath(other), '/'),
};

export const windowsPaths: Paths = {
  isAbsolute: (path) => /^(?:.:|[\\/])/.test(path) || beginsWithBlank(path),
  isRoot: isWindowsRoot,
  contains: (path, other) => isWithin(withBackslashes(path), withBackslashes(other), '\\'),
};

const withBackslashes = (path: string) => withoutEnd(path.replaceAll('/', '\\'), '\\');

/** A drive or a share without a path in it. A path without either is taken for one, too. */
function isWindowsRoot(path: string): boolean {
  const [, volume, rest = ''] = /^(.:|[\\/]{2}[^\\/]+[\\/][^\\/]+)(.*)$/s.exec(path) ?? [];
  if (volume === undefined) return /^[\\/]/.test(path);
  return !/^[\\/]/.test(rest) || cleanPath(rest.replaceAll('\\', '/')) === '/';
}

function isWithin(path: string, other: string, separator: string): boolean {
  return other === path || other.startsWith(path.endsWith(separator) ? path : path + separator);
}
