/** What the runner's source says where no record of ours goes; each example names the place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoted } from '../../../server/preview/go-text';
import type { Json } from '../../../server/preview/json';
import { matchesGlob } from '../../../server/preview/kubernetes/glob';
import { jsonPatch } from '../../../server/preview/kubernetes/pod-spec/json-patch';
import { parseQuantity } from '../../../server/preview/kubernetes/quantity';
import { ordinaryJob } from '../../../server/preview/ordinary-job';
import { byRunner } from '../../../server/preview/origin';
import { previewed } from './recorded';

interface Example {
  readonly name: string;
  /** In the runner's repository. */
  readonly source: string;
  /** The lines below `[runners.kubernetes]` or `[runners.docker]`. */
  readonly keys?: string;
  readonly flags?: string;
  readonly variables?: readonly string[];
  /** More of the job. */
  readonly job?: Readonly<Record<string, Json>>;
  /** Parts of what is sent, as JSON. */
  readonly sent?: readonly string[];
  readonly notSent?: readonly string[];
  readonly error?: string;
}

const MORE = 'Check https://docs.gitlab.com/runner/shells/#shell-profile-loading for more information';
const LEGACY = 'FF_USE_LEGACY_KUBERNETES_EXECUTION_STRATEGY = true';
const CONCRETE = 'FF_CONCRETE = true';
const HELPER = 'registry.gitlab.com/gitlab-org/gitlab-runner/gitlab-runner-helper:x86_64-v19.4.0';
const WAITING: Json = [{ name: 'redis:7', variables: [{ key: 'HEALTHCHECK_TCP_PORT', value: '6379' }] }];

const inKubernetes: readonly Example[] = [
  {
    name: 'what goes wrong with the pod of the legacy strategy is not said to be the pod',
    source: 'executors/kubernetes/kubernetes.go, setupPodLegacy',
    keys: 'allowed_images = ["b"]',
    flags: LEGACY,
    job: { image: { name: 'c' } },
    error: `prepare: prepare environment: building build container: disallowed image. ${MORE}`,
  },
  {
    name: 'the pod of steps is made when the runner connects to it',
    source: 'executors/kubernetes/steps.go, Connect; steps/execute.go, Execute',
    keys: 'allowed_services = ["b"]',
    flags: `${CONCRETE}, ${LEGACY}`,
    job: { services: [{ name: 'c' }] },
    error: 'prepare: creating connect dialer: ensuring steps pod: setting up build pod: disallowed image',
  },
  {
    name: 'a service that is waited for has the pod made earlier',
    source: 'executors/kubernetes/kubernetes.go, waitForServices',
    keys: 'allowed_services = ["b"]',
    job: { services: WAITING },
    error: 'prepare: setting up build pod: disallowed image',
  },
  {
    name: 'so has one of steps',
    source: 'executors/kubernetes/steps_pod.go, stepsWaitForServices',
    keys: 'allowed_services = ["b"]',
    flags: CONCRETE,
    job: { services: WAITING },
    error: 'prepare: setting up build pod: disallowed image',
  },
  {
    name: 'so has one of the legacy strategy',
    source: 'executors/kubernetes/kubernetes.go, waitForServices',
    keys: 'allowed_services = ["b"]',
    flags: LEGACY,
    job: { services: WAITING },
    error: 'prepare: disallowed image',
  },
  {
    name: 'a policy of the key is read where the job has none, when another key allows some',
    source: 'executors/kubernetes/kubernetes.go, preparePullManager',
    keys: 'pull_policy = "Always"\nallowed_pull_policies = ["always"]',
    error: 'prepare: converting pull policy for container "*": pull_policy config: unsupported pull policy: "Always"',
  },
  {
    name: 'it is not read where all images of the job have policies',
    source: 'executors/kubernetes/kubernetes.go, getPullPolicies',
    keys: 'pull_policy = "Always"\nallowed_pull_policies = ["always"]',
    job: { image: { name: 'b', pull_policy: ['always'] } },
    sent: ['"imagePullPolicy":"Always"'],
  },
  {
    name: 'the name of the image is filled in before anything is known of directories, and so is what tells it',
    source: 'common/build.go, expandContainerOptions and getBaseVariablesBeforeJob',
    job: { image: { name: 'reg/$CI_BUILDS_DIR-x' } },
    sent: ['{"name":"CI_JOB_IMAGE","value":"reg/-x"}', '"image":"reg/-x"'],
  },
  {
    name: 'an image that a variable makes empty is none, and no variable tells it',
    source: 'common/build.go, getBaseVariablesBeforeJob',
    job: { image: { name: '$NOWHERE' } },
    sent: ['"image":"a"'],
    notSent: ['CI_JOB_IMAGE'],
  },
  {
    name: 'the alias under which the ports of the image are reached is filled in',
    source: 'common/build.go, expandContainerOptions',
    variables: ['NAME=Web'],
    job: { image: { name: 'b', alias: '$NAME', ports: [{ number: 80 }] } },
    sent: ['"name":"web-80"'],
  },
  {
    name: 'a directory for the sources that is no absolute path',
    source: 'common/build.go, getCustomBuildDir',
    variables: ['GIT_CLONE_PATH=src'],
    error: "prepare: prepare build and shell: Rel: can't make src relative to /builds",
  },
  {
    name: 'pods that keep nodes free need a namespace',
    source: 'executors/kubernetes/autoscaler/pause_pod_manager.go, createDeployment',
    keys: '[runners.kubernetes.autoscaler]\npolicy = [{ idle_count = 1 }]',
    sent: ['"kind":"PriorityClass"'],
    notSent: ['"kind":"Deployment"'],
  },
  {
    name: 'a login without a password has a token',
    source: 'helpers/docker/auth/auth.go, readConfigsFromReader',
    variables: ['DOCKER_AUTH_CONFIG={"auths":{"r.example.com":{"auth":"w7w6csO2","identitytoken":"t"}}}'],
    sent: [
      base64('{"r.example.com":{"username":"ü","password":"rö","serveraddress":"r.example.com","identitytoken":"t"}}'),
    ],
  },
  {
    name: 'one login that cannot be read takes all others with it',
    source: 'helpers/docker/auth/auth.go, AllConfigs',
    variables: ['DOCKER_AUTH_CONFIG={"auths":{"r.example.com":{"auth":"dXNlcjpwYXNz"},"s.example.com":{"auth":"!"}}}'],
    notSent: ['"kind":"Secret"'],
  },
  {
    name: 'so does a program that keeps logins and is not there',
    source: 'helpers/docker/auth/auth.go, readConfigsFromCredentialsHelper',
    variables: [
      'DOCKER_AUTH_CONFIG={"auths":{"r.example.com":{"auth":"dXNlcjpwYXNz"}},"credHelpers":{"e.example.com":"ecr-login"}}',
    ],
    notSent: ['"kind":"Secret"'],
  },
  {
    name: 'a scheme makes a login one of the whole registry, the first of equal ones is taken',
    source: 'helpers/docker/auth/auth.go, convertToRegistryPath',
    variables: ['DOCKER_AUTH_CONFIG={"auths":{"HTTPS://R.example.com/v2/":{"username":"u"}}}'],
    job: { credentials: [{ type: 'registry', url: 'r.example.com', username: 'w', password: 'p' }] },
    sent: [base64('{"HTTPS://R.example.com/v2/":{"username":"u","serveraddress":"HTTPS://R.example.com/v2/"}}')],
  },
];

const platforms: readonly (readonly [written: string, asked: string])[] = [
  ['arm64', 'linux/arm64'],
  ['arm64/v8', 'linux/v8'],
  ['linux', 'linux/amd64'],
  ['Linux/aarch64', 'linux/arm64'],
  ['linux/arm64/v8', 'linux/arm64/v8'],
  ['linux/arm64/8', 'linux/arm64/v8'],
  ['linux/x86_64', 'linux/amd64'],
  ['windows/amd64', 'windows/amd64'],
  ['linux/arm', 'linux/arm'],
  ['linux/arm/7', 'linux/arm/v7'],
  ['linux/arm/6', 'linux/arm/v6'],
  ['armel', 'linux/arm/v6'],
  ['armhf', 'linux/arm'],
  ['darwin/arm64', 'linux/arm64'],
];

for (const [platform, asked] of platforms) {
  test(`docker: a platform ${platform} (executors/docker/internal/pull/manager.go, parsePlatform)`, () => {
    const toml = '[[runners]]\nexecutor = "docker"\n[runners.docker]\n';
    const image = { name: 'b', executor_opts: { docker: { platform } } };
    const { containers = [] } = previewed(toml, { ...ordinaryJob({}), image }, 'docker');
    const wanted = { kind: 'pull', image: 'docker.io/library/b:latest', platform: asked };
    assert.deepEqual(
      containers.filter((each) => JSON.stringify(each).includes('library/b')),
      [wanted],
    );
  });
}

const inDocker: readonly Example[] = [
  {
    name: 'what goes wrong with a container of steps is said to be so',
    source: 'executors/docker/steps.go, Connect; steps/execute.go, Execute',
    keys: 'cpus = "two"',
    flags: CONCRETE,
    error:
      'prepare: creating connect dialer: creating build container for dialer: failed to parse two as a rational number',
  },
  {
    name: 'what stands behind the root is read before the root is refused',
    source: 'executors/docker/internal/volumes/parser/linux_parser.go, ParseVolume',
    keys: 'volumes = ["/a:/:nocopy"]',
    error: 'prepare: invalid volume specification: "/a:/:nocopy"',
  },
  {
    name: 'the volume of the program of steps is there already',
    source: 'executors/docker/steps.go, bootstrap',
    keys: 'volumes = ["/opt/gitlab-runner"]',
    flags: CONCRETE,
    error:
      'prepare: bootstrap volume: creating cache volume: updating managed volumes list: volume for container path "/opt/gitlab-runner" is already defined',
  },
  {
    name: 'the graphics cards of a service are read before its processors',
    source: 'executors/docker/docker.go, createService',
    keys: 'service_gpus = "x=1"\nservice_cpus = "two"',
    job: { services: [{ name: 'redis' }] },
    error: "prepare: parsing gpus string \"x=1\": unexpected key 'x' in 'x=1'",
  },
  {
    name: 'the variable of GitLab is the first of its name',
    source: 'common/build.go, IsProtected',
    variables: ['CI_COMMIT_REF_PROTECTED=false', 'CI_COMMIT_REF_PROTECTED=true'],
    notSent: ['-protected"'],
  },
  {
    name: 'a protected branch',
    source: 'common/spec/variables.go, Bool',
    variables: ['CI_COMMIT_REF_PROTECTED=TRUE'],
    sent: ['-protected"'],
  },
  {
    name: 'a pattern of images for devices that is none',
    source: 'executors/docker/docker.go, getServicesDevices',
    keys: 'services_devices = { "{a" = ["/dev/b"] }',
    job: { services: [{ name: 'redis' }] },
    error: 'prepare: invalid service device image pattern: {a: syntax error in pattern',
  },
  {
    name: 'a port that is none',
    source: 'executors/docker/docker.go, getContainerIPAndExposedPorts',
    job: { services: [{ name: 'redis', variables: [{ key: 'HEALTHCHECK_TCP_PORT', value: 'redis' }] }] },
    error: 'prepare: getting exposed ports: invalid health check tcp port: redis',
  },
  {
    name: 'servers of names are written as Go writes them',
    source: 'executors/docker/docker.go, dnsServerAddrs',
    keys: 'dns = ["8.8.8.8", "2001:DB8:0:0:1:0:0:0001", "::ffff:7f00:1", "fe80:0::1%eth0"]',
    sent: ['"Dns":["8.8.8.8","2001:db8::1:0:0:1","::ffff:127.0.0.1","fe80::1%eth0"]'],
  },
  {
    name: 'a network is called `container` when no container is named',
    source: 'moby/api/types/container, NetworkMode.IsContainer',
    keys: 'network_mode = "container"',
    sent: ['"Aliases":["build"'],
  },
  {
    name: 'a policy of the key is not read where the job has one, another key allows it and the helper is there',
    source: 'executors/docker/internal/pull/manager.go, GetDockerImage',
    keys: 'pull_policy = "Always"\nallowed_pull_policies = ["always"]',
    job: { image: { name: 'b', pull_policy: ['always'] }, $judge: { local_images: [HELPER] } },
    sent: ['"image":"docker.io/library/b:latest"'],
  },
  {
    name: 'the login of the longest path is sent with an image',
    source: 'helpers/docker/auth/auth.go, ConfigForImage',
    variables: [
      'DOCKER_AUTH_CONFIG={"auths":{"r.example.com":{"username":"u"},"r.example.com/team":{"username":"w"},"https://index.docker.io/v1/":{"username":"d"}}}',
    ],
    job: { image: { name: 'R.example.com/team/app:1' }, services: [{ name: 'redis:7' }] },
    sent: [
      '"auth":{"username":"w","serveraddress":"r.example.com/team"}',
      '"auth":{"username":"d","serveraddress":"https://index.docker.io/v1/"}',
    ],
  },
];

const quantities: readonly (readonly [written: string, sent: string])[] = [
  ['10241.510', '10241.510'],
  ['1.500', '1.500'],
  ['1.50', '1500m'],
  ['0.500', '500m'],
  ['1.5123456789e10', '1.5123456789e10'],
  ['100.Ti', '100Ti'],
  ['1.Gi', '1.Gi'],
  ['8Gi', '8Gi'],
  ['024Mi', '24Mi'],
  ['025Mi', '025Mi'],
  ['10000000P', '10'],
  ['Gi', '0'],
  ['Pi', 'unable to parse numeric part of quantity'],
  ['e-31', 'unable to parse numeric part of quantity'],
];

test('quantities are written as Kubernetes writes them (k8s.io/apimachinery/pkg/api/resource, ParseQuantity)', () => {
  for (const [written, sent] of quantities) {
    const read = parseQuantity(written);
    assert.equal('wrong' in read ? read.wrong : read.text, sent, written);
  }
});

const patches: readonly (readonly [patch: Json, made: Json | string])[] = [
  [[{ op: 'add', value: 1 }], 'add operation failed to decode path: missing value'],
  [[{ op: 'test', value: 1 }], 'test operation failed to decode path: operation missing path field: missing value'],
  [[{ op: 'copy', path: '/a' }], 'copy operation failed to decode from: operation, missing from field: missing value'],
  [[{ op: 'move', from: '/x/y' }], 'move operation does not apply: doc is missing from path: /x/y: missing value'],
  [[{ op: 'remove', path: '/l/-' }], `error in remove for path: '/l/-': strconv.Atoi: parsing "-": invalid syntax`],
  [
    [{ op: 'add', path: '/l/x', value: 1 }],
    `error in add for path: '/l/x': value was not a proper array index: 'x': strconv.Atoi: parsing "x": invalid syntax`,
  ],
  [[{ op: 'replace', path: '', value: { b: 1 } }], { b: 1 }],
  [[{ op: 'replace', path: '', value: 1 }], 'replace operation value must be object or array: %!w(<nil>)'],
  [[{ op: 'test', path: '', value: { l: [1] } }], { l: [1] }],
  [[{ op: 'test', path: '', value: 1 }], 'testing value  failed: test failed'],
];

for (const [patch, made] of patches) {
  test(`a patch ${JSON.stringify(patch)} (github.com/evanphx/json-patch, patch.go)`, () => {
    const act = () => jsonPatch({ l: [1] }, patch, byRunner);
    if (typeof made === 'string') assert.throws(act, { message: made });
    else assert.deepEqual(act(), made);
  });
}

test('a class of a pattern may match a slash, too (github.com/bmatcuk/doublestar/v4, match.go)', () => {
  assert.ok(matchesGlob('a[^b]c', 'a/c'));
  assert.ok(!matchesGlob('a?c', 'a/c'));
});

test('a text is quoted as Go quotes it (strconv.Quote)', () => {
  assert.equal(quoted('a "b" \\ \n\x7f\u0085'), '"a \\"b\\" \\\\ \\n\\x7f\\u0085"');
  assert.equal(quoted('\u00a0\u200b\u2028\ufeff\u{e0001} ü😀'), '"\\u00a0\\u200b\\u2028\\ufeff\\U000e0001 ü😀"');
});

test('docker: the container that brings the program of steps has the runtime and the isolation, too (executors/docker/steps.go, bootstrap)', () => {
  const toml = `[[runners]]\nexecutor = "docker"\nfeature_flags = { ${CONCRETE} }\n[runners.docker]\nimage = "a"\nruntime = "runsc"\nisolation = "default"\n`;
  const made = previewed(toml, ordinaryJob({}), 'docker').containers?.map((each) => JSON.stringify(each)) ?? [];
  const brings = made.find((each) => each.includes('"AutoRemove":true')) ?? '';
  assert.match(brings, /"Runtime":"runsc"/);
  assert.match(brings, /"Isolation":"default"/);
});

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

for (const [executor, examples] of [['kubernetes', inKubernetes] as const, ['docker', inDocker] as const]) {
  for (const { name, source, keys = '', flags = '', variables, job, sent = [], notSent = [], error } of examples) {
    test(`${executor}: ${name} (${source})`, () => {
      const toml = `[[runners]]\nname = "own"\ntoken = "glrt-abcdefghijklmnop"\nexecutor = "${executor}"\nfeature_flags = { ${flags} }\n[runners.${executor}]\nimage = "a"\n${keys}\n`;
      const made = previewed(toml, { ...ordinaryJob({ variables }), ...job }, executor);
      assert.equal(made.error, error);
      const all = JSON.stringify([made.pod, made.objects, made.containers]);
      for (const part of sent) assert.ok(all.includes(part), part);
      for (const part of notSent) assert.ok(!all.includes(part), part);
    });
  }
}

const expressions: readonly (readonly [expression: string, said: string])[] = [
  ['a)', 'unexpected ): `a)`'],
  ['a(b', 'missing closing ): `a(b`'],
  ['(?<n>a', 'missing closing ): `(?<n>a`'],
  ['a\\', 'trailing backslash at end of expression: ``'],
  ['x(?<=y)z', 'invalid named capture: `(?<=y)z`'],
  ['(?<!y>)', 'invalid named capture: `(?<!y>`'],
  ['(?!y)', 'invalid or unsupported Perl syntax: `(?!`'],
  ['(?i-)', 'invalid or unsupported Perl syntax: `(?i-)`'],
  ['(?imx)', 'invalid or unsupported Perl syntax: `(?imx`'],
];

for (const [expression, said] of expressions) {
  test(`kubernetes: what Go says against the expression ${expression} (executors/kubernetes/overwrites.go, overwriteRegexCheck)`, () => {
    const toml = `[[runners]]\nexecutor = "kubernetes"\n[runners.kubernetes]\nimage = "a"\nnamespace_overwrite_allowed = '${expression}'\n`;
    const { error } = previewed(toml, ordinaryJob({ variables: ['KUBERNETES_NAMESPACE_OVERWRITE=b'] }));
    assert.equal(error, `prepare: couldn't prepare overwrites: error parsing regexp: ${said}`);
  });
}

test('docker-windows: a directory of the cache is joined as Windows does it (executors/docker/internal/volumes/parser/path_windows.go)', () => {
  const toml =
    '[[runners]]\nexecutor = "docker-windows"\nbuilds_dir = "C:/b"\n[runners.docker]\nimage = "a"\ncache_dir = "C:\\\\cache"\nvolumes = ["C:\\\\data"]\n';
  const job = { ...ordinaryJob({}), $judge: { docker_os: 'windows', docker_kernel: '10.0 20348 (x)' } };
  const { error, containers } = previewed(toml, job, 'docker');
  assert.equal(error, undefined);
  assert.match(JSON.stringify(containers), /"C:\\\\cache\\\\runner-[\da-f]{32}\\\\[\da-f]{32}:C:\\\\data"/);
});

test('docker-windows: the helper gets the flags of PowerShell whatever its shell is (helpers/container/helperimage/info.go, getPowerShellCmd)', () => {
  const toml = '[[runners]]\nexecutor = "docker-windows"\nshell = "bash"\n[runners.docker]\nimage = "a"\n';
  const job = { ...ordinaryJob({}), $judge: { docker_os: 'windows', docker_kernel: '10.0 20348 (x)' } };
  assert.match(JSON.stringify(previewed(toml, job, 'docker').containers), /"Cmd":\["bash","-NoProfile","-NoLogo"/);
});
