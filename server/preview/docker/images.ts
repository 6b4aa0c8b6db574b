/** Names of images as the daemon is asked for them, and the policies by which (executors/docker/internal/pull). */
import { blankIn } from '../blanks';
import { quoted } from '../go-text';
import { mayHaveTag } from '../image-name';
import { JobFailure } from '../job-failure';
import { byJob } from '../origin';
import type { Settings } from '../settings';

/** A name in full: `ruby` is `docker.io/library/ruby:latest`. What a blank of a template may bring with it is not added. */
export function pulledName(name: string): string {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hasHost = /[.:]|^localhost$/.test(first) || first !== first.toLowerCase();
  const rest = hasHost ? name.slice(slash + 1) : name;
  const host = !hasHost || first === 'index.docker.io' ? 'docker.io' : first;
  const isOpen = blankIn(rest.replace(/[/:@].*/s, '')) !== undefined;
  const path = host === 'docker.io' && !rest.includes('/') && !isOpen ? `library/${rest}` : rest;
  const tag = /[:@]/.test(path) || mayHaveTag(path) ? '' : ':latest';
  return isOpen && !hasHost ? rest + tag : `${host}/${path}${tag}`;
}

const ARCHITECTURES: ReadonlyMap<string, string> = new Map([
  ['i386', '386'],
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['armhf', 'arm'],
  ['armel', 'arm'],
]);
const SYSTEM = /^(?:linux|windows|darwin|freebsd|netbsd|openbsd|solaris|android|aix|js|plan9)$/;

/**
 * A platform as the daemon is asked for it: without a system it is of Linux, and so is what stands in its place and is none
 * (parsePlatform in executors/docker/internal/pull/manager.go, Parse of containerd/platforms).
 */
export function pulledPlatform(text: string, ofManager: string): string {
  const [first = '', second, variant] = text.toLowerCase().split('/');
  const written = second ?? (SYSTEM.test(first) ? ofManager : first);
  const architecture = ARCHITECTURES.get(written) ?? written;
  const parts = [first === 'windows' ? first : 'linux', architecture, variantOf(architecture, written, variant)];
  return parts.filter((part) => part !== '').join('/');
}

/** The usual variant is said where one was written for ARM, and not where none was. */
function variantOf(architecture: string, written: string, variant = ''): string {
  const isGiven = variant !== '';
  switch (architecture) {
    case '386':
      return '';
    case 'amd64':
      return variant === 'v1' ? '' : variant;
    case 'arm64':
      return variant === '8' ? 'v8' : variant;
    case 'arm': {
      if (written === 'armel') return 'v6';
      if (written === 'armhf' || variant === '7') return isGiven ? 'v7' : '';
      return variant.replace(/^[568]$/, 'v$&');
    }
    default:
      return variant;
  }
}

const POLICIES = ['always', 'if-not-present', 'never'];

/** The policies for an image in the order in which they are tried. */
export function policiesFor(docker: Settings, image: string, ofJob: readonly string[]): readonly string[] {
  const configured = docker.texts('pull_policy');
  const ofKey = () => (configured.length === 0 ? ['always'] : checked(configured, 'pull_policy', docker));
  const wanted = ofJob.length > 0 ? ofJob : ofKey();
  const named = docker.texts('allowed_pull_policies');
  const allowed = named.length === 0 ? ofKey() : checked(named, 'allowed_pull_policies', docker);
  const policies = wanted.filter((policy) => allowed.includes(policy));
  if (policies.length > 0) return policies;
  const source =
    ofJob.length > 0 ? 'GitLab pipeline config' : `Runner config${configured.length > 0 ? '' : ' (default)'}`;
  throw new JobFailure(
    `invalid pull policy for image ${quoted(image)}: pull_policy ([${wanted.join(' ')}]) defined in ${source} is not one of the allowed_pull_policies ([${allowed.join(' ')}])`,
    ofJob.length > 0 ? byJob('image.pull_policy') : docker.origin('allowed_pull_policies'),
  );
}

function checked(policies: readonly string[], key: string, docker: Settings): readonly string[] {
  const wrong = policies.find((policy) => !POLICIES.includes(policy));
  if (wrong === undefined) return policies;
  throw new JobFailure(`unsupported ${key} config: ${quoted(wrong)}`, docker.origin(key));
}
