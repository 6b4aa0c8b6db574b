/** The address of the job's repository, read as Go's URL type reads it: the path of the project in it, and what is shown of it. */
import { cleanPath } from './go-text';

interface Address {
  readonly scheme: string;
  readonly host: string;
  /** As written. */
  readonly path: string;
}

function addressOf(url: string): Address | undefined {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(?:[^/?#]*@)?([^/?#]*)([^?#]*)/.exec(url);
  if (!match) return undefined;
  const [, scheme = '', host = '', path = ''] = match;
  return /%(?![0-9A-Fa-f]{2})/.test(path) ? undefined : { scheme: scheme.toLowerCase(), host, path };
}

/** The path of the project, or undefined where the address has none (ProjectSlug in common/build.go). */
export function projectPath(url: string): string | undefined {
  const address = addressOf(url);
  if (!address || address.host === '') return undefined;
  const path = cleanPath(withoutEscapes(address.path).replace(/\.git$/, ''));
  return path === '.' || path.includes('..') ? undefined : path;
}

/** The address without user, query and fragment. */
export function shownAddress(url: string): string {
  const address = addressOf(url);
  if (address) return `${address.scheme}://${address.host}${escaped(address.path)}`;
  // A colon in the first part would be behind a scheme.
  const path = /^[^?#]*/.exec(url)?.[0] ?? '';
  return /^[^/]*:/.test(path) ? '' : escaped(path);
}

/** What may stand in a path as it is, and what is escaped where it has to be. */
const IN_PATH = /^(?:[A-Za-z0-9\-._~$&+,/:;=@!'()*[\]]|%[0-9A-Fa-f]{2})*$/;
const ESCAPED = /[^A-Za-z0-9\-._~$&+,/:;=@]/gu;

function escaped(path: string): string {
  return IN_PATH.test(path) ? path : withoutEscapes(path).replace(ESCAPED, bytesEscaped);
}

function bytesEscaped(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

function withoutEscapes(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
