/** The pod of a job (preparePodConfig in executors/kubernetes/kubernetes.go). */
import { isOn, uniqueName } from '../environment';
import { Fields } from '../fields';
import { does } from '../inputs';
import type { Json, JsonObject } from '../json';
import { byFlag, byRunner } from '../origin';
import type { Entry } from '../settings';
import { affinity } from './affinity';
import {
  buildContainer,
  helperContainer,
  isConcrete,
  isLegacy,
  needsCache,
  serviceContainer,
  usesDumbInit,
} from './containers';
import { dnsConfig, dnsPolicy, hostAliases } from './dns';
import { initContainers } from './init-containers';
import { podAnnotations, podLabels } from './labels';
import type { Plan } from './plan';
import { patchedSpec } from './pod-spec/patch';
import { resourcesField } from './resources';
import { podSecurityContext } from './security-context';
import { configuredSources, emptyVolume } from './volumes';

/** Random characters. */
const SUFFIX = 'xxxxxxxx';
const LONGEST = 54;

/** The name of an object: a name cut short and random characters. */
export function objectName(name: string): string {
  return `${name.slice(0, LONGEST)}-${SUFFIX}`;
}

/** The pod of a job. */
export function makePod(plan: Plan, pullSecret: string | undefined): JsonObject {
  const { inputs, kubernetes, overwrites, namespace } = plan;
  const made = initContainers(plan);
  const services = plan.services.map((service) => serviceContainer(plan, service));
  const aliases = knowsHostAliases(plan) ? hostAliases(kubernetes, plan.services) : [];
  const spec = podSpec(plan, { made, services, aliases, pullSecret });
  const unique = uniqueName(inputs);
  const isNamed = does(inputs, '16.2');
  const metadata = new Fields()
    .set(isNamed ? 'name' : 'generateName', isNamed ? objectName(unique) : `${unique}-`, byRunner)
    .set('namespace', namespace.text, namespace.origin)
    .set('labels', podLabels(inputs, kubernetes.map('pod_labels'), overwrites.podLabels), byRunner)
    .set('annotations', podAnnotations(inputs, overwrites.podAnnotations), byRunner).object;
  return new Fields()
    .set('apiVersion', 'v1', byRunner)
    .set('kind', 'Pod', byRunner)
    .set('metadata', metadata, byRunner)
    .set('spec', patched(plan, spec), byRunner)
    .set('status', {}, byRunner).object;
}

function patched(plan: Plan, spec: JsonObject): JsonObject {
  if (!isOn(plan.environment, 'FF_USE_ADVANCED_POD_SPEC_CONFIGURATION')) return spec;
  return patchedSpec(spec, plan.kubernetes.tables('pod_spec'));
}

interface Parts {
  readonly made: readonly Json[];
  readonly services: readonly Json[];
  readonly aliases: readonly Json[];
  readonly pullSecret: string | undefined;
}

function podSpec(plan: Plan, { made, services, aliases, pullSecret }: Parts): JsonObject {
  const { kubernetes, overwrites } = plan;
  const as = (key: string) => kubernetes.origin(key);
  const ofPod = does(plan.inputs, '18.10');
  const own = isConcrete(plan) ? [buildContainer(plan)] : [buildContainer(plan), helperContainer(plan)];
  return new Fields()
    .some('volumes', volumes(plan), byRunner)
    .some('initContainers', made, byRunner)
    .set('containers', [...own, ...services], byRunner)
    .set('restartPolicy', 'Never', byRunner)
    .set('terminationGracePeriodSeconds', kubernetes.number(GRACE_PERIOD), as(GRACE_PERIOD))
    .set('activeDeadlineSeconds', deadline(plan), byFlag('FF_USE_POD_ACTIVE_DEADLINE_SECONDS'))
    .some('dnsPolicy', dnsPolicy(kubernetes), as('dns_policy'))
    .some('nodeSelector', mapOf(overwrites.nodeSelector), as('node_selector'))
    .some('serviceAccountName', overwrites.serviceAccount.text, overwrites.serviceAccount.origin)
    .set('automountServiceAccountToken', kubernetes.flag(AUTOMOUNT), as(AUTOMOUNT))
    .set('securityContext', podSecurityContext(kubernetes), as('pod_security_context'))
    .some('imagePullSecrets', pullSecrets(plan, pullSecret), as('image_pull_secrets'))
    .set('affinity', affinity(kubernetes), as('affinity'))
    .some('schedulerName', kubernetes.text('scheduler_name'), as('scheduler_name'))
    .some('tolerations', tolerations(overwrites.nodeTolerations), as('node_tolerations'))
    .some('hostAliases', aliases, as('host_aliases'))
    .some('priorityClassName', kubernetes.text('priority_class_name'), as('priority_class_name'))
    .set('dnsConfig', dnsConfig(kubernetes), as('dns_config'))
    .set('runtimeClassName', kubernetes.optionalText('runtime_class_name'), as('runtime_class_name'))
    .set('resources', ofPod ? resourcesField(overwrites.pod, byRunner) : undefined, byRunner).object;
}

const GRACE_PERIOD = 'pod_termination_grace_period_seconds';
const AUTOMOUNT = 'automount_service_account_token';

/** One second later than GitLab ends the job. */
function deadline({ environment, inputs }: Plan): number | undefined {
  return isOn(environment, 'FF_USE_POD_ACTIVE_DEADLINE_SECONDS') ? inputs.job.timeout + 1 : undefined;
}

function volumes(plan: Plan): readonly Json[] {
  const { kubernetes, environment, builds } = plan;
  const names = [
    ...(builds.isOwn ? ['repo'] : []),
    ...(isConcrete(plan) || usesDumbInit(plan) || !isLegacy(plan) ? ['scripts'] : []),
    ...(!isConcrete(plan) && !isLegacy(plan) ? ['logs'] : []),
    ...(needsCache(plan) ? ['cache'] : []),
  ];
  return [...configuredSources(kubernetes, environment.variables), ...names.map(emptyVolume)];
}

function pullSecrets({ kubernetes }: Plan, credentials: string | undefined): readonly Json[] {
  if (kubernetes.flag('use_service_account_image_pull_secrets')) return [];
  const origin = kubernetes.origin('image_pull_secrets');
  const named = kubernetes.texts('image_pull_secrets').map((name) => new Fields().some('name', name, origin).object);
  return credentials === undefined ? named : [...named, new Fields().set('name', credentials, byRunner).object];
}

export function mapOf(entries: readonly Entry[]): JsonObject {
  const map = new Fields();
  for (const { key, value, origin } of entries) map.set(key, value, origin);
  return map.object;
}

/** `key=value` has to be equal, a key alone has to exist. The runner sends them in any order. */
export function tolerations(entries: readonly Entry[]): readonly Json[] {
  const made = entries.map(({ key, value: effect, origin }) => {
    const at = key.indexOf('=');
    return new Fields()
      .some('key', at < 0 ? key : key.slice(0, at), origin)
      .set('operator', at < 0 ? 'Exists' : 'Equal', origin)
      .some('value', at < 0 ? '' : key.slice(at + 1), origin)
      .some('effect', effect, origin).object;
  });
  return made.sort((one, other) => (sortText(one) < sortText(other) ? -1 : 1));
}

const sortText = ({ key, value, effect }: JsonObject) => JSON.stringify([key ?? '', value ?? '', effect ?? '']);

/** Kubernetes has them since 1.7. A version that nobody reads has none. */
function knowsHostAliases({ inputs }: Plan): boolean {
  const { major, minor } = inputs.manager.cluster;
  const [first, second] = [major, minor].map((part) => /^\d+/.exec(part)?.[0]);
  if (first === undefined || second === undefined) return false;
  return Number(first) > 1 || (Number(first) === 1 && Number(second) >= 7);
}
