/** Versions of GitLab Runner: `16.6`. Keys and flags come and go with minor versions, so a patch version makes no difference. */
import { type Message, message } from '../text/message';

export interface Version {
  readonly major: number;
  readonly minor: number;
}

/** The last minor version of each major one that has no more to come: schemas/releases.json. */
export type Releases = Readonly<Record<string, number>>;

/** Reads `16.6`, `v16.6` or `16.6.1`; undefined for anything else. */
export function parseVersion(text: string): Version | undefined {
  const match = /^v?(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})?$/.exec(text);
  return match ? { major: Number(match[1]), minor: Number(match[2]) } : undefined;
}

/** Below zero when `a` is older than `b`, zero when they are the same. */
export function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor;
}

/** A version as releases are called: `17.4`. */
export function versionText({ major, minor }: Version): string {
  return `${major}.${minor}`;
}

const parsed = new Map<string, Version>();

/** Whether `version` is `since`, a version of the facts such as `16.6`, or newer. */
export function isReached(version: Version, since: string): boolean {
  let first = parsed.get(since);
  if (!first) {
    first = parseVersion(since) ?? { major: 0, minor: 0 };
    parsed.set(since, first);
  }
  return compareVersions(version, first) >= 0;
}

/** What is wrong with a version that a person wrote. */
export interface WrongVersion {
  readonly wrong: Message;
}

/** The version of a text that a person wrote, or what is wrong with it. What is newer than `newest` counts as `newest`. */
export function readVersion(text: string, releases: Releases, newest: Version): Version | WrongVersion {
  const version = parseVersion(text.trim());
  if (!version) return { wrong: message('version.malformed', { text }) };
  if (compareVersions(version, newest) > 0) return newest;
  const last = releases[version.major];
  if (last !== undefined && version.minor > last) {
    const { major } = version;
    return { wrong: message('version.after-last', { text, major, last: versionText({ major, minor: last }) }) };
  }
  const isKnown = last !== undefined || version.major === newest.major;
  return isKnown ? version : { wrong: message('version.unknown', { text }) };
}
