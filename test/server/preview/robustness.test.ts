/** Whatever stands in a file or in a payload: a preview or an error, never an exception. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json, JsonObject } from '../../../server/preview/json';
import { ordinaryJob } from '../../../server/preview/ordinary-job';
import { previewYaml } from '../../../server/preview/preview-yaml';
import { randomSource } from '../toml/random-source';
import { previewed } from './recorded';

const pod = `[[runners]]
name = "a"
token = "glrt-abcdefghijklmnop"
executor = "kubernetes"
environment = ["A=$B", "FF_USE_ADVANCED_POD_SPEC_CONFIGURATION=true"]
[runners.kubernetes]
image = "a:$A"
cpu_limit = "1.5"
memory_limit_overwrite_max_allowed = "2Gi"
namespace_overwrite_allowed = "ci-.*"
allowed_images = ["a:*", "{b,c}/**"]
pull_policy = ["always"]
services = [{ name = "redis:7", alias = "cache,b", environment = ["X=1"] }]
[runners.kubernetes.node_selector]
"kubernetes.io/arch" = "arm64"
[runners.kubernetes.node_tolerations]
"k=v" = "NoSchedule"
[[runners.kubernetes.volumes.pvc]]
name = "p"
mount_path = "/builds"
[[runners.kubernetes.pod_spec]]
patch = '''
containers:
  - name: build
    resources: {limits: {gpu: 1}}
'''
[[runners.kubernetes.pod_spec]]
patch_type = "json"
patch = '[{"op": "add", "path": "/containers/0/tty", "value": true}]'
[runners.kubernetes.affinity.node_affinity.required_during_scheduling_ignored_during_execution]
node_selector_terms = [{ match_expressions = [{ key = "k", operator = "In", values = ["v"] }] }]
`;

const daemon = `[[runners]]
token = "glrt-abcdefghijklmnop"
executor = "docker"
[runners.docker]
image = "ruby"
volumes = ["/cache", "/a:/b:ro,z", "C:\\\\a:C:\\\\b"]
memory = "1.5g"
cpus = "1/2"
gpus = "device=1"
devices = ["/dev/kvm:/dev/kvm:rw"]
network_mode = "net"
log_options = { env = "A" }
ulimit = { nofile = "1:2" }
services = [{ name = "a/b/c:1", alias = "x y" }]
`;

const pieces = [
  '"',
  "'",
  '$',
  '${',
  '}',
  ':',
  ',',
  '\n',
  '[',
  ']',
  '=',
  '-1',
  '[]',
  '{}',
  '\\',
  '/',
  '..',
  '{a=1}',
  '#',
  ' ',
];
const values: readonly Json[] = [null, 0, -1, 1e21, '', '$A', 'x', [], {}, true, [null], [{}], ['', 1]];
/** How many files in all; `PREVIEW_MUTATIONS=100000` is the whole, which takes minutes. */
const COUNT = Number(process.env.PREVIEW_MUTATIONS || 800);

const job = {
  ...ordinaryJob({ image: 'b/c', variables: ['KUBERNETES_MEMORY_LIMIT=1Gi', 'KUBERNETES_NAMESPACE_OVERWRITE=ci-1'] }),
  services: [{ name: 'postgres', alias: 'db', variables: [{ key: 'A', value: '$CI_JOB_ID' }] }],
};

test('more services than any host has room for are counted and not shown', () => {
  for (const [executor, toml] of [
    ['kubernetes', pod],
    ['docker', daemon],
  ] as const) {
    const table = `[[runners.${executor}.services]]\nname = "a"\n`;
    const text = `${toml.replace(/^services = .*$/m, '')}${table.repeat(8000)}`;
    const made = outcomeOf(text, ordinaryJob({ image: 'b' }), executor);
    assert.deepEqual(
      [made.pod, made.containers, made.notes?.map(({ id }) => id)],
      [undefined, undefined, ['preview.services']],
    );
    assert.match(previewYaml(made).text, new RegExp(`^executor: ${executor}`));
  }
});

for (const [executor, toml] of [['kubernetes', pod] as const, ['docker', daemon] as const]) {
  test(`${COUNT / 2} changed files and payloads with ${executor}`, () => {
    const below = randomSource(4);
    const reached = { error: 0, made: 0 };
    for (let times = 0; times < COUNT / 2; times++) {
      const text = `${changedOften(toml, below)}\n[[runners]]\n`;
      const payload = below(2) === 0 ? job : changedJob(job, below);
      const { error, pod: made, containers } = outcomeOf(text, payload, executor);
      if (error !== undefined) assert.match(error, /^(?:prepare|fatal): /);
      if (error !== undefined) reached.error++;
      else if (made ?? containers) reached.made++;
    }
    assert.ok(reached.error > 0 && reached.made > 0, JSON.stringify(reached));
  });
}

/** What is thrown names what was previewed, to be done again. */
function outcomeOf(text: string, payload: Json, executor: string) {
  try {
    return previewed(text, payload, executor);
  } catch (error) {
    throw new Error(`${JSON.stringify({ text, payload })}: ${error instanceof Error ? error.stack : error}`);
  }
}

/** Mostly one change: after several hardly anything is left to be previewed. */
function changedOften(text: string, below: (most: number) => number): string {
  let made = text;
  for (let times = below(4) === 0 ? below(6) : 1; times > 0; times--) made = changed(made, below);
  return made;
}

function changed(text: string, below: (most: number) => number): string {
  const at = below(text.length);
  return text.slice(0, at) + (pieces[below(pieces.length)] ?? '') + text.slice(at + below(8));
}

/** One field of the payload, at any depth, is something else. */
function changedJob(object: JsonObject, below: (most: number) => number): JsonObject {
  const names = Object.keys(object);
  const name = names[below(names.length)] ?? '';
  const value = object[name];
  const isDeeper = typeof value === 'object' && value !== null && !Array.isArray(value) && below(2) === 0;
  const other = isDeeper ? changedJob(value as JsonObject, below) : (values[below(values.length)] ?? null);
  return { ...object, [name]: other };
}
