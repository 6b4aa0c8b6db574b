/** The containers of a pod: build, helper, services (buildContainer in executors/kubernetes/kubernetes.go). */
import { isOn } from '../environment';
import { Fields } from '../fields';
import { quoted } from '../go-text';
import { does, type Inputs } from '../inputs';
import { doing } from '../job-failure';
import type { Json, JsonObject } from '../json';
import { byFlag, byJob, byRunner, noteItemOrigins, type Origin } from '../origin';
import { shellCommand } from '../shell-command';
import { type Variable, Variables } from '../variables';
import { checkAllowedImage } from './allowed-image';
import { lifecycle } from './lifecycle';
import { below, type Plan } from './plan';
import type { PullPolicy } from './pull-policy';
import { type Resources, resourcesField } from './resources';
import { containerSecurityContext } from './security-context';
import type { Service } from './services';
import { configuredMounts, plainMount } from './volumes';

const HONOR = 'FF_KUBERNETES_HONOR_ENTRYPOINT';
const LEGACY = 'FF_USE_LEGACY_KUBERNETES_EXECUTION_STRATEGY';
const DUMB_INIT = 'FF_USE_DUMB_INIT_WITH_KUBERNETES_EXECUTOR';

/** Whether a flag that FF_CONCRETE overrules is on. */
export function usesFlag({ environment }: Plan, flag: string): boolean {
  return isOn(environment, flag);
}

export const isConcrete = (plan: Plan) => usesFlag(plan, 'FF_CONCRETE');
export const isLegacy = (plan: Plan) => usesFlag(plan, LEGACY);
export const usesDumbInit = (plan: Plan) => usesFlag(plan, DUMB_INIT);

/** The container that the scripts of a job run in. */
export function buildContainer(plan: Plan): JsonObject {
  const { inputs, environment, image, overwrites } = plan;
  const { job } = inputs;
  const user = {
    name: environment.variables.expand(job.image.user.kubernetes),
    field: 'image.executor_opts.kubernetes.user',
  };
  const securityContext = contextOf(plan, 'build_container_security_context', user);
  doing('building build container', () => checkImage(plan, image.text, 'allowed_images'));
  return container(plan, {
    name: 'build',
    image: image.text,
    imageOrigin: image.origin,
    pull: plan.pull(job.image.pullPolicies, 'image.pull_policy'),
    command: buildCommand(plan),
    arguments: isConcrete(plan) ? [] : job.image.command,
    env: isConcrete(plan) ? [] : environment.variables.shown(),
    resources: overwrites.build,
    ports: job.image.ports,
    securityContext,
    probe: usesStartupProbe(plan) ? startupProbe(plan) : undefined,
  });
}

/** The container that gets sources, caches and artifacts. */
export function helperContainer(plan: Plan): JsonObject {
  const { inputs, overwrites } = plan;
  return container(plan, {
    name: 'helper',
    ...helperImageOf(plan),
    pull: plan.pull(inputs.job.image.pullPolicies, 'image.pull_policy'),
    command: withDumbInit(plan, plainCommand(plan)),
    arguments: [],
    env: [],
    resources: overwrites.helper,
    ports: [],
    securityContext: contextOf(plan, 'helper_container_security_context', { name: '', field: '' }),
  });
}

/** The container of a service of a job. */
export function serviceContainer(plan: Plan, service: Service): JsonObject {
  const { environment, serviceResources } = plan;
  const user = { name: environment.variables.expand(service.user), field: 'services' };
  const securityContext = contextOf(plan, 'service_container_security_context', user);
  checkImage(plan, service.image, 'allowed_services');
  return container(plan, {
    name: service.name,
    image: service.image,
    imageOrigin: service.origin,
    pull: plan.pull(service.pullPolicies, 'services'),
    command: service.entrypoint,
    arguments: service.command,
    env: serviceVariables(environment.variables, service.variables),
    resources: serviceResources.get(service.name) ?? plan.overwrites.service,
    ports: service.ports,
    securityContext,
    isService: true,
  });
}

/** All that is shown of the job's, then the service's own, which may refer to all of it. */
function serviceVariables(all: Variables, own: readonly Variable[]): readonly Variable[] {
  return [...all.shown(), ...new Variables(own).expanded(new Variables([...all.list, ...own])).list];
}

interface ContainerParts {
  readonly name: string;
  readonly image: string;
  readonly imageOrigin: Origin;
  readonly pull: PullPolicy;
  readonly command: readonly string[];
  readonly arguments: readonly string[];
  readonly env: readonly Variable[];
  readonly resources: Resources;
  readonly ports: readonly number[];
  readonly securityContext: JsonObject;
  readonly probe?: JsonObject | undefined;
  readonly isService?: boolean;
}

function container(plan: Plan, parts: ContainerParts): JsonObject {
  const { kubernetes, shell } = plan;
  const origin = parts.isService ? parts.imageOrigin : shell.origin;
  const honors = usesFlag(plan, HONOR) && !(isConcrete(plan) && parts.name === 'build');
  const [command, args] = honors ? [[], parts.isService ? [] : parts.command] : [parts.command, parts.arguments];
  return new Fields()
    .set('name', parts.name, parts.isService ? parts.imageOrigin : byRunner)
    .some('image', parts.image, parts.imageOrigin)
    .some('command', command, origin)
    .some('args', args, honors ? byFlag(HONOR) : parts.isService ? origin : byJob('image.command'))
    .some('ports', parts.ports.map(port), byJob(parts.isService ? 'services' : 'image.ports'))
    .some('env', environmentField(parts.env, plan.inputs), byRunner)
    .set('resources', resourcesField(parts.resources, byRunner), byRunner)
    .some('volumeMounts', volumeMounts(plan), byRunner)
    .set('startupProbe', parts.probe, byFlag(HONOR))
    .set('lifecycle', lifecycle(kubernetes), kubernetes.origin('container_lifecycle'))
    .some('imagePullPolicy', parts.pull.policy, parts.pull.origin)
    .set('securityContext', parts.securityContext, byRunner)
    .set('stdin', true, byRunner).object;
}

const port = (number: number): Json => new Fields().set('containerPort', number, byJob('image.ports')).object;

/** Each name once, where it comes first, with the value that comes last; `$` is doubled, as Kubernetes has a meaning for it. */
function environmentField(variables: readonly Variable[], inputs: Inputs): readonly Json[] {
  const escapes = does(inputs, '19.0');
  const all = new Variables(variables);
  const places = new Map<string, number>();
  const list: Json[] = [];
  const origins: Origin[] = [];
  for (const { key, value, file, origin } of variables) {
    const plain = file ? all.get(key) : value;
    const text = escapes && plain.includes('$') ? plain.replaceAll('$', '$$$$') : plain;
    const place = places.get(key) ?? list.length;
    places.set(key, place);
    list[place] = text === '' ? { name: key } : { name: key, value: text };
    origins[place] = origin;
  }
  noteItemOrigins(list, origins);
  return list;
}

export function contextOf(
  { kubernetes, isWindows, inputs }: Plan,
  key: string,
  user?: { readonly name: string; readonly field: string },
): JsonObject {
  const takes = user && does(inputs, '18.4');
  return containerSecurityContext(kubernetes, { key, isWindows, ...(takes && { user }) });
}

function checkImage(
  { kubernetes, environment, helper }: Plan,
  image: string,
  key: 'allowed_images' | 'allowed_services',
) {
  checkAllowedImage(image, key, kubernetes, [environment.variables.expand(kubernetes.text('image')), helper.name]);
}

export function helperImageOf({ kubernetes, environment, helper }: Plan): {
  readonly image: string;
  readonly imageOrigin: Origin;
} {
  const key = kubernetes.text('helper_image');
  const image = key === '' ? `${helper.name}:${helper.tag}` : environment.variables.expand(key);
  return { image, imageOrigin: kubernetes.origin('helper_image') };
}

function plainCommand(plan: Plan, marker?: string): readonly string[] {
  const { shell, inputs, directories } = plan;
  const command = shellCommand(shell.name, marker);
  if (!inputs.runner.flag('proxy_exec')) return command;
  return [`${directories.project.replaceAll('\\', '/')}.tmp/gitlab-runner-helper`, 'proxy-exec', ...command];
}

/** A signal that the image's entry point is done is needed only where the runner does not wait for the shell anyway. */
const usesStartupProbe = (plan: Plan) => usesFlag(plan, HONOR) && isLegacy(plan) && !isConcrete(plan);

const markerOf = ({ directories }: Plan) => below(directories.root, '.gitlab-startup-marker');

function buildCommand(plan: Plan): readonly string[] {
  if (isConcrete(plan)) return [stepsBinary(plan), 'steps', 'serve', ...plainCommand(plan)];
  return usesStartupProbe(plan) ? plainCommand(plan, markerOf(plan)) : withDumbInit(plan, plainCommand(plan));
}

export function stepsBinary({ directories }: Plan): string {
  return below(directories.scripts, 'gitlab-runner-helper');
}

function withDumbInit(plan: Plan, command: readonly string[]): readonly string[] {
  if (!usesDumbInit(plan) || plan.shell.name === 'powershell') return command;
  return [`${plan.directories.scripts}/dumb-init`, '--', ...command];
}

const DEFAULT_POLL_TIMEOUT = 180;
const DEFAULT_POLL_INTERVAL = 3;

function startupProbe(plan: Plan): JsonObject {
  const { kubernetes, shell } = plan;
  const positive = (key: string, otherwise: number) => Math.max(kubernetes.number(key) ?? 0, 0) || otherwise;
  const interval = positive('poll_interval', DEFAULT_POLL_INTERVAL);
  const attempts = Math.trunc(positive('poll_timeout', DEFAULT_POLL_TIMEOUT) / interval);
  return new Fields()
    .set('exec', { command: probeCommand(shell.name, markerOf(plan)) }, byFlag(HONOR))
    .set('initialDelaySeconds', 1, byRunner)
    .some('periodSeconds', interval, kubernetes.origin('poll_interval'))
    .set('successThreshold', 1, byRunner)
    .some('failureThreshold', attempts, kubernetes.origin('poll_timeout')).object;
}

function probeCommand(shell: Plan['shell']['name'], marker: string): readonly string[] {
  const told = 'gitlab-runner shell not up yet';
  if (shell === 'sh' || shell === 'bash') {
    return [shell, '-c', 'test -e "$1" || { echo -n "$2"; exit 1; }', '--', marker, told];
  }
  const test = 'if (-Not (Test-Path $args[0] -PathType Leaf)) { $args[1] ; exit 1 }';
  return [shell, '-CommandWithArgs', test, marker, told];
}

const knownMounts = new WeakMap<Plan, readonly JsonObject[]>();

/** Every container has all mounts. */
export function volumeMounts(plan: Plan): readonly JsonObject[] {
  const known = knownMounts.get(plan) ?? makeVolumeMounts(plan);
  knownMounts.set(plan, known);
  return known;
}

function makeVolumeMounts(plan: Plan): readonly JsonObject[] {
  const { kubernetes, environment, directories, builds } = plan;
  const mounts: JsonObject[] = [];
  if (isConcrete(plan) || usesDumbInit(plan) || !isLegacy(plan))
    mounts.push(plainMount('scripts', directories.scripts));
  if (!isConcrete(plan) && !isLegacy(plan)) mounts.push(plainMount('logs', directories.logs));
  mounts.push(...configuredMounts(kubernetes, environment.variables));
  if (builds.isOwn) mounts.push(plainMount('repo', directories.root));
  if (needsCache(plan)) mounts.push(plainMount('cache', directories.cache));
  return mounts;
}

/** Steps keep the cache themselves, and need a directory that they may write to. */
export function needsCache(plan: Plan): boolean {
  if (!isConcrete(plan)) return false;
  const mounts = configuredMounts(plan.kubernetes, plan.environment.variables);
  return !mounts.some(({ mountPath }) => mountPath === plan.directories.cache);
}

/** What opens a directory of Windows to all. */
export function opened(directory: string): string {
  return `icacls $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath(${quoted(directory)}) /grant 'Everyone:(OI)(CI)F' /q | out-null`;
}
