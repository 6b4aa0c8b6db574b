/** What is decided before a daemon is asked for anything, in the runner's order (Prepare in executors/docker/docker.go). */
import { type Environment, environmentOf, isOn, uniqueName, withNamesExpanded, withSlashes } from '../environment';
import { type HelperImage, helperImage } from '../helper-image';
import type { Inputs } from '../inputs';
import { JobFailure } from '../job-failure';
import type { Json } from '../json';
import { checkAllowedImage } from '../kubernetes/allowed-image';
import { byJob, byRunner, type Origin } from '../origin';
import { projectDirectory } from '../project-directory';
import type { Settings } from '../settings';
import { knownShell, type ShellName, shellCommand } from '../shell-command';
import { Daemon, type DaemonFacts } from './daemon';
import { logOptions } from './values';
import { checkBuildsDirectory, isHostMounted, parseVolume } from './volumes';

export interface DockerPlan {
  readonly inputs: Inputs;
  readonly docker: Settings;
  readonly daemon: Daemon;
  readonly environment: Environment;
  readonly isWindows: boolean;
  readonly isConcrete: boolean;
  /** Steps run by the program that GitLab has for them. */
  readonly hasSteps: boolean;
  readonly helper: HelperImage;
  /** The name of the helper where the configuration has one; else empty. */
  readonly helperKey: string;
  readonly image: { readonly text: string; readonly origin: Origin };
  readonly root: string;
  readonly project: string;
  readonly shell: ShellName;
  readonly logConfig: Json;
  /** In front of the names of containers. */
  readonly prefix: string;
}

/** Random hexadecimal digits. */
export const RANDOM = '0000000000000000';

/** What is known of a job in Docker before its containers are made. */
export function dockerPlan(given: Inputs, facts: DaemonFacts): DockerPlan {
  const { runner } = given;
  const docker = runner.table('docker');
  if (!docker.isThere) throw new JobFailure('missing docker configuration', runner.origin('executor'));
  const logConfig = { Type: 'json-file', Config: logOptions(docker) };
  const early = environmentOf(given, { root: '', project: '' });
  const inputs = withNamesExpanded(given, early);
  const helper = helperOf(inputs, docker, early, facts);
  const isWindows = helper.os === 'windows';
  const root = runner.text('builds_dir') || (isWindows ? 'C:\\builds' : '/builds');
  const isShared = sharesBuilds(docker, root, isWindows, early, runner.origin('builds_dir'));
  const known = environmentOf(inputs, { root, project: '' });
  const project = projectDirectory(inputs, known, { root, isShared, mayChoose: true });
  const environment = environmentOf(inputs, { root, project });
  const shell = knownShell(runner.text('shell') || (isWindows ? 'powershell' : 'bash'), runner.origin('shell'));
  const isConcrete = isOn(environment, 'FF_CONCRETE');
  return {
    inputs,
    docker,
    daemon: new Daemon(facts),
    environment,
    isWindows,
    isConcrete,
    hasSteps: isConcrete || isOn(environment, 'FF_SCRIPT_TO_STEP_MIGRATION') || inputs.job.runs,
    helper,
    helperKey: environment.variables.expand(docker.text('helper_image')),
    image: imageOf(inputs, docker, environment),
    root,
    project,
    shell,
    logConfig,
    prefix: `${uniqueName(inputs)}-${RANDOM}`,
  };
}

function helperOf({ runner, manager }: Inputs, docker: Settings, environment: Environment, facts: DaemonFacts) {
  return helperImage({
    os: facts.os,
    architecture: facts.architecture,
    windowsKernel: facts.kernel,
    flavor: environment.variables.expand(docker.text('helper_image_flavor')),
    shell: runner.text('shell'),
    isConcrete: isOn(environment, 'FF_CONCRETE'),
    version: manager.version,
    origin: byRunner,
  });
}

/** Whether a directory of the host holds the builds; each entry of `volumes` is read for that. */
function sharesBuilds(
  docker: Settings,
  root: string,
  isWindows: boolean,
  { variables }: Environment,
  origin: Origin,
): boolean {
  checkBuildsDirectory(root, isWindows, origin);
  const volumes: ReturnType<typeof parseVolume>[] = [];
  for (const text of docker.texts('volumes')) {
    volumes.push(parseVolume(text, isWindows, variables, docker.origin('volumes')));
    // The runner stops reading at the first that does.
    if (isHostMounted(volumes, root, isWindows)) return true;
  }
  return false;
}

/** Only the job's image has to be allowed. */
function imageOf({ job }: Inputs, docker: Settings, { variables }: Environment): DockerPlan['image'] {
  const configured = variables.expand(docker.text('image'));
  const ofJob = variables.expand(job.image.name);
  if (ofJob !== '') {
    checkAllowedImage(ofJob, 'allowed_images', docker, [configured]);
    return { text: ofJob, origin: byJob('image.name') };
  }
  if (configured === '') throw new JobFailure('no Docker image specified to run the build in', docker.origin('image'));
  return { text: configured, origin: docker.origin('image') };
}

/** The command of the shell, for the build. */
export function buildCommand({ shell, inputs, project }: DockerPlan): readonly string[] {
  const command = shellCommand(shell);
  if (!inputs.runner.flag('proxy_exec')) return command;
  return [`${withSlashes(project)}.tmp/gitlab-runner-helper`, 'proxy-exec', ...command];
}

/** The command of the helper. */
export function helperCommand(plan: DockerPlan): readonly string[] {
  const { inputs, isWindows, environment } = plan;
  const own = inputs.runner.text('shell');
  const isPowerShell = isWindows || own === 'pwsh';
  const isPlain = !isWindows && isOn(environment, 'FF_DISABLE_UMASK_FOR_DOCKER_EXECUTOR');
  // On Windows another shell gets what PowerShell takes.
  const [, ...flags] = shellCommand(own === 'pwsh' ? 'pwsh' : 'powershell');
  const command = isPlain ? ['/bin/bash'] : isPowerShell ? [own || 'powershell', ...flags] : ['gitlab-runner-build'];
  return inputs.runner.flag('proxy_exec') ? ['gitlab-runner-helper', 'proxy-exec', '--bootstrap', ...command] : command;
}
