/**
 * The variables of a job and what they decide (common/build.go, GetAllVariables; common/build_settings.go). They are put together
 * several times on the way to a pod: first nothing is known of its directories, then the root of builds, then all.
 */

import { parseBool } from './go-text';
import type { Inputs } from './inputs';
import type { JobImage, JobVariable } from './job';
import { dnsName } from './names';
import { byFlag, byJob, byRunner, byVariable, type Origin } from './origin';
import { shortTokenOf } from './runner-token';
import { TEMPORARY_DIRECTORY, type Variable, Variables, variableOf } from './variables';

export interface Directories {
  readonly root: string;
  readonly project: string;
}

export type GitStrategy = 'clone' | 'fetch' | 'none' | 'empty';

export interface Environment {
  readonly variables: Variables;
  /** Whether a flag is on, and what decided that. */
  readonly flags: ReadonlyMap<string, { readonly on: boolean; readonly origin: Origin }>;
  readonly gitStrategy: GitStrategy;
  readonly clonePath: string;
  readonly registryLogin: string;
}

/** Go's own default where GitLab sends no timeout (DefaultTimeout). */
const DEFAULT_TIMEOUT = 7200;

export function timeoutOf({ job }: Inputs): number {
  return job.timeout > 0 ? job.timeout : DEFAULT_TIMEOUT;
}

/** The environment with these directories. */
export function environmentOf(inputs: Inputs, directories: Directories): Environment {
  const { own, ownFlags, others } = jobParts(inputs);
  const before = beforeJob(inputs, directories);
  const resolved = ownFlags
    ? withFlags(inputs, resolveFlags(inputs, preliminary(inputs, before, own, directories)))
    : fixedFlags(inputs);
  const network = resolved.flags.get('FF_NETWORK_PER_BUILD')?.on === true;
  const all = [...resolved.variables, ...before, ...others, ...afterJob(inputs, directories, network)];
  const variables = new Variables(all).expanded();
  return {
    variables,
    flags: resolved.flags,
    gitStrategy: strategyOf(variables.value('GIT_STRATEGY'), inputs.job.mayFetch),
    clonePath: variables.value('GIT_CLONE_PATH'),
    registryLogin: variables.value('DOCKER_AUTH_CONFIG'),
  };
}

/**
 * A job with the variables in the names of its images filled in, once and before anything is prepared: a variable of its directories
 * is nothing there (expandContainerOptions in common/build.go).
 */
export function withNamesExpanded(inputs: Inputs, { variables }: Environment): Inputs {
  const { job } = inputs;
  if (![job.image, ...job.services].some(({ name, alias }) => name.includes('$') || alias.includes('$'))) return inputs;
  const expanded = (image: JobImage): JobImage => ({
    ...image,
    name: variables.expand(image.name),
    alias: variables.expand(image.alias),
  });
  return { ...inputs, job: { ...job, image: expanded(job.image), services: job.services.map(expanded) } };
}

interface JobParts {
  readonly own: readonly Variable[];
  /** Those that are no flags. */
  readonly others: readonly Variable[];
  /** Whether a variable, of the job or of the runner, is called like a flag. */
  readonly ownFlags: boolean;
}

const knownParts = new WeakMap<Inputs, JobParts>();

/** The same for all environments of a preview. */
function jobParts(inputs: Inputs): JobParts {
  let parts = knownParts.get(inputs);
  if (!parts) {
    const names = new Set(inputs.flags.map(({ name }) => name));
    const own = inputs.job.variables.map(jobVariable);
    const others = own.filter(({ key }) => !names.has(key));
    const ofRunner = inputs.runner.texts('environment').some((entry) => names.has(entry.slice(0, entry.indexOf('='))));
    parts = { own, others, ownFlags: ofRunner || others.length < own.length };
    knownParts.set(inputs, parts);
  }
  return parts;
}

interface ResolvedFlags {
  readonly flags: Environment['flags'];
  readonly variables: readonly Variable[];
}

/** By what they are taken from: runners that set none have the same. */
const knownFlags = new WeakMap<object, ResolvedFlags>();

/** The flags where no variable says anything of them. */
function fixedFlags(inputs: Inputs): ResolvedFlags {
  const from = inputs.runner.has('feature_flags') ? inputs : inputs.flags;
  let resolved = knownFlags.get(from);
  if (!resolved) {
    resolved = withFlags(inputs, resolveFlags(inputs, new Variables([])));
    knownFlags.set(from, resolved);
  }
  return resolved;
}

function withFlags({ flags: all }: Inputs, flags: Environment['flags']): ResolvedFlags {
  const variables = all.map(({ name }) => {
    const { on, origin } = flags.get(name) ?? { on: false, origin: byFlag(name) };
    return internal(name, String(on), origin);
  });
  return { flags, variables };
}

/** The variables by which flags are decided: they may refer to each other. */
function preliminary(
  inputs: Inputs,
  before: readonly Variable[],
  own: readonly Variable[],
  directories: Directories,
): Variables {
  const flags = inputs.flags.map((flag) => internal(flag.name, String(flag.default), byFlag(flag.name)));
  return new Variables([...flags, ...before, ...own, ...afterJob(inputs, directories, false)]).expanded();
}

/** Whether a feature flag is on for a job. */
export function isOn({ flags }: Environment, name: string): boolean {
  return flags.get(name)?.on === true;
}

/** The key wins over the job's variable, which wins over the runner's `environment`. */
function resolveFlags({ runner, flags }: Inputs, variables: Variables): Environment['flags'] {
  const keys = runner.table('feature_flags');
  return new Map(
    flags.map(({ name, default: byDefault }) => {
      const set = keys.exactFlag(name);
      if (set !== undefined) return [name, { on: set, origin: keys.origin(name) }];
      const on = parseBool(variables.get(name)) ?? byDefault;
      return [name, { on, origin: variables.find(name)?.origin ?? byFlag(name) }];
    }),
  );
}

function strategyOf(written: string, mayFetch: boolean): GitStrategy {
  if (written === 'clone' || written === 'fetch' || written === 'none' || written === 'empty') return written;
  return mayFetch ? 'fetch' : 'clone';
}

function jobVariable(variable: JobVariable): Variable {
  return { ...variable, origin: byVariable(variable.key) };
}

function internal(key: string, value: string, origin: Origin): Variable {
  return { key, value, public: true, internal: true, origin };
}

function beforeJob(inputs: Inputs, { root, project }: Directories): Variable[] {
  const { runner, job, manager } = inputs;
  const made = [
    internal('CI_RUNNER_SHORT_TOKEN', shortTokenOf(runner), runner.origin('token')),
    ...runner.texts('environment').flatMap((entry) => variableOf(entry, runner.origin('environment')) ?? []),
    internal('CI_BUILDS_DIR', root, runner.origin('builds_dir')),
    internal('CI_PROJECT_DIR', withSlashes(project), byRunner),
    internal('CI_CONCURRENT_ID', '0', byRunner),
    internal('CI_CONCURRENT_PROJECT_ID', '0', byRunner),
    internal('CI_SERVER', 'yes', byRunner),
    internal('CI_JOB_STATUS', 'running', byRunner),
    internal('CI_JOB_TIMEOUT', String(timeoutOf(inputs)), byJob('runner_info.timeout')),
  ];
  if (job.image.name !== '') made.unshift(internal('CI_JOB_IMAGE', job.image.name, byJob('image.name')));
  if (manager.caChain !== '') {
    made.push({ ...internal('CI_SERVER_TLS_CA_FILE', manager.caChain, runner.origin('tls-ca-file')), file: true });
  }
  return made;
}

function afterJob(inputs: Inputs, { project }: Directories, network: boolean): Variable[] {
  const { manager } = inputs;
  const made = [
    internal('CI_DISPOSABLE_ENVIRONMENT', 'true', byRunner),
    internal('CI_RUNNER_VERSION', manager.version, byRunner),
    internal('CI_RUNNER_REVISION', manager.revision, byRunner),
    internal('CI_RUNNER_EXECUTABLE_ARCH', `${manager.os}/${manager.architecture}`, byRunner),
    internal(TEMPORARY_DIRECTORY, `${withSlashes(project)}.tmp`, byRunner),
  ];
  if (network) made.push(internal('CI_BUILD_NETWORK_NAME', networkName(inputs), byFlag('FF_NETWORK_PER_BUILD')));
  return made;
}

/** The name of the network, and of nothing else, where the flag asks for one. */
export function networkName({ runner, job }: Inputs): string {
  return dnsName(`runner-${shortTokenOf(runner)}-${job.project.id}-0-${job.id}`);
}

/** What all that is made for a job has in its name. */
export function uniqueName(inputs: Inputs): string {
  let name = names.get(inputs.job);
  if (name === undefined) {
    name = dnsName(`runner-${shortTokenOf(inputs.runner)}-project-${inputs.job.project.id}-concurrent-0`);
    names.set(inputs.job, name);
  }
  return name;
}

/** A job is read for one preview. */
const names = new WeakMap<object, string>();

export function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
