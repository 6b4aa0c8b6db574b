/** What Kubernetes refuses of a pod, and what the runner does not tell it. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, fixed } from '../../findings';

const HEAD = `[[runners]]\n  url = "https://gitlab.example.com"\n  token = "glrt-0123456789abcdefghij"\n  executor = "kubernetes"\n`;

/** A runner with lines of its own in `[runners.kubernetes]`, from line 8 on. */
function pods(lines: string, ofRunner = ''): string {
  return `${HEAD}${ofRunner}  [runners.kubernetes]\n    namespace = "ci"\n    image = "alpine:3.20"\n${lines}`;
}

function volume(kind: string, name: string, path: string, more = ''): string {
  return `    [[runners.kubernetes.volumes.${kind}]]\n      name = "${name}"\n      mount_path = "${path}"\n${more}`;
}

test('two volumes of one name: the second gets another', () => {
  const before = pods(volume('empty_dir', 'data', '/a') + volume('host_path', 'data', '/b'));
  assert.deepEqual(briefReportOf(before), ['12 error k8s-volume-name-duplicate «"data"»']);
  const after = fixed(before, 'Change to `"data-2"`');
  assert.match(after, /name = "data"\n[\s\S]*name = "data-2"\n/);
  assert.deepEqual(briefReportOf(after), []);
});

test('a secret keeps the name of its object', () => {
  const twice = pods(volume('secret', 'keys', '/a') + volume('secret', 'keys', '/b'));
  assert.deepEqual(briefReportOf(twice), ['12 error k8s-volume-name-duplicate «"keys"»']);
});

test('the names of the volumes that the runner adds', () => {
  for (const name of counted(['repo', 'scripts', 'logs'])) {
    const text = pods(volume('empty_dir', name, '/a'));
    assert.deepEqual(briefReportOf(text), [`9 error k8s-volume-name-duplicate «"${name}"»`]);
  }
});

test('two volumes at one path', () => {
  assert.deepEqual(briefReportOf(pods(volume('pvc', 'a', '/data') + volume('pvc', 'b', '/data'))), [
    '13 error k8s-mount-path-duplicate «"/data"»',
  ]);
});

test('a volume that hides the builds', () => {
  assert.deepEqual(briefReportOf(pods(volume('secret', 'a', '/work'), '  builds_dir = "/work"\n')), [
    '11 warning k8s-hide-builds «"/work"»',
  ]);
  assert.deepEqual(briefReportOf(pods(volume('pvc', 'a', '/builds', '      read_only = true\n'))), [
    '10 warning k8s-hide-builds «"/builds"»',
  ]);
});

test('a request above its limit, and two ways out', () => {
  const before = pods('    helper_memory_request = "1Gi"\n    helper_memory_limit = "512Mi"\n');
  assert.deepEqual(briefReportOf(before), ['8 error k8s-requests-limits «"1Gi"»']);
  assert.match(fixed(before, 'Change `helper_memory_request` to `"512Mi"`'), /helper_memory_request = "512Mi"/);
  assert.match(fixed(before, 'Change `helper_memory_limit` to `"1Gi"`'), /helper_memory_limit = "1Gi"/);
});

test('quantities that say the same in other units', () => {
  for (const [request, limit, count] of counted([
    ['700m', '0.7', 0],
    ['1', '1000m', 0],
    ['1.1', '1100m', 0],
    ['1.2', '1100m', 1],
    ['2', '1500m', 1],
    ['{{ .cpu }}', '1', 0],
    // Below zero each is refused by itself.
    ['-1', '-1', 0],
    ['1', '-1', 0],
  ] as const)) {
    const found = briefReportOf(pods(`    cpu_request = "${request}"\n    cpu_limit = "${limit}"\n`));
    assert.equal(found.filter((line) => line.includes('k8s-requests-limits')).length, count, request);
  }
});

test('a pod that requests less than its containers, services among them', () => {
  const text = (pod: string) =>
    pods(
      `    cpu_request = "1"\n    service_cpu_request = "500m"\n    pod_cpu_request = "${pod}"\n    [[runners.kubernetes.services]]\n      name = "redis:7"\n    [[runners.kubernetes.services]]\n      name = "postgres:16"\n`,
    );
  assert.deepEqual(briefReportOf(text('1500m')), ['10 error k8s-requests-limits «"1500m"»']);
  assert.deepEqual(briefReportOf(text('2')), []);
});

test('privileges of a container that exclude each other', () => {
  const own = '    [runners.kubernetes.service_container_security_context]\n';
  assert.deepEqual(briefReportOf(pods(`    privileged = true\n${own}      allow_privilege_escalation = false\n`)), [
    '10 error k8s-security-context «false»',
  ]);
  assert.deepEqual(briefReportOf(pods(`    allow_privilege_escalation = false\n${own}      privileged = true\n`)), [
    '8 error k8s-security-context «false»',
  ]);
});

test('root that must not be', () => {
  const pod = '    [runners.kubernetes.pod_security_context]\n      run_as_non_root = true\n';
  const build = '    [runners.kubernetes.build_container_security_context]\n      run_as_user = 0\n';
  assert.deepEqual(briefReportOf(pods(pod + build)), ['11 error k8s-security-context «0»']);
  assert.deepEqual(briefReportOf(pods(`${pod}      run_as_user = 0\n`)), ['10 error k8s-security-context «0»']);
});

test('no name servers', () => {
  const before = pods('    dns_policy = "none"\n');
  assert.deepEqual(briefReportOf(before), ['8 error k8s-dns-none «"none"»']);
  assert.deepEqual(briefReportOf(fixed(before, 'Remove `dns_policy`')), []);
  const searches = '    [runners.kubernetes.dns_config]\n      searches = ["example.com"]\n';
  assert.deepEqual(briefReportOf(before + searches), ['8 error k8s-dns-none «"none"»']);
});

test('how to log in to a cluster', () => {
  const host = '    host = "https://10.0.0.1:6443"\n';
  assert.deepEqual(briefReportOf(pods(`${host}    cert_file = "/c.crt"\n    key_file = "/c.key"\n`)), [
    '9 error k8s-client-cert-trio «"/c.crt"»',
  ]);
  assert.deepEqual(briefReportOf(pods(`${host}    ca_file = "/ca.crt"\n`)), [
    '8 warning k8s-host-auth «"https://10.0.0.1:6443"»',
  ]);
  assert.deepEqual(briefReportOf(pods('    ca_file = "/ca.crt"\n')), ['8 warning k8s-auth-without-host «ca_file»']);
  const both = pods(`${host}    bearer_token = "0123456789abcdef"\n    context = "prod"\n`);
  assert.deepEqual(briefReportOf(both), ['10 hint k8s-context-with-host «context»']);
  assert.deepEqual(briefReportOf(fixed(both, 'Remove `context`')), []);
});

test('a token that nobody has put in', () => {
  for (const token of counted(['<paste the token here>', 'YOUR_TOKEN', 'REPLACE_ME', 'k8s Token凭证'])) {
    const text = pods(`    host = "https://10.0.0.1:6443"\n    bearer_token = "${token}"\n`);
    assert.deepEqual(briefReportOf(text), [`9 warning k8s-placeholder-token «"${token}"»`]);
  }
});

test('one look at a pod', () => {
  assert.deepEqual(briefReportOf(pods('    poll_timeout = 2\n')), ['8 warning k8s-poll «2»']);
  assert.deepEqual(briefReportOf(pods('    poll_interval = 200\n')), ['8 warning k8s-poll «200»']);
});

test('patches without their flag get it', () => {
  const patch = `    [[runners.kubernetes.pod_spec]]\n      name = "p"\n      patch = "terminationGracePeriodSeconds: 10"\n`;
  const before = pods(patch);
  assert.deepEqual(briefReportOf(before), ['8 warning k8s-pod-spec-flag «pod_spec»']);
  const title = 'Change `FF_USE_ADVANCED_POD_SPEC_CONFIGURATION` to `true`';
  assert.deepEqual(briefReportOf(fixed(before, title)), []);
  const off = pods(patch, '  [runners.feature_flags]\n    FF_USE_ADVANCED_POD_SPEC_CONFIGURATION = false\n');
  assert.match(fixed(off, title), /FF_USE_ADVANCED_POD_SPEC_CONFIGURATION = true\n/);
});

test('pause pods without a policy', () => {
  assert.deepEqual(briefReportOf(pods('    [runners.kubernetes.autoscaler]\n      max_pause_pods = 4\n')), [
    '8 warning k8s-autoscaler-policy «autoscaler»',
  ]);
});

test('Windows without a build that has a helper image', () => {
  const selector = '    [runners.kubernetes.node_selector]\n      "kubernetes.io/os" = "windows"\n';
  const build = (number: string) => `${selector}      "node.kubernetes.io/windows-build" = "${number}"\n`;
  assert.deepEqual(briefReportOf(pods(selector)), ['9 error k8s-windows «"windows"»']);
  assert.deepEqual(briefReportOf(pods(build('10.0.25398'))), ['10 error k8s-windows «"10.0.25398"»']);
  assert.deepEqual(briefReportOf(pods(build('10.0.17763.1234'))), []);
});

describe('nothing is said of', () => {
  const quiet: Readonly<Record<string, string>> = {
    'a claim that is mounted twice': pods(volume('pvc', 'a', '/a') + volume('pvc', 'a', '/b')),
    'names that jobs fill in': pods(volume('pvc', 'a-$CI_CONCURRENT_ID', '/a') + volume('empty_dir', 'a', '/b')),
    'a volume called repo at the directory of the builds': pods(volume('empty_dir', 'repo', '/builds')),
    'logs with the legacy strategy': pods(
      volume('empty_dir', 'logs', '/a'),
      '  [runners.feature_flags]\n    FF_USE_LEGACY_KUBERNETES_EXECUTION_STRATEGY = true\n',
    ),
    'two paths that jobs fill in': pods(
      volume('empty_dir', 'a', '$CI_PROJECT_DIR/a') + volume('empty_dir', 'b', '$CI_PROJECT_DIR/a'),
    ),
    'a secret below the builds': pods(volume('secret', 'a', '/builds/keys')),
    'builds in a directory that a variable names': pods(
      volume('secret', 'a', '/builds'),
      `  builds_dir = "\${HOME}/builds"\n`,
    ),
    'a limit alone': pods('    cpu_limit = "1"\n    memory_request = "1Gi"\n'),
    'privileges of one container only': pods(
      '    privileged = true\n    [runners.kubernetes.build_container_security_context]\n      privileged = false\n      allow_privilege_escalation = false\n',
    ),
    'root in one container': pods(
      '    [runners.kubernetes.pod_security_context]\n      run_as_non_root = true\n      run_as_user = 1000\n    [runners.kubernetes.init_permissions_container_security_context]\n      run_as_user = 0\n      run_as_non_root = false\n',
    ),
    'name servers': pods(
      '    dns_policy = "none"\n    [runners.kubernetes.dns_config]\n      nameservers = ["10.96.0.10"]\n',
    ),
    'a proxy that logs in': pods('    host = "http://localhost:8001"\n'),
    'jobs that log in': pods('    host = "https://10.0.0.1:6443"\n    bearer_token_overwrite_allowed = true\n'),
    'keys that the old register left': pods(
      '    host = ""\n    cert_file = ""\n    key_file = ""\n    ca_file = ""\n    bearer_token_overwrite_allowed = false\n    privileged = false\n    [runners.kubernetes.volumes]\n    [runners.kubernetes.autoscaler]\n',
    ),
    'a token by a variable': pods(`    host = "https://10.0.0.1:6443"\n    bearer_token = "\${TOKEN}"\n`),
    'a patch with the flag as a variable': pods(
      '    [[runners.kubernetes.pod_spec]]\n      patch = "hostname: a"\n',
      '  environment = ["FF_USE_ADVANCED_POD_SPEC_CONFIGURATION=1"]\n',
    ),
    'defaults of polling': pods('    poll_timeout = 0\n    poll_interval = 10\n'),
    'a build of Windows that jobs may name': pods(
      '    node_selector_overwrite_allowed = ".*"\n    [runners.kubernetes.node_selector]\n      "kubernetes.io/os" = "windows"\n',
    ),
    'another system': pods('    [runners.kubernetes.node_selector]\n      "kubernetes.io/os" = "linux"\n'),
    'a runner that gets its token later': `[[runners]]\n  [runners.kubernetes]\n    dns_policy = "cluster-first"\n`,
  };
  for (const [what, text] of counted(Object.entries(quiet), 20)) {
    it(what, () => assert.deepEqual(briefReportOf(text), []));
  }
});

test('the table of another executor is not looked at', () => {
  const text = `[[runners]]\n  executor = "shell"\n  [runners.kubernetes]\n    dns_policy = "none"\n    poll_timeout = 1\n`;
  assert.deepEqual(briefReportOf(text), ['3 hint section-for-other-executor «kubernetes»']);
});

test('of a piece of a runner nothing is missing', () => {
  const text = `[runners.kubernetes]\n  host = "https://10.0.0.1:6443"\n  dns_policy = "none"\n`;
  assert.deepEqual(briefReportOf(text), ['1 error missing-runners-header «runners.kubernetes»']);
});
