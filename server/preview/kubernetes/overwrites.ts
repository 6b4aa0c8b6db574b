/** What variables of the job overwrite, and where the runner allows it (executors/kubernetes/overwrites.go). */
import { quoted } from '../go-text';
import type { JobVariable } from '../job';
import { doing, JobFailure } from '../job-failure';
import { byVariable, type Origin } from '../origin';
import type { Entry, Settings } from '../settings';
import { Variables } from '../variables';
import { parseQuantity } from './quantity';
import { checkAllowed } from './regular-expression';
import { type Amount, type Resources, resourceList } from './resources';

export interface Overwrites {
  readonly namespace: Overwritten;
  readonly serviceAccount: Overwritten;
  readonly podLabels: readonly Entry[];
  readonly podAnnotations: readonly Entry[];
  readonly nodeSelector: readonly Entry[];
  readonly nodeTolerations: readonly Entry[];
  readonly build: Resources;
  readonly service: Resources;
  readonly helper: Resources;
  readonly pod: Resources;
}

export interface Overwritten {
  readonly text: string;
  readonly origin: Origin;
}

/** The groups of keys, as the runner names them in its errors. */
interface Group {
  /** In front of the keys: `helper_`. */
  readonly keys: string;
  /** In front of names of variables: `HELPER_`. */
  readonly variables: string;
  /** In front of the names of fields: `Helper`. */
  readonly fields: string;
  readonly called: string;
  readonly hasStorage: boolean;
}

const BUILD: Group = { keys: '', variables: '', fields: '', called: 'build', hasStorage: true };
const SERVICE: Group = {
  keys: 'service_',
  variables: 'SERVICE_',
  fields: 'Service',
  called: 'service',
  hasStorage: true,
};
const HELPER: Group = { keys: 'helper_', variables: 'HELPER_', fields: 'Helper', called: 'helper', hasStorage: true };
const POD: Group = { keys: 'pod_', variables: 'POD_', fields: 'Pod', called: 'Pod', hasStorage: false };

type Kind = 'requests' | 'limits';

/** Reads all overwrites, in the runner's order: the first that is refused fails the job. */
export function readOverwrites(kubernetes: Settings, all: Variables): Overwrites {
  const variables = all.expanded();
  const text = (key: string, variable: string) => overwrittenText(kubernetes, key, variable, variables);
  const map = (key: string, prefix: string, split = splitPair) =>
    overwrittenMap(kubernetes, key, prefix, variables, split);
  const group = (each: Group) => overwrittenResources(kubernetes, each, variables);
  return {
    namespace: text('namespace', 'KUBERNETES_NAMESPACE_OVERWRITE'),
    serviceAccount: text('service_account', 'KUBERNETES_SERVICE_ACCOUNT_OVERWRITE'),
    podLabels: map('pod_labels', 'KUBERNETES_POD_LABELS_'),
    podAnnotations: map('pod_annotations', 'KUBERNETES_POD_ANNOTATIONS_'),
    nodeSelector: map('node_selector', 'KUBERNETES_NODE_SELECTOR_'),
    nodeTolerations: map('node_tolerations', 'KUBERNETES_NODE_TOLERATIONS_', splitToleration),
    build: group(BUILD),
    service: group(SERVICE),
    helper: group(HELPER),
    pod: group(POD),
  };
}

/** The numbers of one service: its own variables may overwrite those of all services. Limits are looked at first. */
export function serviceResources(
  kubernetes: Settings,
  { service }: Overwrites,
  own: readonly JobVariable[],
): Resources {
  const variables = new Variables(own.map((variable) => ({ ...variable, origin: byVariable(variable.key) })));
  const read = (kind: Kind) =>
    doing(`invalid service ${kind} specified`, () =>
      list(kubernetes, SERVICE, kind, variables, (resource) => ({
        text: String(service[kind][resource] ?? ''),
        origin: kubernetes.origin(`service_${keyOf(resource, kind)}`),
      })),
    );
  const limits = read('limits');
  return { limits, requests: read('requests') };
}

function overwrittenText(kubernetes: Settings, key: string, variable: string, variables: Variables): Overwritten {
  const allowed = `${key}_overwrite_allowed`;
  const [expression, value] = [kubernetes.text(allowed), variables.get(variable)];
  if (expression === '' || value === '') return { text: kubernetes.text(key), origin: kubernetes.origin(key) };
  checkAllowed(expression, value, kubernetes.origin(allowed));
  return { text: value, origin: byVariable(variable) };
}

type Split = (text: string) => readonly [key: string, value: string] | undefined;

const splitPair: Split = (text) => parted(text, '=');
const splitToleration: Split = (text) => parted(text, ':') ?? [text, ''];

function parted(text: string, at: string): readonly [string, string] | undefined {
  const place = text.indexOf(at);
  return place < 0 ? undefined : [text.slice(0, place), text.slice(place + 1)];
}

function overwrittenMap(
  kubernetes: Settings,
  key: string,
  prefix: string,
  variables: Variables,
  split: Split,
): readonly Entry[] {
  const configured = kubernetes.map(key);
  const allowed = `${key}_overwrite_allowed`;
  const expression = kubernetes.text(allowed);
  if (expression === '') return configured;
  const entries = new Map(configured.map((entry) => [entry.key, entry]));
  for (const { key: name, value } of variables.list) {
    if (!name.startsWith(prefix)) continue;
    checkAllowed(expression, value, kubernetes.origin(allowed));
    const pair = split(value);
    if (!pair) throw new JobFailure(`provided value ${quoted(value)} does not match "k=v"`, byVariable(name));
    entries.set(pair[0], { key: pair[0], value: pair[1], origin: byVariable(name) });
  }
  return [...entries.values()];
}

function overwrittenResources(kubernetes: Settings, group: Group, variables: Variables): Resources {
  const read = (kind: Kind) =>
    doing(`invalid ${group.called} ${kind} specified`, () =>
      list(kubernetes, group, kind, variables, (resource) => {
        const key = `${group.keys}${keyOf(resource, kind)}`;
        return { text: kubernetes.text(key), origin: kubernetes.origin(key) };
      }),
    );
  const requests = read('requests');
  return { requests, limits: read('limits') };
}

const RESOURCES = {
  cpu: { key: 'cpu', field: 'CPU' },
  memory: { key: 'memory', field: 'Memory' },
  'ephemeral-storage': { key: 'ephemeral_storage', field: 'EphemeralStorage' },
} as const;

type Resource = keyof typeof RESOURCES;

function keyOf(resource: Resource, kind: Kind): string {
  return `${RESOURCES[resource].key}_${kind.slice(0, -1)}`;
}

function list(
  kubernetes: Settings,
  group: Group,
  kind: Kind,
  variables: Variables,
  current: (resource: Resource) => Amount,
): Resources['limits'] {
  const read = (resource: Resource) =>
    overwrittenAmount(kubernetes, group, kind, resource, variables, current(resource));
  return resourceList({
    cpu: read('cpu'),
    memory: read('memory'),
    storage: group.hasStorage ? read('ephemeral-storage') : undefined,
  });
}

function overwrittenAmount(
  kubernetes: Settings,
  { keys, variables: prefix, fields }: Group,
  kind: Kind,
  resource: Resource,
  variables: Variables,
  current: Amount,
): Amount {
  const key = keyOf(resource, kind);
  const allowed = `${keys}${key}_overwrite_max_allowed`;
  const variable = `KUBERNETES_${prefix}${key.toUpperCase()}`;
  const [most, value] = [kubernetes.text(allowed), variables.value(variable)];
  if (most === '' || value === '') return current;
  const [limit, wanted] = [quantity(most, kubernetes.origin(allowed)), quantity(value, byVariable(variable))];
  if (wanted > limit) {
    const field = `${fields}${RESOURCES[resource].field}${kind === 'limits' ? 'Limit' : 'Request'}`;
    throw new JobFailure(
      `the resource ${quoted(field)} requested ${quoted(value)} is higher than limit allowed ${quoted(most)}`,
      byVariable(variable),
    );
  }
  return { text: value, origin: byVariable(variable) };
}

function quantity(text: string, origin: Origin): bigint {
  const read = parseQuantity(text);
  if ('wrong' in read) throw new JobFailure(`parsing resource limit: ${quoted(read.wrong)}`, origin);
  return read.nano;
}
