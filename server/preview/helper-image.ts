/** The helper image where the configuration names none (helpers/container/helperimage); `windows` in preview/functions.json. */

import { quoted } from './go-text';
import { JobFailure } from './job-failure';
import type { Origin } from './origin';

const REPOSITORY = 'registry.gitlab.com/gitlab-org/gitlab-runner/gitlab-runner-helper';

/** What the image is chosen by. */
export interface HelperPlatform {
  readonly os: string;
  readonly architecture: string;
  readonly windowsKernel: string;
  readonly flavor: string;
  readonly shell: string;
  readonly isConcrete: boolean;
  readonly version: string;
  /** What to blame for a platform that has none. */
  readonly origin: Origin;
}

export interface HelperImage {
  readonly name: string;
  readonly tag: string;
  readonly os: 'linux' | 'windows';
}

export function helperImage(platform: HelperPlatform): HelperImage {
  if (platform.os === 'windows') return { name: REPOSITORY, tag: windowsTag(platform), os: 'windows' };
  if (platform.os !== 'linux' && platform.os !== 'freebsd') {
    throw new JobFailure(`unsupported OSType ${quoted(platform.os)}`, platform.origin);
  }
  return { name: REPOSITORY, tag: linuxTag(platform), os: 'linux' };
}

const LINUX_ARCHITECTURES: ReadonlyMap<string, string> = new Map([
  ['', 'x86_64'],
  ['amd64', 'x86_64'],
  ['aarch64', 'arm64'],
  ['armv6l', 'arm'],
  ['armv7l', 'arm'],
]);

function linuxTag({ flavor, architecture, version, shell, isConcrete }: HelperPlatform): string {
  const chosen = flavor || (isConcrete ? 'concrete' : 'alpine');
  const prefix = chosen === 'alpine' ? '' : `${chosen}-`;
  const suffix = shell === 'pwsh' && !isConcrete ? '-pwsh' : '';
  return `${prefix}${LINUX_ARCHITECTURES.get(architecture) ?? architecture}-${versionTag(version)}${suffix}`;
}

/** Releases of Windows by their builds. */
const WINDOWS_RELEASES: ReadonlyMap<string, string> = new Map([
  ['10.0.17763', '1809'],
  ['10.0.19043', '1809'],
  ['10.0.19044', '1809'],
  ['10.0.19045', '1809'],
  ['10.0.20348', '21H2'],
  ['10.0.22000', '21H2'],
  ['10.0.22621', '21H2'],
  ['10.0.22631', '21H2'],
  ['10.0.26100', '24H2'],
  ['10.0.26200', '24H2'],
]);
/** The first release that has images for ARM. */
const WITH_ARM = '24H2';

function windowsTag({ architecture, windowsKernel, version, origin }: HelperPlatform): string {
  const release = windowsRelease(windowsKernel);
  if (release === undefined) {
    throw new JobFailure(`detecting base image: unsupported Windows version: ${windowsKernel}`, origin);
  }
  const isArm = (architecture === 'arm64' || architecture === 'aarch64') && release === WITH_ARM;
  return `${isArm ? 'arm64' : 'x86_64'}-${versionTag(version)}-servercore${release}`;
}

export function windowsRelease(kernel: string): string | undefined {
  const parts = kernel.split(/[. ]+/).filter((part) => part !== '');
  return parts.length < 3 ? undefined : WINDOWS_RELEASES.get(parts.slice(0, 3).join('.'));
}

/** The tag of a version of the runner; one that is no release has the latest image. */
export function versionTag(version: string): string {
  const release = /^\d*\.\d*\.\d*/.exec(version)?.[0];
  return release === undefined ? 'latest' : `v${release}`;
}
