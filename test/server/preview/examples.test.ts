/** What keys and variables make of a pod: small configurations of our own, and the fields that they decide. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isList, isObject, type Json } from '../../../server/preview/json';
import { ordinaryJob } from '../../../server/preview/ordinary-job';
import type { Preview } from '../../../server/preview/preview';
import { previewed } from './recorded';

interface Example {
  readonly name: string;
  /** The lines below `[runners.kubernetes]`. */
  readonly keys?: string;
  /** The lines of `[[runners]]`. */
  readonly runner?: string;
  readonly image?: string;
  readonly variables?: readonly string[];
  readonly services?: readonly Json[];
  /** Fields of the pod by their JSON pointers; undefined where there is none. */
  readonly pod?: Readonly<Record<string, Json | undefined>>;
  readonly error?: string;
}

const BUILD = '/spec/containers/0';
const HELPER = '/spec/containers/1';
const SERVICE = '/spec/containers/2';
const READ_MORE = 'Check https://docs.gitlab.com/runner/shells/#shell-profile-loading for more information';

const examples: readonly Example[] = [
  {
    name: 'the image of the configuration is for jobs without one',
    keys: 'image = "debian:12"',
    pod: { [`${BUILD}/image`]: 'debian:12', [`${BUILD}/env/52/name`]: 'CI_RUNNER_SHORT_TOKEN' },
  },
  {
    name: "a job's image is told to the job",
    keys: 'image = "debian:12"',
    image: 'node:22',
    pod: { [`${BUILD}/image`]: 'node:22', [`${BUILD}/env/52`]: { name: 'CI_JOB_IMAGE', value: 'node:22' } },
  },
  { name: 'no image at all', error: 'prepare: check defaults error: no image specified and no default set in config' },
  {
    name: 'an image with a variable that nobody sets',
    keys: 'image = "$NOWHERE"',
    error: 'prepare: check defaults error: no image specified and no default set in config',
  },
  {
    name: 'a variable in the image',
    keys: 'image = "python:$PYTHON"',
    variables: ['PYTHON=3.13'],
    pod: { [`${BUILD}/image`]: 'python:3.13' },
  },
  {
    name: 'numbers are written as Kubernetes writes them',
    keys: 'image = "a"\ncpu_request = "1500m"\ncpu_limit = "2.0"\nmemory_limit = "2048Mi"\nephemeral_storage_request = "1e3"',
    pod: {
      [`${BUILD}/resources`]: {
        limits: { cpu: '2', memory: '2Gi' },
        requests: { cpu: '1500m', 'ephemeral-storage': '1e3' },
      },
    },
  },
  {
    name: 'the helper shares its numbers with the container that runs before it',
    keys: 'image = "a"\nhelper_cpu_limit = "100m"',
    pod: {
      [`${HELPER}/resources`]: { limits: { cpu: '100m' } },
      '/spec/initContainers/0/resources': { limits: { cpu: '100m' } },
    },
  },
  {
    name: 'a quantity that is none',
    keys: 'image = "a"\nhelper_memory_request = "100MB"',
    error: `prepare: couldn't prepare overwrites: invalid helper requests specified: parsing resource "memory" with value "100MB": "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"`,
  },
  {
    name: 'a variable overwrites a number up to the maximum',
    keys: 'image = "a"\ncpu_limit = "1"\ncpu_limit_overwrite_max_allowed = "4"',
    variables: ['KUBERNETES_CPU_LIMIT=4000m'],
    pod: { [`${BUILD}/resources/limits/cpu`]: '4' },
  },
  {
    name: 'a variable above the maximum',
    keys: 'image = "a"\nmemory_request_overwrite_max_allowed = "1G"',
    variables: ['KUBERNETES_MEMORY_REQUEST=1Gi'],
    error: `prepare: couldn't prepare overwrites: invalid build requests specified: the resource "MemoryRequest" requested "1Gi" is higher than limit allowed "1G"`,
  },
  {
    name: 'without a maximum the variable does nothing',
    keys: 'image = "a"\ncpu_limit = "1"',
    variables: ['KUBERNETES_CPU_LIMIT=64'],
    pod: { [`${BUILD}/resources/limits/cpu`]: '1' },
  },
  {
    name: 'the pattern of a namespace matches anywhere',
    keys: 'image = "a"\nnamespace = "main"\nnamespace_overwrite_allowed = "team-"',
    variables: ['KUBERNETES_NAMESPACE_OVERWRITE=my-team-7'],
    pod: { '/metadata/namespace': 'my-team-7' },
  },
  {
    name: 'a look-ahead is no pattern of Go',
    keys: 'image = "a"\nservice_account_overwrite_allowed = "ci(?!-admin)"',
    variables: ['KUBERNETES_SERVICE_ACCOUNT_OVERWRITE=ci'],
    error: "prepare: couldn't prepare overwrites: error parsing regexp: invalid or unsupported Perl syntax: `(?!`",
  },
  {
    name: 'a namespace for each job',
    keys: 'image = "a"\nnamespace_per_job = true\nnamespace = "main"',
    pod: { '/metadata/namespace': 'ci-job-1001' },
  },
  {
    name: 'the last of equal variables is sent where the first stands, with its dollars doubled',
    keys: 'image = "a"',
    runner: 'environment = ["PRICE=1$$", "OTHER=x"]',
    variables: ['PRICE=7$$'],
    pod: { [`${BUILD}/env/53`]: { name: 'PRICE', value: '7$$' } },
  },
  {
    name: 'an entry of `environment` without a value is dropped',
    keys: 'image = "a"',
    runner: 'environment = ["NOTHING"]',
    pod: { [`${BUILD}/env/53/name`]: 'CI_BUILDS_DIR' },
  },
  {
    name: 'a flag of the table wins over a variable',
    keys: 'image = "a"',
    runner: 'feature_flags = { FF_USE_POD_ACTIVE_DEADLINE_SECONDS = false }',
    variables: ['FF_USE_POD_ACTIVE_DEADLINE_SECONDS=true'],
    pod: { '/spec/activeDeadlineSeconds': undefined },
  },
  {
    name: 'a claim has the name that a variable gives it',
    keys: 'image = "a"\n[[runners.kubernetes.volumes.pvc]]\nname = "cache-$CI_PROJECT_ID"\nmount_path = "/mnt"',
    pod: {
      '/spec/volumes/0': { name: 'cache-42', persistentVolumeClaim: { claimName: 'cache-42' } },
      [`${BUILD}/volumeMounts/2`]: { name: 'cache-42', mountPath: '/mnt' },
    },
  },
  {
    name: 'a claim at the directory of builds makes it shared',
    keys: 'image = "a"\n[[runners.kubernetes.volumes.pvc]]\nname = "b"\nmount_path = "/builds"',
    pod: {
      '/spec/volumes/1': { name: 'scripts', emptyDir: {} },
      [`${BUILD}/env/54`]: { name: 'CI_PROJECT_DIR', value: '/builds/abcdefghi/0/my-group/my-app' },
    },
  },
  {
    name: 'host_path comes first, whatever the order of the file is',
    keys: 'image = "a"\n[[runners.kubernetes.volumes.empty_dir]]\nname = "e"\nmount_path = "/e"\nsize_limit = "lots"\n[[runners.kubernetes.volumes.host_path]]\nname = "h"\nmount_path = "/h"',
    pod: {
      '/spec/volumes/0': { name: 'h', hostPath: { path: '/h' } },
      '/spec/volumes/1': { name: 'e', emptyDir: {} },
    },
  },
  {
    name: "a service is named by its alias, its container's names lead to the pod",
    keys: 'image = "a"',
    services: [{ name: 'registry.example.com:5000/team/db:1', alias: 'Main, main' }],
    error: `prepare: prepare environment: setting up build pod: provided host alias Main for service registry.example.com:5000/team/db:1 is invalid DNS. a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*'). ${READ_MORE}`,
  },
  {
    name: 'a service is named by its alias and found under the names of its image',
    keys: 'image = "a"',
    services: [{ name: 'registry.example.com:5000/team/db:1', alias: 'main' }],
    pod: {
      [`${SERVICE}/name`]: 'main',
      '/spec/hostAliases': [{ ip: '127.0.0.1', hostnames: ['registry.example.com-team-db', 'main'] }],
    },
  },
  {
    name: 'services without aliases are numbered',
    keys: 'image = "a"\nservices = [{ name = "redis" }]',
    services: [{ name: 'mysql' }],
    pod: { [`${SERVICE}/name`]: 'svc-0', [`${SERVICE}/image`]: 'redis', '/spec/containers/3/name': 'svc-1' },
  },
  {
    name: 'NET_RAW comes back by cap_add, and a container has lists of its own',
    keys: 'image = "a"\ncap_add = ["NET_RAW"]\n[runners.kubernetes.helper_container_security_context.capabilities]\ndrop = ["ALL"]',
    pod: {
      [`${BUILD}/securityContext`]: { capabilities: { add: ['NET_RAW'] } },
      [`${HELPER}/securityContext`]: { capabilities: { add: ['NET_RAW'], drop: ['ALL'] } },
    },
  },
  {
    name: "the pod's user goes to its containers, but not to the one that opens permissions",
    keys: 'image = "a"\n[runners.kubernetes.pod_security_context]\nrun_as_user = 1000',
    pod: {
      '/spec/securityContext': { runAsUser: 1000 },
      [`${BUILD}/securityContext/runAsUser`]: 1000,
      '/spec/initContainers/0/securityContext/runAsUser': undefined,
    },
  },
  {
    name: 'only policies that are allowed',
    keys: 'image = "a"\npull_policy = ["never", "always"]\nallowed_pull_policies = ["always"]',
    pod: { [`${BUILD}/imagePullPolicy`]: 'Always', [`${HELPER}/imagePullPolicy`]: 'Always' },
  },
  {
    name: "a policy in the API's spelling",
    keys: 'image = "a"\npull_policy = "Always"',
    error: 'prepare: getting allowed pull policies: pull_policy config: unsupported pull policy: "Always"',
  },
  {
    name: 'an image that is not allowed',
    keys: 'image = "a"\nallowed_images = ["registry.example.com/*"]',
    image: 'registry.example.com/team/app',
    error: `prepare: prepare environment: setting up build pod: building build container: disallowed image. ${READ_MORE}`,
  },
  {
    name: 'tolerations, with and without a value',
    keys: 'image = "a"\n[runners.kubernetes.node_tolerations]\n"ci=yes" = "NoSchedule"\nspot = ""',
    pod: {
      '/spec/tolerations': [
        { key: 'ci', operator: 'Equal', value: 'yes', effect: 'NoSchedule' },
        { key: 'spot', operator: 'Exists' },
      ],
    },
  },
  {
    name: 'a node of Windows without its build',
    keys: 'image = "a"\n[runners.kubernetes.node_selector]\n"kubernetes.io/os" = "windows"',
    error: 'prepare: prepare helper image: detecting base image: unsupported Windows version: ',
  },
  {
    name: 'labels of the runner are its own, others are cut to what is allowed',
    keys: 'image = "a"\n[runners.kubernetes.pod_labels]\n"manager.runner.gitlab.com/name" = "mine"\nref = "$CI_COMMIT_REF_SLUG/x"',
    pod: { '/metadata/labels/manager.runner.gitlab.com~1name': 'own', '/metadata/labels/ref': 'main_x' },
  },
  {
    name: 'a patch without its flag does nothing',
    keys: 'image = "a"\npod_spec = [{ patch = "hostNetwork: true" }]',
    pod: { '/spec/hostNetwork': undefined },
  },
  {
    name: 'a patch of the build container, and a new one in front of it',
    keys: 'image = "a"\npod_spec = [{ patch = "containers: [{name: mine, image: m}, {name: build, tty: on}]" }]',
    variables: ['FF_USE_ADVANCED_POD_SPEC_CONFIGURATION=1'],
    pod: { [`${BUILD}/name`]: 'mine', '/spec/containers/1/tty': true },
  },
  {
    name: 'a patch whose text YAML takes for a truth value',
    keys: 'image = "a"\npod_spec = [{ patch_type = "merge", patch = "hostname: y" }]',
    variables: ['FF_USE_ADVANCED_POD_SPEC_CONFIGURATION=true'],
    error: `prepare: prepare environment: setting up build pod: json: cannot unmarshal bool into Go struct field PodSpec.hostname of type string. ${READ_MORE}`,
  },
];

for (const { name, keys = '', runner = '', image, variables, services = [], pod = {}, error } of examples) {
  test(name, () => {
    const toml = `[[runners]]\nname = "own"\ntoken = "glrt-abcdefghijklmnop"\nexecutor = "kubernetes"\n${runner}\n[runners.kubernetes]\n${keys}\n`;
    const made = previewed(toml, { ...ordinaryJob({ image, variables }), services });
    assert.equal(made.error, error);
    for (const [pointer, value] of Object.entries(pod)) assert.deepEqual(at(made, pointer), value, pointer);
  });
}

const dockerExamples: readonly { name: string; keys: string; image?: string; wanted: readonly string[] }[] = [
  {
    name: 'a directory for the cache takes the place of a volume',
    keys: 'image = "debian"\nvolumes = ["/cache", "/srv:/data:ro,z"]\ncache_dir = "/var/cache"\ndisable_cache = false',
    wanted: ['/var/cache/', '/srv:/data:ro,z'],
  },
  { name: 'sizes are in powers of 1024', keys: 'image = "a"\nmemory = "1.5g"', wanted: ['"Memory":1610612736'] },
  { name: 'an image in full', keys: 'image = "a"', image: 'team/app', wanted: ['"image":"docker.io/team/app:latest"'] },
  { name: 'processors by the billionth', keys: 'image = "a"\ncpus = "1/4"', wanted: ['"NanoCpus":250000000'] },
];

for (const { name, keys, image, wanted } of dockerExamples) {
  test(`docker: ${name}`, () => {
    const toml = `[[runners]]\ntoken = "glrt-abcdefghijklmnop"\nexecutor = "docker"\n[runners.docker]\n${keys}\n`;
    const made = previewed(toml, ordinaryJob({ image }), 'docker');
    assert.equal(made.error, undefined);
    const sent = JSON.stringify(made.containers);
    for (const part of wanted) assert.ok(sent.includes(part), part);
  });
}

test('docker: a size as Kubernetes spells it ends the runner', () => {
  const toml = '[[runners]]\nexecutor = "docker"\n[runners.docker]\nimage = "a"\nmemory = "512Mi"\n';
  assert.equal(previewed(toml, ordinaryJob({}), 'docker').error, 'fatal: panic: {the runner process exits}');
});

function at({ pod }: Preview, pointer: string): Json | undefined {
  const parts = pointer.split('/').slice(1);
  return parts.reduce((value: Json | undefined, part) => {
    const name = part.replaceAll('~1', '/');
    if (isList(value)) return value[Number(name)];
    return isObject(value) ? value[name] : undefined;
  }, pod);
}
