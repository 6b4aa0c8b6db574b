/** What the runner asks of the cluster beside the pod, in its order. */
import { uniqueName } from '../environment';
import { Fields } from '../fields';
import { goJson } from '../go-text';
import type { Json, JsonObject } from '../json';
import { aliasesIn, dnsName, labelValue } from '../names';
import { byJob, byRunner, type Origin } from '../origin';
import type { Login } from '../registry-logins';
import { POD_LABEL } from './labels';
import { type ObjectRequest, post } from './object-request';
import { pausePods } from './pause-pods';
import type { Plan } from './plan';
import { objectName } from './pod';

/** Before the pod: its secret is named in it. */
export function objectsBefore(plan: Plan, secret: JsonObject | undefined): readonly ObjectRequest[] {
  const { namespace, kubernetes } = plan;
  const requests = [...pausePods(plan)];
  if (kubernetes.flag('namespace_per_job')) {
    requests.push(post('/api/v1/namespaces', namespaceObject(namespace.text, namespace.origin)));
  }
  if (secret) requests.push(post(`/api/v1/namespaces/${namespace.text}/secrets`, secret));
  return requests;
}

export function objectsAfter(plan: Plan, secret: JsonObject | undefined): readonly ObjectRequest[] {
  const { namespace, kubernetes } = plan;
  const requests: ObjectRequest[] = [];
  if (secret) requests.push(ownedSecret(plan, secret));
  if (kubernetes.flag('pod_disruption_budget')) {
    const path = `/apis/policy/v1/namespaces/${namespace.text}/poddisruptionbudgets`;
    requests.push(post(path, disruptionBudget(plan)));
  }
  const services = proxied(plan).map(([name, ports]) =>
    post(`/api/v1/namespaces/${namespace.text}/services`, proxyService(plan, name, ports)),
  );
  return [...requests, ...services];
}

function namespaceObject(name: string, origin: Origin): JsonObject {
  const metadata = new Fields().set('name', name, origin).object;
  return { apiVersion: 'v1', kind: 'Namespace', metadata, spec: {}, status: {} };
}

/** The secret with the logins of registries, by server as Docker's old file has them. */
export function secretObject({ inputs, namespace }: Plan, logins: Iterable<Login>): JsonObject {
  const byServer = [...logins].sort((one, other) => (one.server < other.server ? -1 : 1));
  const content = goJson(Object.fromEntries(byServer.map(({ server, config }) => [server, config])));
  const metadata = new Fields()
    .set('name', objectName(uniqueName(inputs)), byRunner)
    .set('namespace', namespace.text, namespace.origin).object;
  const data = new Fields().set('.dockercfg', base64(content), byJob('credentials')).object;
  return { apiVersion: 'v1', kind: 'Secret', metadata, data, type: 'kubernetes.io/dockercfg' };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** The pod that owns what goes with it. The cluster gives it its id. */
function ownerOf({ inputs }: Plan): readonly Json[] {
  return [{ apiVersion: 'v1', kind: 'Pod', name: objectName(uniqueName(inputs)), uid: '' }];
}

function ownedSecret(plan: Plan, secret: JsonObject): ObjectRequest {
  const { inputs, namespace } = plan;
  const metadata = {
    name: objectName(uniqueName(inputs)),
    namespace: namespace.text,
    ownerReferences: ownerOf(plan),
  };
  const path = `/api/v1/namespaces/${namespace.text}/secrets/${metadata.name}`;
  return { method: 'PUT', path, body: { ...secret, metadata } };
}

const selectorOf = ({ inputs }: Plan): JsonObject => ({ [POD_LABEL]: labelValue(uniqueName(inputs)) });

function disruptionBudget(plan: Plan): JsonObject {
  const { inputs, namespace, kubernetes } = plan;
  const metadata = new Fields()
    .set('name', `${objectName(uniqueName(inputs))}-pdb`, byRunner)
    .set('namespace', namespace.text, namespace.origin)
    .set('ownerReferences', ownerOf(plan), byRunner).object;
  const spec = new Fields()
    .set('minAvailable', 1, kubernetes.origin('pod_disruption_budget'))
    .set('selector', { matchLabels: selectorOf(plan) }, byRunner).object;
  const status = { currentHealthy: 0, desiredHealthy: 0, disruptionsAllowed: 0, expectedPods: 0 };
  return { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec, status };
}

/** The ports that GitLab reaches into, by the name under which. */
function proxied({ services, inputs }: Plan): readonly (readonly [name: string, ports: readonly number[]])[] {
  const { image } = inputs.job;
  const all = [
    ...services.map(({ name, aliases, ports }) => ({ ports, names: aliases.length > 0 ? aliases : [`proxy-${name}`] })),
    { ports: image.ports, names: aliasesIn(image.alias).length > 0 ? aliasesIn(image.alias) : ['build'] },
  ];
  const named = all
    .filter(({ ports }) => ports.length > 0)
    .flatMap(({ ports, names }) => names.map((name) => [name, ports] as const));
  return [...new Map(named)].sort(([one], [other]) => (one < other ? -1 : 1));
}

function proxyService(plan: Plan, called: string, numbers: readonly number[]): JsonObject {
  const { namespace } = plan;
  const name = dnsName(called);
  const metadata = new Fields()
    .set('name', objectName(name), byRunner)
    .set('namespace', namespace.text, namespace.origin)
    .set('ownerReferences', ownerOf(plan), byRunner).object;
  const ports = numbers.map((number) => ({ name: `${name}-${number}`, port: number, targetPort: number }));
  const spec = new Fields()
    .set('ports', ports, byJob('image.ports'))
    .set('selector', selectorOf(plan), byRunner)
    .set('type', 'ClusterIP', byRunner).object;
  return { apiVersion: 'v1', kind: 'Service', metadata, spec, status: { loadBalancer: {} } };
}
