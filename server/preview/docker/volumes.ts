/** The volumes of a job and where they are mounted (executors/docker/internal/volumes/manager.go). */
import { readLinuxVolume } from '../../values/docker-volume-linux';
import { readWindowsVolume } from '../../values/docker-volume-windows';
import { beginsWithBlank, blankIn } from '../blanks';
import { cleanPath, quoted } from '../go-text';
import { doing, JobFailure } from '../job-failure';
import { byRunner, type Origin } from '../origin';
import type { Variables } from '../variables';
import { md5 } from './hashes';
import { linuxPaths, type Paths, windowsPaths } from './paths';

export interface ParsedVolume {
  /** Empty where the runner makes a volume. */
  readonly source: string;
  readonly destination: string;
  /** As they are sent, by commas. */
  readonly options: string;
}

/** Reads an entry; the destination is expanded afterwards, so a variable brings no colon in. */
export function parseVolume(text: string, isWindows: boolean, variables: Variables, origin: Origin): ParsedVolume {
  const { value, problems } = isWindows ? readWindowsVolume(text) : readLinuxVolume(text);
  const read = problems.length === 0 ? value : (blankVolume(text) ?? rootVolume(text, problems, isWindows));
  if (!read) throw new JobFailure(`invalid volume specification: ${quoted(text)}`, origin);
  const { source, destination } = read;
  const before = source === '' ? destination : `${source}:${destination}`;
  const options = text.slice(before.length).replace(/^:/, '').replaceAll(':', ',');
  return { source, destination: variables.expand(destination), options };
}

/** What a blank of a template begins is a directory, or an entry as a whole, which has no destination here. */
function blankVolume(text: string) {
  if (!beginsWithBlank(text)) return undefined;
  return text.includes(':') || text === blankIn(text)
    ? { source: text, destination: '' }
    : { source: '', destination: text };
}

/** The root, or the drive of Windows' own, is a destination to the parser: it is refused later. */
function rootVolume(text: string, problems: ReturnType<typeof readLinuxVolume>['problems'], isWindows: boolean) {
  const root = problems.find(({ message }) => message.id === 'invalid-value.volume.root');
  if (!root) return undefined;
  const { start, end } = root;
  // What stands around it is read with another directory in its place.
  const other = isWindows ? [] : readLinuxVolume(`${text.slice(0, start)}/a${text.slice(end)}`).problems;
  if (other.length > 0) return undefined;
  return { source: text.slice(0, Math.max(start - 1, 0)), destination: text.slice(start, end) };
}

export interface VolumeNames {
  /** Of volumes that are kept. */
  readonly kept: string;
  /** Of those of this job alone. */
  readonly temporary: string;
  readonly isProtected: boolean;
}

export interface VolumeSettings {
  readonly isWindows: boolean;
  readonly names: VolumeNames;
  readonly disablesCache: boolean;
  readonly cacheDirectory: string;
  /** Asks the daemon for a volume. */
  readonly create: (name: string, destination: string, isReusable: boolean, origin: Origin) => void;
}

const NOT_ABSOLUTE = 'build directory needs to be an absolute path';
const IS_ROOT = 'build directory needs to be a non-root path';

/** Collects what is mounted; each destination once. */
export class VolumeManager {
  readonly binds: string[] = [];
  private readonly taken = new Set<string>();
  private readonly paths: Paths;

  constructor(private readonly settings: VolumeSettings) {
    this.paths = settings.isWindows ? windowsPaths : linuxPaths;
  }

  add({ source, destination, options }: ParsedVolume, origin: Origin): void {
    if (destination === '') this.binds.push(source);
    else if (source === '') doing('adding cache volume', () => this.addCache(destination, origin));
    else {
      doing('adding host volume', () => {
        this.take(destination, 'updating managed volume list', origin);
        this.binds.push(`${source}:${destination}${options === '' ? '' : `:${options}`}`);
      });
    }
  }

  private addCache(destination: string, origin: Origin): void {
    const { disablesCache, cacheDirectory } = this.settings;
    if (disablesCache || cacheDirectory === '') {
      this.createVolume(destination, !disablesCache, origin);
      return;
    }
    this.take(destination, 'updating managed volumes list', origin);
    const path = this.paths.join(cacheDirectory, this.settings.names.kept, this.withProtected(digestOf(destination)));
    this.binds.push(`${path}:${destination}`);
  }

  /** A volume of the daemon. */
  createVolume(destination: string, isReusable: boolean, origin: Origin = byRunner): void {
    const { names, create } = this.settings;
    this.take(destination, 'updating managed volumes list', origin);
    const owner = isReusable ? names.kept : names.temporary;
    const name = this.withProtected(`${owner}-cache-${digestOf(destination)}`);
    create(name, destination, isReusable, origin);
    this.binds.push(`${name}:${destination}`);
  }

  /** Whether a destination has no volume yet. */
  isFree(destination: string): boolean {
    return !this.taken.has(cleanPath(destination));
  }

  private take(destination: string, what: string, origin: Origin): void {
    if (this.paths.isRoot(destination)) throw new JobFailure(`defining absolute path: ${IS_ROOT}`, origin);
    if (!this.isFree(destination)) {
      throw new JobFailure(
        `${what}: volume for container path ${quoted(cleanPath(destination))} is already defined`,
        origin,
      );
    }
    this.taken.add(cleanPath(destination));
  }

  private withProtected(name: string): string {
    return this.settings.names.isProtected ? `${name}-protected` : name;
  }
}

const digestOf = (path: string) => (blankIn(path) === undefined ? md5(path) : `md5(${path})`);

/** Whether a directory of the host is mounted at the directory of builds or above it. */
export function isHostMounted(volumes: readonly ParsedVolume[], root: string, isWindows: boolean): boolean {
  const paths = isWindows ? windowsPaths : linuxPaths;
  return volumes.some(({ source, destination }) => source !== '' && paths.contains(destination, root));
}

export function checkBuildsDirectory(root: string, isWindows: boolean, origin: Origin): void {
  const paths = isWindows ? windowsPaths : linuxPaths;
  if (!paths.isAbsolute(root)) throw new JobFailure(NOT_ABSOLUTE, origin);
  if (paths.isRoot(root)) throw new JobFailure(IS_ROOT, origin);
}
