/** Texts of `[runners.docker]` as numbers and objects of the daemon's API (common/config.go, opts of docker/cli). */
import { dockerMemory } from '../../values/docker-memory';
import { rational } from '../../values/rational';
import { quoted } from '../go-text';
import { JobFailure } from '../job-failure';
import type { Json } from '../json';
import type { Origin } from '../origin';
import type { Settings } from '../settings';

/** The whole process of the runner ends over a size that it cannot read. */
export class FatalFailure extends JobFailure {
  override readonly endsRunner = true;

  constructor(origin: Origin) {
    super('panic: {the runner process exits}', origin);
  }

  override within(): JobFailure {
    return this;
  }
}

/** A limit of memory in bytes, as the runner reads the text of a key; 0 where there is none. */
export function memory(docker: Settings, key: string): number {
  const text = docker.text(key);
  if (text === '') return 0;
  const { value, problems } = dockerMemory.read(text);
  if (value !== undefined) return value;
  const isTooLarge = problems.some(({ message }) => message.id === 'invalid-value.memory.too-large');
  if (isTooLarge && Number.parseFloat(text) < Number.POSITIVE_INFINITY) return OVERFLOWN;
  throw new FatalFailure(docker.origin(key));
}

/** What 64 bits make of a number that is too large for them. */
const OVERFLOWN = -(2 ** 63);

const NANO = 1e9;

/** A number of processors in billionths, as Docker takes it; 0 where there is none. */
export function nanoCpus(docker: Settings, key: string): number {
  const text = docker.text(key);
  if (text === '') return 0;
  const isNegative = text.startsWith('-');
  const { value } = rational.read(isNegative ? text.slice(1) : text);
  if (value === undefined || (isNegative && /^-[+-]/.test(text))) {
    throw new JobFailure(`failed to parse ${text} as a rational number`, docker.origin(key));
  }
  const nano = Math.trunc(Number((value * NANO).toPrecision(15)));
  return nano >= -OVERFLOWN ? OVERFLOWN : nano * (isNegative ? -1 : 1) + 0;
}

/** `host[:container[:permissions]]` each. */
export function devices(texts: readonly string[], origin: Origin): readonly Json[] {
  return texts.map((text) => {
    const [host = '', container = host, permissions = 'rwm', more] = text.split(':');
    if (more !== undefined) {
      throw new JobFailure(`failed to parse device string ${quoted(text)}: too many colons`, origin);
    }
    return { PathOnHost: host, PathInContainer: container, CgroupPermissions: permissions };
  });
}

/** `soft[:hard]` by name. */
export function ulimits(docker: Settings): readonly Json[] {
  return docker.map('ulimit').map(({ key, value, origin }) => {
    const at = value.indexOf(':');
    const soft = limit(at < 0 ? value : value.slice(0, at), origin);
    return { Name: key, Hard: at < 0 ? soft : limit(value.slice(at + 1), origin), Soft: soft };
  });
}

function limit(text: string, origin: Origin): number {
  const isNumber = /^[+-]?\d+$/.test(text);
  if (isNumber && BigInt.asIntN(64, BigInt(text)) === BigInt(text)) return Number(text);
  const problem = isNumber ? 'value out of range' : 'invalid syntax';
  throw new JobFailure(`invalid soft limit value: strconv.ParseInt: parsing ${quoted(text)}: ${problem}`, origin);
}

/** Upper case, with `CAP_`, each once and sorted, as the client of the daemon sends them. */
export function capabilities(names: readonly string[]): Json {
  if (names.length === 0) return null;
  const made = names.map((name) => {
    const upper = name.toUpperCase();
    return upper === 'ALL' || upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
  });
  return [...new Set(made)].sort();
}

/** `env` and `labels` are the only options that the runner lets through. */
export function logOptions(docker: Settings): Json {
  const options = docker.map('log_options');
  const wrong = options.filter(({ key }) => key !== 'env' && key !== 'labels').map(({ key }) => key);
  if (wrong.length > 0) {
    const found = wrong.sort().map(quoted).join(' ');
    throw new JobFailure(
      `creating docker log configuration: invalid log options: only ["env" "labels"] are allowed, but found: [${found}]`,
      docker.origin('log_options'),
    );
  }
  return options.length === 0 ? null : Object.fromEntries(options.map(({ key, value }) => [key, value]));
}

/** Profiles in files are read where the runner is: what is in them is not known here. */
export function securityOptions(docker: Settings, key: string, what: string): Json {
  const options = docker.texts(key);
  for (const option of options) {
    const path = /^seccomp=(?!\{|unconfined$|builtin$)(.*)$/s.exec(option)?.[1];
    if (path === undefined) continue;
    throw new JobFailure(
      `processing ${what}: failed to read seccomp profile from ${path}: open ${path}: no such file or directory`,
      docker.origin(key),
    );
  }
  return options.length === 0 ? null : options;
}

/** What the client takes on a manager with Linux. */
export function isolation(docker: Settings): string {
  const value = docker.text('isolation');
  if (value === '' || value.toLowerCase() === 'default') return value;
  throw new JobFailure(
    `the isolation value ${quoted(value)} is not valid. the valid values are: 'process', 'hyperv', 'default' and an empty string`,
    docker.origin('isolation'),
  );
}
