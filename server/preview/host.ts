/**
 * A job that runs in no container: on the host itself, on another one by SSH, on an instance of an autoscaler, in a virtual machine of
 * its own, or by programs of the user's own (shell, ssh, instance, virtualbox, parallels and custom in the runner's executors). There
 * is the command line, the directories and the environment.
 */
import { environmentOf, isOn } from './environment';
import { Fields } from './fields';
import { goJson } from './go-text';
import type { Inputs } from './inputs';
import type { Job, JobVariable } from './job';
import { JobFailure } from './job-failure';
import type { JsonObject } from './json';
import { byJob, byRunner, type Origin } from './origin';
import { projectDirectory } from './project-directory';
import type { Settings } from './settings';
import { knownShell, scriptFileCommand, shellCommand } from './shell-command';
import { Variables } from './variables';
import { virtualMachine } from './virtual-machine';

/** The directory that the runner works in. */
export const WORKING_DIRECTORY = '{pwd}';

interface Place {
  /** Where files lie when the configuration says nothing. */
  readonly builds: string;
  readonly cache: string;
  /** Jobs of other projects and runners have files there, too. */
  readonly isShared: boolean;
  readonly isLogin: boolean;
}

const HOME = { builds: 'builds', cache: 'cache', isLogin: true };

const PLACES: Readonly<Record<string, Place>> = {
  shell: { builds: `${WORKING_DIRECTORY}/builds`, cache: `${WORKING_DIRECTORY}/cache`, isShared: true, isLogin: true },
  ssh: { ...HOME, isShared: true },
  virtualbox: { ...HOME, isShared: false },
  parallels: { ...HOME, isShared: false },
  instance: { ...HOME, isShared: true, isLogin: false },
};

/** The directory that the runner makes for the programs of the custom executor, and what it puts there (custom/command/command.go). */
const TEMPORARY = '{tmp}';
const FOR_PROGRAMS: Readonly<Record<string, string>> = {
  TMPDIR: TEMPORARY,
  BUILD_FAILURE_EXIT_CODE: '1',
  SYSTEM_FAILURE_EXIT_CODE: '2',
  BUILD_EXIT_CODE_FILE: `${TEMPORARY}/build_exit_code`,
  JOB_RESPONSE_FILE: `${TEMPORARY}/response.json`,
};
/** Behind the arguments of `run_exec`: for each stage of the job. */
const SCRIPT = '{script}';
const RUN = [SCRIPT, '{stage}'];

const STAGES = ['config', 'prepare', 'run', 'cleanup'];

/** Whether an executor runs jobs in no container, so that they are previewed here. */
export function isHost(executor: string): boolean {
  return executor === 'custom' || Object.hasOwn(PLACES, executor);
}

/** What a job gets that runs in no container: command line, directories and environment. */
export function previewHost(inputs: Inputs, executor: string): JsonObject {
  const { runner } = inputs;
  if (executor === 'custom') checkCustom(runner);
  const place = Object.hasOwn(PLACES, executor) ? PLACES[executor] : undefined;
  const root = runner.text('builds_dir') || place?.builds;
  const directories = new Fields()
    .some('builds', root, runner.origin('builds_dir'))
    .some('cache', runner.text('cache_dir') || place?.cache, runner.origin('cache_dir'));
  const isShared = place?.isShared === true && !hasOwnInstance(inputs, executor);
  let project = '';
  const known = environmentOf(inputs, { root: root ?? '', project });
  if (root !== undefined) {
    project = projectDirectory(inputs, known, { root, isShared, mayChoose: false });
    directories.set('project', project, byRunner);
  }
  const isByFile = executor === 'shell' && isOn(known, 'FF_DISABLE_POWERSHELL_STDIN');
  const made = place ? commandOf(inputs, place, isByFile) : stagesOf(runner.table('custom'));
  if (executor === 'ssh' && !runner.table('ssh').isThere) {
    throw new JobFailure('missing SSH configuration', runner.origin('ssh'));
  }
  const machine = virtualMachine(inputs, executor, (text) => known.variables.expand(text));
  if (machine) made.set('virtual_machine', machine.base, machine.origin);
  return made
    .some('directories', directories.object, byRunner)
    .set('environment', variablesOf(inputs, { root: root ?? '', project }, place ? '' : 'CUSTOM_ENV_'), byRunner)
    .object;
}

/** Instances that see one job have one place for all projects (executors/instance/instance.go, Prepare). */
function hasOwnInstance({ runner }: Inputs, executor: string): boolean {
  if (executor !== 'instance' || !runner.table('instance').flag('use_common_build_dir')) return false;
  const autoscaler = runner.table('autoscaler');
  return autoscaler.table('vm_isolation').flag('enabled') === true || autoscaler.number('max_use_count') === 1;
}

/** What the custom executor cannot do without (custom.go); a program may say the directories. */
function checkCustom(runner: Settings): void {
  const custom = runner.table('custom');
  if (!custom.isThere) throw new JobFailure('custom executor not configured', runner.origin('custom'));
  if (custom.text('run_exec') === '') {
    throw new JobFailure('custom executor is missing RunExec', custom.origin('run_exec'));
  }
  if (custom.text('config_exec') !== '') return;
  for (const key of ['builds_dir', 'cache_dir']) {
    if (runner.text(key) === '') throw new JobFailure(`the ${key} is not configured`, runner.origin(key));
  }
}

/** The shell. Its script comes by its standard input, or in a file. */
function commandOf({ runner }: Inputs, { isLogin }: Place, isByFile: boolean): Fields {
  const origin = runner.origin('shell');
  const shell = knownShell(runner.text('shell') || 'bash', origin);
  const isPlain = shell === 'sh' || shell === 'bash';
  const command = isPlain
    ? [shell, ...(isLogin ? ['-l'] : [])]
    : isByFile
      ? [...scriptFileCommand(shell), SCRIPT]
      : shellCommand(shell);
  return new Fields().set('command', command, origin);
}

function stagesOf(custom: Settings): Fields {
  const made = new Fields();
  for (const stage of STAGES) {
    const program = custom.text(`${stage}_exec`);
    const passed = [...custom.texts(`${stage}_args`), ...(stage === 'run' ? RUN : [])];
    const command = program === '' ? undefined : [program, ...passed];
    made.some(stage, command, custom.origin(`${stage}_exec`));
  }
  return made;
}

function variablesOf(inputs: Inputs, directories: { root: string; project: string }, prefix: string): JsonObject {
  const { variables } = environmentOf(inputs, directories);
  const made = new Fields();
  if (prefix !== '') for (const [key, value] of Object.entries(FOR_PROGRAMS)) made.set(key, value, byRunner);
  const origins = new Map<string, Origin>();
  for (const { key, origin } of variables.list) origins.set(key, origin);
  for (const [key, origin] of origins) made.set(`${prefix}${key}`, variables.get(key), origin);
  if (prefix !== '') made.set(`${prefix}CI_JOB_SERVICES`, servicesOf(inputs.job, variables), byJob('services'));
  return made.object;
}

/** The services of a job, which its programs have to start (getCIJobServicesEnv in custom.go). */
function servicesOf({ services }: Job, variables: Variables): string {
  const shown = services.map(({ name, alias, entrypoint, command, variables: own }) => ({
    name,
    alias: alias.split(/[\s,]+/).find(Boolean) ?? '',
    entrypoint: entrypoint.length > 0 ? entrypoint : null,
    command: command.length > 0 ? command : null,
    variables: own.length > 0 ? valuesOf(own, variables) : undefined,
  }));
  return shown.length > 0 ? goJson(shown) : '';
}

function valuesOf(own: readonly JobVariable[], { list }: Variables): Record<string, string> {
  const all = new Variables([
    ...list,
    ...own.map((variable) => ({ ...variable, origin: byJob('services') })),
  ]).expanded();
  return Object.fromEntries(own.map(({ key }) => [key, all.value(key)]).sort());
}
