/** Where the fields of a preview come from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isList, isObject, type Json } from '../../../server/preview/json';
import { ordinaryJob } from '../../../server/preview/ordinary-job';
import { type Origin, originsBelow } from '../../../server/preview/origin';
import { counted } from '../../counted';
import { previewed } from './recorded';

const toml = `[[runners]]
token = "glrt-abcdefghijklmnop"
executor = "kubernetes"
environment = ["A=1"]
[runners.feature_flags]
FF_USE_ADVANCED_POD_SPEC_CONFIGURATION = true
[runners.kubernetes]
image = "a"
cpu_limit = "2"
memory_limit_overwrite_max_allowed = "4Gi"
[[runners.kubernetes.pod_spec]]
patch = "hostNetwork: true"
`;

const job = ordinaryJob({ image: 'ruby', variables: ['KUBERNETES_MEMORY_LIMIT=3Gi'] });
const { pod } = previewed(toml, job);
assert.ok(pod);
const origins = originsBelow(pod);

function textAt(pointer: string): string {
  const origin = origins.get(pointer);
  assert.ok(origin, pointer);
  if (origin.by !== 'key') return describe(origin);
  assert.ok(origin.span);
  return toml.slice(origin.span.start, origin.span.end);
}

function describe(origin: Origin): string {
  switch (origin.by) {
    case 'key':
    case 'default':
      return `${origin.by} ${origin.key}`;
    case 'flag':
      return `flag ${origin.flag}`;
    case 'job':
      return `job ${origin.field}`;
    case 'variable':
      return `variable ${origin.variable}`;
    case 'runner':
      return 'runner';
  }
}

const build = '/spec/containers/0';

test('a field comes from a key, a variable, the job, a flag, a default, a patch', () => {
  assert.equal(textAt(`${build}/resources/limits/cpu`), 'cpu_limit = "2"');
  assert.equal(textAt(`${build}/resources/limits/memory`), 'variable KUBERNETES_MEMORY_LIMIT');
  assert.equal(textAt(`${build}/image`), 'job image.name');
  assert.equal(textAt('/spec/activeDeadlineSeconds'), 'flag FF_USE_POD_ACTIVE_DEADLINE_SECONDS');
  assert.equal(textAt('/spec/dnsPolicy'), 'default kubernetes.dns_policy');
  assert.equal(textAt('/spec/hostNetwork'), 'patch = "hostNetwork: true"');
  assert.equal(textAt(`${build}/env/54`), 'environment = ["A=1"]');
});

test('each field of a pod knows where it or its holder comes from', () => {
  const pointers = counted(leaves(pod, ''), 200);
  const unknown = pointers.filter((pointer) => !holders(pointer).some((holder) => origins.has(holder)));
  assert.deepEqual(unknown, []);
});

function leaves(value: Json, pointer: string): string[] {
  if (!isList(value) && !isObject(value)) return [pointer];
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** The pointer and those around it, except the two that say nothing: the pod and its specification. */
function holders(pointer: string): string[] {
  const parts = pointer.split('/');
  const all = parts.map((_, at) => parts.slice(0, parts.length - at).join('/'));
  return all.filter((each) => each !== '' && each !== '/spec' && each !== '/metadata');
}

test('what Docker is asked for comes from keys and the job, too', () => {
  const docker = `[[runners]]
executor = "docker"
environment = ["A=1"]
[runners.docker]
image = "alpine"
hostname = "h"
user = "u"
volumes = ["/cache"]
[[runners.docker.services]]
name = "postgres"
`;
  const { containers } = previewed(docker, ordinaryJob({ variables: ['B=2'] }), 'docker');
  assert.ok(containers);
  const found = originsBelow(containers);
  const from = (field: string, value: string) => {
    const pointer = [...found.keys()].find((each) => each.endsWith(field) && `${at(containers, each)}`.includes(value));
    const origin = found.get(pointer ?? assert.fail(`${field} ${value}`));
    return origin && describe(origin);
  };
  assert.equal(from('/image', 'alpine'), 'key docker.image');
  assert.equal(from('/body/Image', 'alpine'), 'key docker.image');
  assert.equal(from('/body/Image', 'helper'), 'default docker.helper_image');
  assert.equal(from('/body/Image', 'postgres'), 'key docker.services[0].name');
  assert.equal(from('/body/Hostname', 'h'), 'key docker.hostname');
  assert.equal(from('/body/User', 'u'), 'key docker.user');
  const env = [...found].flatMap(([pointer, origin]) =>
    /\/Env\/\d+$/.test(pointer) ? [[at(containers, pointer), describe(origin)]] : [],
  );
  const unique = new Map(env.map(([entry, origin]) => [entry, origin]));
  assert.equal(unique.get('A=1'), 'key environment');
  assert.equal(unique.get('B=2'), 'variable B');
  const volume = containers.findIndex((each) => isObject(each) && each.kind === 'volume');
  assert.equal(describe(found.get(`/${volume}/body`) ?? assert.fail()), 'key docker.volumes');
});

function at(value: Json, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], value);
}
