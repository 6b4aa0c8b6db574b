/** The preview of a runner with one of the Docker executors: what the daemon is asked for, in order (createDependencies). */

import { blankIn } from '../blanks';
import { uniqueName } from '../environment';
import { goJson } from '../go-text';
import type { Inputs } from '../inputs';
import { asPrepared, doing } from '../job-failure';
import type { Json } from '../json';
import { byJob, byRunner, type Origin } from '../origin';
import { tokenOf } from '../runner-token';
import type { Variables } from '../variables';
import { containerBody, environmentList, Images, userOf } from './containers';
import type { DaemonFacts } from './daemon';
import { deviceRequests } from './gpus';
import { sha256 } from './hashes';
import { HostConfig, jobHostConfig, type Making, NO_RESTART } from './host-config';
import { containerLabels, labels } from './labels';
import { makeNetwork, networkingConfig } from './network';
import { buildCommand, type DockerPlan, dockerPlan, helperCommand, RANDOM } from './plan';
import { entrypointOf, makeServices } from './services';
import { devices } from './values';
import { parseVolume, VolumeManager } from './volumes';

const STEPS = '/opt/gitlab-runner';
const STEPS_BINARY = `${STEPS}/gitlab-runner-helper`;

/** The requests to the daemon; throws the failure of the job. */
export function previewDocker(inputs: Inputs, facts: DaemonFacts): readonly Json[] {
  const plan = dockerPlan(inputs, facts);
  const { docker, daemon } = plan;
  const network = makeNetwork(plan);
  devices(docker.texts('devices'), docker.origin('devices'));
  deviceRequests(docker, 'gpus');
  const images = new Images(plan);
  if (!plan.isWindows) images.helper();
  const volumes = volumeManager(plan, images);
  makeVolumes(plan, volumes);
  if (plan.hasSteps) bootstrap(plan, volumes, images);
  const links = makeServices(plan, { binds: volumes.binds, links: [], network }, images);
  images.helper();
  const { job } = inputs;
  images.get(
    plan.image.text,
    plan.image.origin,
    job.image.pullPolicies,
    plan.environment.variables.expand(job.image.platform),
  );
  const making: Making = { binds: volumes.binds, links, network };
  if (!plan.isConcrete) asPrepared(() => makeHelper(plan, making, images));
  const build = () => makeBuild(plan, making, images);
  // What runs the steps is connected to the container (Connect in executors/docker/steps.go).
  if (plan.hasSteps) doing('creating connect dialer: creating build container for dialer', build);
  else build();
  return daemon.requests;
}

function volumeManager(plan: DockerPlan, images: Images): VolumeManager {
  const { inputs, docker, environment, isWindows, prefix } = plan;
  const { runner, job, manager } = inputs;
  const token = tokenOf(runner);
  const blank = blankIn(token);
  const seed = `${token}-${manager.systemId}-${job.project.id}-0`;
  const isProtected =
    (job.git.isProtected ?? saysProtected(environment.variables)) ||
    job.cacheKeys.some((key) => key.endsWith('-protected') && !key.endsWith('-non_protected'));
  return new VolumeManager({
    isWindows,
    names: { kept: `runner-${blank ? `sha256(${blank})` : sha256(seed).slice(0, 32)}`, temporary: prefix, isProtected },
    disablesCache: docker.flag('disable_cache') === true,
    cacheDirectory: docker.text('cache_dir'),
    create: (name, destination, isReusable, origin) =>
      makeVolume(plan, images, { name, destination, isReusable, isProtected, origin }),
  });
}

/** GitLab's own variable, which one of a user of that name does not replace (IsProtected in common/build.go). */
function saysProtected({ list }: Variables): boolean {
  const { value = '' } = list.find(({ key }) => key === 'CI_COMMIT_REF_PROTECTED') ?? {};
  return /^(?:true|t|[+]?0*1)$/i.test(value);
}

interface NewVolume {
  readonly name: string;
  readonly destination: string;
  readonly isReusable: boolean;
  readonly isProtected: boolean;
  readonly origin: Origin;
}

/** The volume, and on Linux a container that opens it to all. */
function makeVolume(plan: DockerPlan, images: Images, volume: NewVolume): void {
  const { name, destination, isReusable, isProtected, origin } = volume;
  const { docker, daemon, isWindows } = plan;
  const options = docker.map('volume_driver_ops').map(({ key, value }) => [key, value]);
  const driver = docker.text('volume_driver');
  const made = {
    Name: name,
    ...(driver !== '' && { Driver: driver }),
    ...(options.length > 0 && { DriverOpts: Object.fromEntries(options) }),
    Labels: labels(plan, {
      destination,
      protected: String(isProtected),
      reusable: String(isReusable),
      type: 'cache',
    }).object,
  };
  daemon.volume(made, origin);
  if (isWindows) return;
  const host = new HostConfig()
    .set('Binds', [`${name}:/gitlab-runner-cache-init`])
    .set('LogConfig', { Type: 'json-file', Config: null }).object;
  const body = containerBody(
    {
      Image: images.helper(),
      Cmd: ['gitlab-runner-helper', 'cache-init', '/gitlab-runner-cache-init'],
      Labels: labels(plan, { type: 'cache-init' }).object,
      HostConfig: host,
    },
    { Image: docker.origin('helper_image') },
  );
  daemon.container(`${name}-set-permission-${RANDOM}`, body);
}

function makeVolumes({ docker, environment, isWindows, root }: DockerPlan, volumes: VolumeManager): void {
  const origin = docker.origin('volumes');
  for (const text of docker.texts('volumes')) {
    if (text === '') continue;
    const parsed = doing('parse volume', () => parseVolume(text, isWindows, environment.variables, origin));
    volumes.add(parsed, origin);
  }
  if (!volumes.isFree(root)) return;
  if (environment.gitStrategy !== 'fetch') doing('creating cache volume', () => volumes.createVolume(root, false));
  else {
    const read = () => parseVolume(root, isWindows, environment.variables, byRunner);
    const isBlank = root === blankIn(root);
    volumes.add(isBlank ? { source: '', destination: root, options: '' } : doing('parse volume', read), byRunner);
  }
}

/** Brings the program that runs steps into a volume of its own. */
function bootstrap(plan: DockerPlan, volumes: VolumeManager, images: Images): void {
  doing('bootstrap volume: creating cache volume', () => volumes.createVolume(STEPS, false));
  const { docker } = plan;
  const host = new HostConfig()
    .set('AutoRemove', true)
    .set('Binds', [...volumes.binds])
    .set('LogConfig', { Type: '', Config: null })
    .set('NetworkMode', 'none')
    .set('ReadonlyRootfs', true)
    .set('Runtime', docker.text('runtime') || undefined, docker.origin('runtime'))
    .set('Isolation', ...docker.sourced('text', 'isolation'))
    .set('RestartPolicy', NO_RESTART).object;
  const body = containerBody(
    {
      Image: images.helper(),
      Cmd: ['gitlab-runner-helper', 'steps', 'bootstrap', STEPS_BINARY],
      AttachStdout: true,
      AttachStderr: true,
      StdinOnce: true,
      NetworkDisabled: true,
      Labels: null,
      HostConfig: host,
    },
    { Image: docker.origin('helper_image') },
  );
  plan.daemon.container('', body);
}

const ATTACHED = { AttachStdin: true, AttachStdout: true, AttachStderr: true, OpenStdin: true, StdinOnce: true };

function makeHelper(plan: DockerPlan, making: Making, images: Images): void {
  const { environment, hasSteps } = plan;
  const env = environmentList(environment.variables);
  const names = hasSteps ? [...env, `RUNNER_JOB_VAR_NAMES=${PACKED_NAMES}`] : env;
  makeJobContainer(
    plan,
    making,
    'predefined',
    {
      Image: images.helper(),
      Cmd: helperCommand(plan),
      Env: names,
      HostConfig: jobHostConfig(plan, making, false),
    },
    { Image: plan.docker.origin('helper_image') },
  );
}

/** The names of all variables, compressed: what comes out depends on who compresses. */
const PACKED_NAMES = '{gzip}';

function makeBuild(plan: DockerPlan, making: Making, images: Images): void {
  const { inputs, docker, image, environment, hasSteps } = plan;
  const { job } = inputs;
  const platform = environment.variables.expand(job.image.platform);
  const own = buildCommand(plan);
  const command = hasSteps ? [STEPS_BINARY, 'steps', 'serve', ...own] : own;
  const user = userOf(plan);
  const origins = {
    Image: image.origin,
    Cmd: inputs.runner.origin('shell'),
    Entrypoint: byJob('image.entrypoint'),
    User: docker.text('user') === '' ? byJob('image.executor_opts.docker.user') : docker.origin('user'),
  };
  makeJobContainer(
    plan,
    making,
    'build',
    {
      Image: images.get(image.text, image.origin, job.image.pullPolicies, platform),
      Cmd: command,
      Env: hasSteps
        ? [`_GITLAB_RUNNER_HELPER_NATIVE_STEPS_ARGV=${packed(command.slice(1))}`]
        : environmentList(environment.variables),
      Entrypoint: entrypointOf(docker.flag('disable_entrypoint_overwrite'), job.image.entrypoint),
      User: user,
      HostConfig: jobHostConfig(plan, making, true),
    },
    origins,
    platform,
  );
}

/** A command line as JSON in base64. */
function packed(command: readonly string[]): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(goJson(command))));
}

function makeJobContainer(
  plan: DockerPlan,
  { network }: Making,
  type: 'predefined' | 'build',
  set: Readonly<Record<string, Json>>,
  origins: Readonly<Record<string, Origin>>,
  platform = '',
): void {
  const { inputs, docker, daemon, prefix } = plan;
  const name = `${prefix}-${type}`;
  const body = containerBody(
    {
      ...ATTACHED,
      Hostname: docker.text('hostname') || uniqueName(inputs),
      Labels: containerLabels(plan, { type }),
      NetworkingConfig: networkingConfig(plan, network, ['build', name]),
      ...set,
    },
    { Hostname: docker.origin('hostname'), ...origins },
  );
  daemon.container(name, body, platform === '' ? {} : { platform: 'linux/amd64' });
}
