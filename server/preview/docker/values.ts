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
  const { value } = dockerMemory.read(text);
  if (value === undefined) throw new FatalFailure(docker.origin(key));
  return value;
}

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
  return Math.trunc(Number((value * NANO).toPrecision(15))) * (isNegative ? -1 : 1) + 0;
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
    const [soft = '', hard = soft] = value.includes(':') ? splitOnce(value) : [value];
    return { Name: key, Hard: limit(hard, origin), Soft: limit(soft, origin) };
  });
}

function splitOnce(text: string): readonly string[] {
  const at = text.indexOf(':');
  return [text.slice(0, at), text.slice(at + 1)];
}

function limit(text: string, origin: Origin): number {
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  throw new JobFailure(`invalid soft limit value: strconv.ParseInt: parsing ${quoted(text)}: invalid syntax`, origin);
}

/** A line of CSV, as `docker run --gpus` has it; null for none. */
export function deviceRequests(docker: Settings, key: string): Json {
  const text = docker.text(key);
  if (text.trim() === '') return null;
  const fail = (what: string) => new JobFailure(`parsing gpus string ${quoted(text)}: ${what}`, docker.origin(key));
  const request: Record<string, Json> = { Driver: '', Count: 0, DeviceIDs: null, Capabilities: null, Options: {} };
  const seen = new Set<string>();
  for (const field of csvFields(text)) {
    const at = field.indexOf('=');
    const name = at < 0 ? field : field.slice(0, at);
    if (seen.has(name)) throw fail(`gpu request key '${name}' can be specified only once`);
    seen.add(at < 0 ? 'count' : name);
    setGpu(request, at < 0 ? 'count' : name, at < 0 ? field : field.slice(at + 1), field, fail);
  }
  if (!seen.has('count') && request.DeviceIDs === null) request.Count = 1;
  request.Capabilities ??= [['gpu']];
  return [request];
}

function setGpu(
  request: Record<string, Json>,
  name: string,
  value: string,
  field: string,
  fail: (what: string) => JobFailure,
): void {
  switch (name) {
    case 'driver':
      request.Driver = value;
      return;
    case 'count':
      if (value !== 'all' && !/^[+-]?\d+$/.test(value)) {
        throw fail(`invalid count (${value}): value must be either "all" or an integer: invalid syntax`);
      }
      request.Count = value === 'all' ? -1 : Number(value);
      return;
    case 'device':
      request.DeviceIDs = value.split(',');
      return;
    case 'capabilities':
      request.Capabilities = [[...value.split(','), 'gpu']];
      return;
    case 'options':
      request.Options = optionsOf(value);
      return;
    default:
      throw fail(`unexpected key '${name}' in '${field}'`);
  }
}

function optionsOf(text: string): Json {
  return Object.fromEntries(
    csvFields(text).map((option) => {
      const at = option.indexOf('=');
      return at < 0 ? [option, ''] : [option.slice(0, at), option.slice(at + 1)];
    }),
  );
}

function csvFields(text: string): readonly string[] {
  return [...text.trim().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, inQuotes, plain = '']) => inQuotes?.replaceAll('""', '"') ?? plain,
  );
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
