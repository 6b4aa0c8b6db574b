/**
 * What is decided before a pod is put together, in the runner's order, as the first thing that it refuses fails the job
 * (prepareConnections and prepareInfrastructure in executors/kubernetes/kubernetes.go).
 */
import { withoutEnd } from '../../text/without-end';
import { type Environment, environmentOf, isOn, withNamesExpanded } from '../environment';
import { joinPaths } from '../go-text';
import { type HelperImage, helperImage } from '../helper-image';
import { does, type Inputs } from '../inputs';
import { doing, JobFailure } from '../job-failure';
import { byJob, byRunner, type Origin } from '../origin';
import { projectDirectory } from '../project-directory';
import type { Settings } from '../settings';
import { knownShell, type ShellName } from '../shell-command';
import { type Overwrites, readOverwrites, serviceResources } from './overwrites';
import { type PullPolicies, pullPolicies } from './pull-policy';
import type { Resources } from './resources';
import { type Service, servicesOf } from './services';
import { type BuildsVolume, buildsVolume } from './volumes';

export interface Plan {
  readonly inputs: Inputs;
  readonly kubernetes: Settings;
  readonly environment: Environment;
  readonly overwrites: Overwrites;
  readonly services: readonly Service[];
  readonly serviceResources: ReadonlyMap<string, Resources>;
  readonly image: Named;
  readonly namespace: Named;
  readonly helper: HelperImage;
  readonly isWindows: boolean;
  readonly pull: PullPolicies;
  readonly shell: { readonly name: ShellName; readonly written: string; readonly origin: Origin };
  readonly builds: BuildsVolume;
  readonly directories: Directories;
}

interface Named {
  readonly text: string;
  readonly origin: Origin;
}

export interface Directories {
  readonly root: string;
  readonly cache: string;
  readonly project: string;
  readonly scripts: string;
  readonly logs: string;
}

/** What is known of a job in Kubernetes before its objects are made. */
export function makePlan(given: Inputs): Plan {
  const { runner } = given;
  const kubernetes = kubernetesOf(runner);
  const early = environmentOf(given, { root: '', project: '' });
  const inputs = withNamesExpanded(given, early);
  const { job } = inputs;
  const overwrites = doing("couldn't prepare overwrites", () => readOverwrites(kubernetes, early.variables));
  const services = servicesOf(kubernetes, job.services, early.variables, does(inputs, '17.9'));
  const perService = doing("couldn't prepare explicit service overwrites", () =>
    resourcesOf(services, kubernetes, overwrites),
  );
  const builds = buildsVolume(kubernetes, early.variables, runner.text('builds_dir') || '/builds');
  const image = doing('check defaults error', () => imageOf(inputs, kubernetes, early));
  checkConnection(kubernetes);
  const helper = doing('prepare helper image', () => helperOf(inputs, kubernetes, early, overwrites));
  const isWindows = helper.os === 'windows';
  const pull = pullPolicies(kubernetes);
  checkPullPolicies(pull, inputs, services);
  const root = runner.text('builds_dir') || (isWindows ? 'C:\\builds' : '/builds');
  const { project, environment, shell } = doing('prepare build and shell', () =>
    buildAndShell(inputs, root, builds, isWindows),
  );
  checkSteps(environment, job.runs);
  return {
    inputs,
    kubernetes,
    environment,
    overwrites,
    services,
    serviceResources: perService,
    image,
    namespace: namespaceOf(inputs, kubernetes, overwrites),
    helper,
    isWindows,
    pull,
    shell,
    builds,
    directories: {
      root,
      project,
      cache: runner.text('cache_dir') || (isWindows ? 'C:\\cache' : '/cache'),
      scripts: baseDirectory(kubernetes, 'scripts', job),
      logs: baseDirectory(kubernetes, 'logs', job),
    },
  };
}

/** Without the table the runner looks into nothing, and the job ends with Go's words for that. */
function kubernetesOf(runner: Settings): Settings {
  const kubernetes = runner.table('kubernetes');
  if (kubernetes.isThere) return kubernetes;
  const text = 'panic: runtime error: invalid memory address or nil pointer dereference';
  throw new JobFailure(text, runner.origin('executor'));
}

function resourcesOf(
  services: readonly Service[],
  kubernetes: Settings,
  overwrites: Overwrites,
): ReadonlyMap<string, Resources> {
  return new Map(
    services.map(({ name, ownVariables }) => [name, serviceResources(kubernetes, overwrites, ownVariables)]),
  );
}

function imageOf({ job }: Inputs, kubernetes: Settings, { variables }: Environment): Named {
  if (job.image.name !== '') return { text: job.image.name, origin: byJob('image.name') };
  const text = variables.expand(kubernetes.text('image'));
  if (text === '') throw new JobFailure('no image specified and no default set in config', kubernetes.origin('image'));
  return { text, origin: kubernetes.origin('image') };
}

function namespaceOf({ job }: Inputs, kubernetes: Settings, { namespace }: Overwrites): Named {
  if (kubernetes.flag('namespace_per_job')) {
    return { text: `ci-job-${job.id}`, origin: kubernetes.origin('namespace_per_job') };
  }
  return namespace.text === '' ? { text: 'default', origin: kubernetes.origin('namespace') } : namespace;
}

function checkConnection(kubernetes: Settings): void {
  const isIncomplete = kubernetes.text('key_file') === '' || kubernetes.text('ca_file') === '';
  if (kubernetes.text('host') === '' || kubernetes.text('cert_file') === '' || !isIncomplete) return;
  throw new JobFailure(
    'getting Kubernetes config: ca file, cert file and key file must be specified when using file based auth',
    kubernetes.origin('cert_file'),
  );
}

const ARCHITECTURE = 'kubernetes.io/arch';
const OS = 'kubernetes.io/os';
const WINDOWS_BUILD = 'node.kubernetes.io/windows-build';

/** Labels of nodes that the pod asks for tell what the helper has to run on. */
function helperOf(
  { runner, manager }: Inputs,
  kubernetes: Settings,
  environment: Environment,
  { nodeSelector }: Overwrites,
): HelperImage {
  const followsManager = kubernetes.flag('helper_image_autoset_arch_and_os') === true;
  const label = (name: string) => {
    const entries = [...kubernetes.map('node_selector'), ...nodeSelector];
    return entries.filter(({ key, value }) => key === name && value !== '').at(-1);
  };
  const isOnWindows = followsManager && manager.os === 'windows';
  const kernel = label(WINDOWS_BUILD);
  const os = label(OS);
  return helperImage({
    os: os?.value ?? (isOnWindows ? 'windows' : 'linux'),
    architecture: label(ARCHITECTURE)?.value ?? (followsManager ? manager.architecture : 'amd64'),
    windowsKernel: kernel?.value ?? (isOnWindows ? manager.windowsKernel : ''),
    flavor: environment.variables.expand(kubernetes.text('helper_image_flavor')),
    shell: runner.text('shell'),
    isConcrete: isOn(environment, 'FF_CONCRETE'),
    version: manager.version,
    origin: kernel?.origin ?? os?.origin ?? byRunner,
  });
}

/** A container that no policy is left for fails the job, whichever it is. */
function checkPullPolicies(pull: PullPolicies, { job }: Inputs, services: readonly Service[]): void {
  pull(job.image.pullPolicies, 'image.pull_policy');
  for (const { pullPolicies: policies } of services) pull(policies, 'services');
}

function buildAndShell(inputs: Inputs, root: string, builds: BuildsVolume, isWindows: boolean) {
  const { runner } = inputs;
  const known = environmentOf(inputs, { root, project: '' });
  const place = { root, isShared: builds.isShared, mayChoose: true };
  const project = projectDirectory(inputs, known, place);
  const written = runner.text('shell') || (isWindows ? 'powershell' : 'bash');
  const origin = runner.origin('shell');
  return {
    project,
    environment: environmentOf(inputs, { root, project }),
    shell: { name: knownShell(written, origin), written, origin },
  };
}

function checkSteps(environment: Environment, runs: boolean): void {
  if (isOn(environment, 'FF_CONCRETE')) return;
  const migrates = environment.flags.get('FF_SCRIPT_TO_STEP_MIGRATION');
  if (!runs && !migrates?.on) return;
  throw new JobFailure(
    'native step execution (e.g. the `run:` keyword) on this executor requires the FF_CONCRETE feature flag to be enabled',
    migrates?.on ? migrates.origin : byJob('run'),
  );
}

function baseDirectory(kubernetes: Settings, kind: 'logs' | 'scripts', job: Inputs['job']): string {
  const base = withoutEnd(kubernetes.text(`${kind}_base_dir`), '/\\');
  return `${base}/${kind}-${job.project.id}-${job.id}`;
}

/** A path below one of the directories. */
export function below(directory: string, name: string): string {
  return joinPaths(directory, name);
}
