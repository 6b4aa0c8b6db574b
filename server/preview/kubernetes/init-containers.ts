/** The containers that run before the others (buildInitContainers in executors/kubernetes/kubernetes.go, steps_pod.go). */
import { Fields } from '../fields';
import type { JsonObject } from '../json';
import { byFlag, byJob, byRunner, type Origin } from '../origin';
import {
  contextOf,
  helperImageOf,
  isConcrete,
  isLegacy,
  opened,
  stepsBinary,
  usesDumbInit,
  usesFlag,
  volumeMounts,
} from './containers';
import { below, type Plan } from './plan';
import { type Resources, resourcesField } from './resources';

const DISABLE_UMASK = 'FF_DISABLE_UMASK_FOR_KUBERNETES_EXECUTOR';

/** The containers that run before those of a job. */
export function initContainers(plan: Plan): readonly JsonObject[] {
  if (isConcrete(plan)) return [bootstrap(plan)];
  const made = usesFlag(plan, DISABLE_UMASK) ? [collector(plan)] : [];
  const hasPermissions = !isLegacy(plan) || (usesDumbInit(plan) && !plan.isWindows);
  return hasPermissions ? [...made, permissions(plan)] : made;
}

interface Parts {
  readonly name: string;
  readonly image: string;
  readonly imageOrigin: Origin;
  readonly command: readonly string[];
  readonly resources: Resources;
  readonly securityContext: JsonObject;
  readonly policy: { readonly policy: string; readonly origin: Origin };
}

function container(plan: Plan, parts: Parts): Fields {
  return new Fields()
    .set('name', parts.name, byRunner)
    .some('image', parts.image, parts.imageOrigin)
    .some('command', parts.command, byRunner)
    .set('resources', resourcesField(parts.resources, byRunner), byRunner)
    .some('volumeMounts', volumeMounts(plan), byRunner)
    .some('imagePullPolicy', parts.policy.policy, parts.policy.origin)
    .set('securityContext', parts.securityContext, byRunner);
}

function helperParts(plan: Plan) {
  return {
    ...helperImageOf(plan),
    resources: plan.overwrites.helper,
    securityContext: contextOf(plan, 'init_permissions_container_security_context'),
    policy: plan.pull(plan.inputs.job.image.pullPolicies, 'image.pull_policy'),
  };
}

/** Lets build and helper write to each other's files. */
function permissions(plan: Plan): JsonObject {
  return container(plan, { name: 'init-permissions', ...helperParts(plan), command: permissionsCommand(plan) }).object;
}

function permissionsCommand(plan: Plan): readonly string[] {
  const { directories, shell, isWindows } = plan;
  if (isWindows) {
    return [shell.written, '-c', [opened(directories.logs), opened(directories.root)].join(';\n')];
  }
  const log = below(directories.logs, 'output.log');
  const commands = isLegacy(plan) ? [] : [`touch ${log} && (chmod 777 ${log} || exit 0)`];
  if (usesDumbInit(plan)) commands.push(`cp /usr/bin/dumb-init ${directories.scripts}`);
  return ['sh', '-c', commands.join(';\n')];
}

/** Finds out who the build runs as. */
function collector(plan: Plan): JsonObject {
  const { image, inputs, environment, overwrites, directories, isWindows } = plan;
  const user = environment.variables.expand(inputs.job.image.user.kubernetes);
  return container(plan, {
    name: 'init-build-uid-gid-collector',
    image: image.text,
    imageOrigin: image.origin,
    command: isWindows ? [] : ['sh', '-c', `> ${directories.root}/.gitlab-build-uid-gid`],
    resources: overwrites.build,
    securityContext: contextOf(plan, 'build_container_security_context', {
      name: user,
      field: 'image.executor_opts.kubernetes.user',
    }),
    policy: { policy: '', origin: byJob('image') },
  }).object;
}

/** Brings the program that runs steps. */
function bootstrap(plan: Plan): JsonObject {
  return container(plan, {
    name: 'init-steps-bootstrap',
    ...helperParts(plan),
    command: ['gitlab-runner-helper', 'steps', 'bootstrap', stepsBinary(plan)],
  }).set('terminationMessagePolicy', 'FallbackToLogsOnError', byFlag('FF_CONCRETE')).object;
}
