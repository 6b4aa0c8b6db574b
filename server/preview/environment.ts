/**
 * The variables of a job and what they decide (common/build.go, GetAllVariables; common/build_settings.go). They are put together
 * several times on the way to a pod: first nothing is known of its directories, then the root of builds, then all.
 */

import { parseBool } from './go-text';
import type { Inputs } from './inputs';
import type { JobVariable } from './job';
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
  const { job, flags } = inputs;
  const flagNames = new Set(flags.map(({ name }) => name));
  const before = beforeJob(inputs, directories);
  const own = job.variables.map(jobVariable);
  const preliminary = new Variables([
    ...flags.map((flag) => internal(flag.name, String(flag.default), byFlag(flag.name))),
    ...before,
    ...own,
    ...afterJob(inputs, directories, false),
  ]).expanded();
  const resolved = resolveFlags(inputs, preliminary);
  const all = new Variables([
    ...flags.map(({ name }) =>
      internal(name, String(resolved.get(name)?.on), resolved.get(name)?.origin ?? byFlag(name)),
    ),
    ...before,
    ...own.filter(({ key }) => !flagNames.has(key)),
    ...afterJob(inputs, directories, resolved.get('FF_NETWORK_PER_BUILD')?.on === true),
  ]).expanded();
  return {
    variables: all,
    flags: resolved,
    gitStrategy: strategyOf(preliminary.value('GIT_STRATEGY'), job.mayFetch),
    clonePath: preliminary.value('GIT_CLONE_PATH'),
    registryLogin: preliminary.value('DOCKER_AUTH_CONFIG'),
  };
}

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
