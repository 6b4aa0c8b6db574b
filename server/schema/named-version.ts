/** The versions that users name in settings and on the command line. */
import { loadSchema } from './schema';
import { readVersion, type Version, type WrongVersion } from './version';

/** The version that a user names outside of a file, or what is wrong with it. */
export function versionOrReason(text: string): Version | WrongVersion {
  const { releases, version: newest } = loadSchema();
  return readVersion(text, releases, newest);
}
