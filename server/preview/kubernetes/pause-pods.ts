/** Pods that keep nodes free: `[runners.kubernetes.autoscaler]` (executors/kubernetes/autoscaler). */

import { Fields } from '../fields';
import type { Json, JsonObject } from '../json';
import { dnsName } from '../names';
import { byRunner } from '../origin';
import { shortTokenOf } from '../runner-token';
import type { Settings } from '../settings';
import { type ObjectRequest, post } from './object-request';
import type { Plan } from './plan';
import { mapOf, tolerations } from './pod';
import { parseQuantity } from './quantity';

const PRIORITY = 'gitlab-runner-idle-capacity';
const IMAGE = 'registry.k8s.io/pause:3.10';

/** None without a policy that asks for pods. */
export function pausePods(plan: Plan): readonly ObjectRequest[] {
  const { kubernetes } = plan;
  const autoscaler = kubernetes.table('autoscaler');
  const replicas = replicasOf(autoscaler);
  if (autoscaler.tables('policy').length === 0) return [];
  const priority = autoscaler.text('pause_pod_priority_class_name') || PRIORITY;
  const requests: ObjectRequest[] = [];
  if (priority === PRIORITY) {
    requests.push(post('/apis/scheduling.k8s.io/v1/priorityclasses', priorityClass));
  }
  const namespace = kubernetes.text('namespace');
  // The client makes nothing that has a namespace without one.
  if (replicas > 0 && namespace !== '') {
    const path = `/apis/apps/v1/namespaces/${namespace}/deployments`;
    requests.push(post(path, deployment(plan, autoscaler, replicas, priority)));
  }
  return requests;
}

const priorityClass: JsonObject = {
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: PRIORITY },
  value: -1,
  description:
    'Low priority class for GitLab Runner pause pods. These pods reserve capacity and are preempted when job pods need resources.',
};

/** What the last policy asks for while no job runs; which one holds at a time is said by the table of its periods. */
function replicasOf(autoscaler: Settings): number {
  const idle = autoscaler.tables('policy').at(-1)?.number('idle_count') ?? 0;
  const most = autoscaler.number('max_pause_pods') ?? 0;
  return most > 0 ? Math.min(idle, most) : idle;
}

function deployment(
  { inputs, kubernetes }: Plan,
  autoscaler: Settings,
  replicas: number,
  priority: string,
): JsonObject {
  const { runner, manager } = inputs;
  const token = shortTokenOf(runner);
  const labels: JsonObject = {
    'manager.runner.gitlab.com/id-short': token,
    'manager.runner.gitlab.com/system-id': manager.systemId,
    'runner.gitlab.com/pause-pod': 'true',
  };
  const metadata = new Fields()
    .set('name', `runner-pause-${dnsName(`${token}-${manager.systemId}`)}`, byRunner)
    .some('namespace', ...kubernetes.sourced('text', 'namespace'))
    .set('labels', labels, byRunner)
    .set('annotations', { 'runner.gitlab.com/pause-heartbeat': '2026-01-01T00:00:00Z' }, byRunner).object;
  const spec = new Fields()
    .set('replicas', replicas, autoscaler.origin('policy'))
    .set('selector', { matchLabels: labels }, byRunner)
    .set('template', { metadata: { labels }, spec: podOf(kubernetes, autoscaler, priority) }, byRunner)
    .set('strategy', {}, byRunner).object;
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec, status: {} };
}

function podOf(kubernetes: Settings, autoscaler: Settings, priority: string): JsonObject {
  const as = (key: string) => kubernetes.origin(key);
  const secrets = 'pause_pod_image_pull_secrets';
  const named = autoscaler.texts(secrets).flatMap((name) => (name === '' ? [] : [{ name }]));
  return new Fields()
    .set('containers', [pauseContainer(kubernetes, autoscaler)], byRunner)
    .set('terminationGracePeriodSeconds', 0, byRunner)
    .some('nodeSelector', mapOf(kubernetes.map('node_selector')), as('node_selector'))
    .some('serviceAccountName', kubernetes.text('service_account'), as('service_account'))
    .some('imagePullSecrets', named, autoscaler.origin(secrets))
    .some('tolerations', tolerations(kubernetes.map('node_tolerations')), as('node_tolerations'))
    .set('priorityClassName', priority, autoscaler.origin('pause_pod_priority_class_name'))
    .set('runtimeClassName', kubernetes.optionalText('runtime_class_name'), as('runtime_class_name')).object;
}

function pauseContainer(kubernetes: Settings, autoscaler: Settings): Json {
  const requests = new Fields();
  for (const [name, key] of [
    ['cpu', 'cpu_request'],
    ['memory', 'memory_request'],
  ] as const) {
    const text = kubernetes.text(key);
    const read = text === '' ? undefined : parseQuantity(text);
    if (read && !('wrong' in read)) requests.set(name, read.text, kubernetes.origin(key));
  }
  return new Fields()
    .set('name', 'pause', byRunner)
    .set('image', autoscaler.text('pause_pod_image') || IMAGE, autoscaler.origin('pause_pod_image'))
    .set('resources', requests.isEmpty ? {} : { requests: requests.object }, byRunner).object;
}
