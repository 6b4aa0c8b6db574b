/** What pods cannot have, and what they silently do not get. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, fixed } from '../../findings';

const HEAD = `[[runners]]\n  url = "https://gitlab.example.com"\n  token = "glrt-0123456789abcdefghij"\n  executor = "kubernetes"\n`;
const SUSPEND = '  id = 12\n  [runners.feature_flags]\n    FF_SUSPENDABLE_ENVIRONMENTS = true\n';
const PATCHES = '  [runners.feature_flags]\n    FF_USE_ADVANCED_POD_SPEC_CONFIGURATION = true\n';

/** A runner with lines of its own in `[runners.kubernetes]`, from line 8 on. */
function pods(lines: string, ofRunner = ''): string {
  return `${HEAD}${ofRunner}  [runners.kubernetes]\n    namespace = "ci"\n    image = "alpine:3.20"\n${lines}`;
}

test('flags that suspended environments do not go with', () => {
  for (const [flag, code] of counted([
    ['FF_CONCRETE', 'k8s-suspend-concrete'],
    ['FF_USE_LEGACY_KUBERNETES_EXECUTION_STRATEGY', 'k8s-suspend-legacy'],
  ] as const)) {
    const before = pods('', `${SUSPEND}    ${flag} = true\n`);
    assert.deepEqual(briefReportOf(before), [`8 error ${code} «true»`]);
    assert.deepEqual(briefReportOf(fixed(before, `Remove \`${flag}\``)), []);
  }
});

test('what a suspended environment needs of its containers', () => {
  const build = '    [runners.kubernetes.build_container_security_context]\n';
  const cases: readonly (readonly [string, string])[] = [
    ['    cap_drop = ["ALL"]\n', 'k8s-suspend-cap-drop «"ALL"»'],
    [`${build}      capabilities = { drop = ["sys_admin"] }\n`, 'k8s-suspend-cap-drop «"sys_admin"»'],
    [`${build}      run_as_user = 1000\n`, 'k8s-suspend-nonroot «1000»'],
    ['    [runners.kubernetes.pod_security_context]\n      run_as_non_root = true\n', 'k8s-suspend-nonroot «true»'],
    [
      '    [[runners.kubernetes.volumes.empty_dir]]\n      name = "a"\n      mount_path = "/gl_persist"\n',
      'k8s-suspend-mount «"/gl_persist"»',
    ],
    [
      '    [[runners.kubernetes.volumes.pvc]]\n      name = "a"\n      mount_path = "/builds"\n',
      'k8s-suspend-mount «"/builds"»',
    ],
  ];
  for (const [lines, finding] of counted(cases)) {
    const found = briefReportOf(pods(lines, SUSPEND));
    assert.equal(found.length, 1, finding);
    assert.ok(found[0]?.endsWith(` error ${finding}`), found[0]);
    const codes = briefReportOf(pods(lines)).filter((line) => line.includes('k8s-suspend'));
    assert.deepEqual(codes, [], 'without the flag');
  }
});

test('a service with a command, and entrypoints that are honored', () => {
  const service = '    [[runners.kubernetes.services]]\n      name = "redis:7"\n      entrypoint = ["/x"]\n';
  const flags = `${SUSPEND}    FF_KUBERNETES_HONOR_ENTRYPOINT = true\n`;
  assert.deepEqual(briefReportOf(pods(service, flags)), ['14 error k8s-suspend-honor-entrypoint «entrypoint»']);
});

test('a service with a command, and entrypoints that are honored without suspending', () => {
  const service =
    '    [[runners.kubernetes.services]]\n      name = "redis:7"\n      command = ["x"]\n      entrypoint = []\n';
  const flag = '  environment = ["FF_KUBERNETES_HONOR_ENTRYPOINT=true"]\n';
  assert.deepEqual(briefReportOf(pods(service, flag)), ['11 warning k8s-service-command «command»']);
  assert.deepEqual(briefReportOf(pods(service)), []);
});

test('the directory of builds in another spelling', () => {
  const before = pods('    [[runners.kubernetes.volumes.pvc]]\n      name = "a"\n      mount_path = "/x/../builds/"\n');
  assert.deepEqual(briefReportOf(before), ['10 warning k8s-builds-dir-mount «"/x/../builds/"»']);
  assert.deepEqual(briefReportOf(fixed(before, 'Change to `"/builds"`')), []);
});

test('suspended environments of a runner without a number', () => {
  const flags = '  [runners.feature_flags]\n    FF_SUSPENDABLE_ENVIRONMENTS = true\n';
  assert.deepEqual(briefReportOf(pods('', flags)), ['6 warning suspendable-without-id «true»']);
});

test('a helper image for other nodes becomes one for these', () => {
  const image = (arch: string) =>
    `    helper_image = "registry.gitlab.com/gitlab-org/gitlab-runner/gitlab-runner-helper:${arch}-v\${CI_RUNNER_VERSION}"\n`;
  const nodes = '    [runners.kubernetes.node_selector]\n      "kubernetes.io/arch" = "arm64"\n';
  for (const arch of counted(['x86_64', 'alpine3.19-x86_64'])) {
    const before = pods(image(arch) + nodes);
    assert.deepEqual(briefReportOf(before), ['8 warning helper-arch-vs-node-selector «x86_64»']);
    assert.deepEqual(briefReportOf(fixed(before, 'Change to `arm64`')), []);
  }
  assert.deepEqual(briefReportOf(pods(image('arm64') + nodes)), []);
});

test('a namespace for each job', () => {
  const text = `${HEAD}  [runners.kubernetes]\n    image = "alpine:3.20"\n    namespace_per_job = true\n    namespace = "ci"\n    service_account = "builder"\n`;
  assert.deepEqual(briefReportOf(text), [
    '8 warning k8s-namespace-per-job «namespace»',
    '9 warning k8s-namespace-per-job «"builder"»',
  ]);
});

test('a profile of the node without its name, and a name without a profile of the node', () => {
  const profile = (lines: string) => pods(`    [runners.kubernetes.pod_security_context.seccomp_profile]\n${lines}`);
  assert.deepEqual(briefReportOf(profile('      type = "Localhost"\n')), [
    '9 warning k8s-profile-localhost «"Localhost"»',
  ]);
  assert.deepEqual(briefReportOf(profile('      type = "Unconfined"\n      localhost_profile = "p.json"\n')), [
    '10 warning k8s-profile-localhost «localhost_profile»',
  ]);
});

test("the runner's own labels", () => {
  const label = (name: string) => pods(`    [runners.kubernetes.pod_labels]\n      "${name}" = "b"\n`);
  for (const name of counted(['x.runner.gitlab.com/a', 'Runner.GitLab.com', 'runner.gitlab.com/a'])) {
    const found = briefReportOf(label(name));
    assert.deepEqual(found, [`9 warning k8s-pod-labels-reserved «"${name}"»`]);
  }
  assert.deepEqual(briefReportOf(label('runner.gitlab.com.example.org/a')), []);
  assert.deepEqual(briefReportOf(label('myrunner.gitlab.com/a')), []);
  assert.doesNotMatch(fixed(label('runner.gitlab.com/a'), 'Remove `runner.gitlab.com/a`'), /"b"/);
});

test('users of a pod', () => {
  const patch = '    [[runners.kubernetes.pod_spec]]\n      name = "u"\n      patch = "hostUsers: false"\n';
  assert.deepEqual(briefReportOf(pods(patch, PATCHES)), ['12 warning k8s-user-namespaces-dirs «patch»']);
});

test('a hook that does nothing', () => {
  assert.deepEqual(briefReportOf(pods('    [runners.kubernetes.container_lifecycle.post_start]\n')), [
    '8 error k8s-lifecycle-handler «post_start»',
  ]);
});

test('mounts that reach the node', () => {
  const lines =
    '    [[runners.kubernetes.volumes.host_path]]\n      name = "a"\n      mount_path = "/a"\n      mount_propagation = "Bidirectional"\n';
  assert.deepEqual(briefReportOf(pods(lines)), ['11 error k8s-mount-propagation «"Bidirectional"»']);
  assert.deepEqual(briefReportOf(pods(`    privileged = true\n${lines}`)), []);
  // Every container gets every volume: one of them with privileges is not enough.
  for (const container of ['build', 'helper']) {
    const one = `${lines}    [runners.kubernetes.${container}_container_security_context]\n      privileged = true\n`;
    assert.deepEqual(briefReportOf(pods(one)), ['11 error k8s-mount-propagation «"Bidirectional"»'], container);
  }
});

test('variables of a job where none are put in', () => {
  const path =
    '    [[runners.kubernetes.volumes.host_path]]\n      name = "a"\n      mount_path = "/a"\n      host_path = "/srv/$CI_PROJECT_ID"\n';
  assert.deepEqual(briefReportOf(pods(path)), ['11 warning k8s-unexpanded-variable «"/srv/$CI_PROJECT_ID"»']);
  const name = '    [[runners.kubernetes.volumes.empty_dir]]\n      name = "a-$CI_JOB_ID"\n      mount_path = "/a"\n';
  assert.deepEqual(briefReportOf(pods(name)), ['9 error k8s-unexpanded-variable «"a-$CI_JOB_ID"»']);
});

test('what may be meant, but most often is not', () => {
  const build = '    [runners.kubernetes.build_container_security_context]\n      run_as_user = 1000\n';
  const helper = '    [runners.kubernetes.helper_container_security_context]\n      run_as_user = 1001\n';
  const socket = '    [[runners.kubernetes.volumes.host_path]]\n      name = "docker"\n      mount_path =';
  const cases: readonly (readonly [string, string])[] = [
    [`${socket} "/var/run/docker.sock"\n`, 'k8s-docker-sock «"/var/run/docker.sock"»'],
    [`${socket} "/d"\n      host_path = "/run/docker.sock"\n`, 'k8s-docker-sock «"/run/docker.sock"»'],
    [
      '    image_pull_secrets = ["a"]\n    use_service_account_image_pull_secrets = true\n',
      'k8s-sa-pull-secrets «image_pull_secrets»',
    ],
    [build + helper, 'k8s-helper-build-uid «1001»'],
    [
      '    [runners.kubernetes.pod_annotations]\n      "container.apparmor.security.beta.kubernetes.io/build" = "unconfined"\n',
      'k8s-apparmor-annotation «"container.apparmor.security.beta.kubernetes.io/build"»',
    ],
    ['    helper_memory_limit = "64Mi"\n', 'k8s-helper-memory «"64Mi"»'],
  ];
  for (const [lines, finding] of counted(cases)) {
    const found = briefReportOf(pods(lines));
    assert.equal(found.length, 1, finding);
    assert.ok(found[0]?.endsWith(` hint ${finding}`), found[0]);
  }
});

test('the network of the node, and the name servers for it', () => {
  const patch = (text: string) =>
    pods(`    [[runners.kubernetes.pod_spec]]\n      name = "p"\n      patch = "${text}"\n`, PATCHES);
  const before = patch('hostNetwork: true');
  assert.deepEqual(briefReportOf(before), ['12 hint k8s-host-network-aliases «patch»']);
  assert.deepEqual(briefReportOf(fixed(before, 'Change `dns_policy` to `"cluster-first-with-host-net"`')), []);
  assert.deepEqual(briefReportOf(patch('{hostNetwork: true, dnsPolicy: Default}')), []);
});

describe('nothing is said of', () => {
  const quiet: Readonly<Record<string, string>> = {
    'suspended environments of root': pods('    cap_drop = ["SETUID"]\n', SUSPEND),
    'privileged builds that drop all': pods('    privileged = true\n    cap_drop = ["ALL"]\n', SUSPEND),
    'a service without a command': pods(
      '    [[runners.kubernetes.services]]\n      name = "redis:7"\n      command = []\n',
      `${SUSPEND}    FF_KUBERNETES_HONOR_ENTRYPOINT = true\n`,
    ),
    'all capabilities dropped': pods('    cap_drop = ["ALL"]\n'),
    'a mount elsewhere': pods(
      '    [[runners.kubernetes.volumes.empty_dir]]\n      name = "a"\n      mount_path = "/gl_persist/a"\n',
      SUSPEND,
    ),
    'a runner that registers later': `[[runners]]\n  [runners.feature_flags]\n    FF_SUSPENDABLE_ENVIRONMENTS = true\n  [runners.kubernetes]\n    image = "a:1"\n`,
    'a helper image of our own': pods(
      '    helper_image = "registry.example.com/helper:x86_64-v1"\n    [runners.kubernetes.node_selector]\n      "kubernetes.io/arch" = "arm64"\n',
    ),
    'nodes that a variable names': pods(
      `    helper_image = "gitlab/gitlab-runner-helper:x86_64-v\${CI_RUNNER_VERSION}"\n    [runners.kubernetes.node_selector]\n      "kubernetes.io/arch" = "\${ARCH}"\n`,
    ),
    'a namespace for each job alone': `${HEAD}  [runners.kubernetes]\n    image = "alpine:3.20"\n    namespace_per_job = true\n    service_account = "default"\n`,
    'no namespace for each job': pods('    namespace_per_job = false\n    service_account = "builder"\n'),
    'a profile of the node': pods(
      '    [runners.kubernetes.pod_security_context.app_armor_profile]\n      type = "Localhost"\n      localhost_profile = "p"\n',
    ),
    'the profile of the runtime': pods(
      '    [runners.kubernetes.build_container_security_context.seccomp_profile]\n      type = "RuntimeDefault"\n      localhost_profile = ""\n',
    ),
    'annotations of the runner': pods('    [runners.kubernetes.pod_annotations]\n      "runner.gitlab.com/a" = "b"\n'),
    'labels of our own': pods('    [runners.kubernetes.pod_labels]\n      team = "b"\n'),
    'users of the node': pods('    [[runners.kubernetes.pod_spec]]\n      patch = "hostUsers: true"\n', PATCHES),
    'an alias by a variable': pods(
      '    [[runners.kubernetes.services]]\n      name = "redis:7"\n      alias = "$CI_PROJECT_NAME"\n',
    ),
    'a hook': pods('    [runners.kubernetes.container_lifecycle.pre_stop.exec]\n      command = ["sleep", "5"]\n'),
    'hooks that are none': pods('    [runners.kubernetes.container_lifecycle]\n'),
    'mounts from the node': pods(
      '    [[runners.kubernetes.volumes.host_path]]\n      name = "a"\n      mount_path = "/a"\n      mount_propagation = "HostToContainer"\n',
    ),
    'a list of operations': pods(
      `    [[runners.kubernetes.pod_spec]]\n      patch_type = "json"\n      patch = '[{ "op": "add", "path": "/hostname", "value": "spec" }]'\n`,
      PATCHES,
    ),
    'variables of the job where they are put in': pods(
      '    [[runners.kubernetes.volumes.pvc]]\n      name = "a-$CI_PROJECT_ID"\n      mount_path = "/a/$CI_PROJECT_ID"\n      sub_path = "$CI_PROJECT_ID"\n',
    ),
    'a helper as root': pods(
      '    [runners.kubernetes.build_container_security_context]\n      run_as_user = 1000\n    [runners.kubernetes.helper_container_security_context]\n      run_as_user = 0\n',
    ),
    'a socket of our own': pods(
      '    [[runners.kubernetes.volumes.host_path]]\n      name = "a"\n      mount_path = "/var/run/a.sock"\n',
    ),
    'secrets that no account has': pods('    image_pull_secrets = ["a"]\n'),
    'memory for the helper': pods('    helper_memory_limit = "256Mi"\n'),
    'paths that something else fills in': pods(
      `    [[runners.kubernetes.volumes.host_path]]\n      name = "a"\n      mount_path = "/a"\n      host_path = "\${DATA_DIR}/a"\n`,
    ),
  };
  for (const [what, text] of counted(Object.entries(quiet), 20)) {
    it(what, () => assert.deepEqual(briefReportOf(text), []));
  }
});
