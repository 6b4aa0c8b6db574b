/** What the API server refuses a pod for, so that each job fails: with twins that it takes, and files that do not show enough. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, fixed, fixTitles } from '../../findings';

const HEAD = `[[runners]]\n  url = "https://gitlab.example.com"\n  token = "glrt-0123456789abcdefghij"\n  executor = "kubernetes"\n`;
const PATCHES = '  [runners.feature_flags]\n    FF_USE_ADVANCED_POD_SPEC_CONFIGURATION = true\n';
const BUILD = '    [runners.kubernetes.build_container_security_context]\n';
const SERVICE = '    [runners.kubernetes.service_container_security_context]\n';
const REDIS = '    [[runners.kubernetes.services]]\n      name = "redis:7"\n';

/** A runner with lines of its own in `[runners.kubernetes]`, from line 7 on. */
function pods(lines: string, ofRunner = '', namespace = 'ci'): string {
  return `${HEAD}${ofRunner}  [runners.kubernetes]\n    namespace = "${namespace}"\n    image = "alpine:3.20"\n${lines}`;
}

function volume(kind: string, lines: string): string {
  return `    [[runners.kubernetes.volumes.${kind}]]\n      name = "a"\n${lines}`;
}

function patch(type: string, text: string, more = ''): string {
  return `    [[runners.kubernetes.pod_spec]]\n      name = "p"\n      patch_type = "${type}"\n      patch = '${text}'\n${more}`;
}

test('all of /proc without users of the pod', () => {
  const unmasked = `${BUILD}      proc_mount = "Unmasked"\n`;
  assert.deepEqual(briefReportOf(pods(unmasked)), ['9 error k8s-proc-mount «"Unmasked"»']);
  assert.deepEqual(briefReportOf(fixed(pods(unmasked), 'Remove `proc_mount`')), []);
  assert.deepEqual(briefReportOf(pods(`${SERVICE}      proc_mount = "unmasked"\n`)), [
    '9 warning k8s-proc-mount «"unmasked"»',
  ]);
  assert.deepEqual(briefReportOf(pods(`${SERVICE}      proc_mount = "unmasked"\n${REDIS}`)), [
    '9 error k8s-proc-mount «"unmasked"»',
  ]);
  const silent = [
    pods(`${BUILD}      proc_mount = "default"\n`),
    pods(`${unmasked}    [[runners.kubernetes.pod_spec]]\n      patch_path = "/p.yaml"\n`, PATCHES),
    pods(`${unmasked}${patch('merge', 'hostUsers: false')}`, PATCHES),
    unmasked,
  ];
  for (const text of counted(silent)) assert.ok(!briefReportOf(text).some((line) => line.includes('proc')), text);
});

test('numbers of users and groups', () => {
  const pod = '    [runners.kubernetes.pod_security_context]\n';
  assert.deepEqual(briefReportOf(pods(`${BUILD}      run_as_user = -1\n      run_as_group = 2147483648\n`)), [
    '9 error k8s-id-range «-1»',
    '10 error k8s-id-range «2147483648»',
  ]);
  assert.deepEqual(briefReportOf(pods(`${pod}      fs_group = -2\n      supplemental_groups = [1, -1]\n`)), [
    '9 error k8s-id-range «-2»',
    '10 error k8s-id-range «-1»',
  ]);
  assert.deepEqual(briefReportOf(pods(`${pod}      fs_group = 2147483647\n      supplemental_groups = [0]\n`)), []);
});

test("a volume at the runner's directory of builds", () => {
  const mount = (path: string) => pods(volume('pvc', `      mount_path = "${path}"\n`));
  for (const path of counted(['$CI_BUILDS_DIR', `\${CI_BUILDS_DIR}`])) {
    assert.deepEqual(briefReportOf(mount(path)), [`10 error k8s-builds-dir-mount «"${path}"»`]);
    assert.deepEqual(briefReportOf(fixed(mount(path), 'Change to `"/builds"`')), []);
  }
  for (const path of counted(['/builds', '$CI_PROJECT_DIR/cache', '$CI_BUILDS_DIRECTORY'])) {
    assert.deepEqual(briefReportOf(mount(path)), []);
  }
});

test('a part of a volume that begins at the root', () => {
  const part = (path: string, more = '') =>
    pods(volume('pvc', `      mount_path = "/a"\n      sub_path = "${path}"\n`) + more);
  assert.deepEqual(briefReportOf(part(`\${CI_PROJECT_DIR}/cache`)), [
    `11 error k8s-sub-path-variable «"\${CI_PROJECT_DIR}/cache"»`,
  ]);
  assert.deepEqual(briefReportOf(part('$CI_PROJECT_DIRS')), []);
  assert.deepEqual(briefReportOf(part('$CI_PROJECT_NAME')), []);
  const windows = '    [runners.kubernetes.node_selector]\n      "kubernetes.io/os" = "windows"\n';
  assert.ok(!briefReportOf(part('$CI_PROJECT_DIR', windows)).some((line) => line.includes('sub-path')));
});

test('a path that leads upwards is written without what it leads out of', () => {
  const part = (path: string) => pods(volume('pvc', `      mount_path = "/a"\n      sub_path = "${path}"\n`));
  const meant = { '/x/../y': 'y', 'a/../b/c': 'b/c', 'a/./../b': undefined, '../a': undefined, 'a/..': undefined };
  for (const [path, other] of Object.entries(meant)) {
    const titles = fixTitles(part(path));
    assert.deepEqual(titles, other === undefined ? [] : [`Change to \`"${other}"\``], path);
  }
});

test('a patch that takes the volumes of the runner away', () => {
  const cache = 'volumes: [{name: cache, emptyDir: {}}]';
  const whole = '[{"op":"add","path":"/volumes","value":[]}]';
  assert.deepEqual(briefReportOf(pods(patch('merge', cache), PATCHES)), ['13 error k8s-pod-spec-volumes «volumes»']);
  assert.deepEqual(briefReportOf(pods(patch('json', whole), PATCHES)), ['13 error k8s-pod-spec-volumes «/volumes»']);
  const silent = [
    pods(patch('strategic', cache), PATCHES),
    pods(patch('json', whole.replace('/volumes', '/volumes/-')), PATCHES),
    pods(patch('merge', 'volumes: [{name: repo}, {name: scripts}, {name: logs}]'), PATCHES),
    pods(patch('merge', `${cache}`, patch('strategic', 'volumes: [{name: repo}]')), PATCHES),
    pods(patch('merge', '{containers: [], volumes: []}'), PATCHES),
  ];
  for (const text of counted(silent)) assert.deepEqual(briefReportOf(text), []);
  const volume = (name: string) =>
    `    [[runners.kubernetes.volumes.empty_dir]]\n      name = "${name}"\n      mount_path = "/logs"\n`;
  for (const name of ['logs', 'a(b', '*']) {
    const report = briefReportOf(pods(volume(name) + patch('merge', cache), PATCHES));
    assert.ok(
      report.some((line) => line.includes('k8s-pod-spec-volumes')),
      name,
    );
  }
  const withoutFlag = briefReportOf(pods(patch('merge', cache)));
  assert.ok(!withoutFlag.some((line) => line.includes('volumes')));
});

test('variables of a job in what Kubernetes knows by its name', () => {
  const cases: readonly (readonly [string, string, string?])[] = [
    [
      pods('    node_selector = { team = "$CI_PROJECT_NAMESPACE" }\n'),
      '8 error k8s-unexpanded-variable «"$CI_PROJECT_NAMESPACE"»',
    ],
    [pods('', '', '$CI_PROJECT_NAME'), '6 error k8s-unexpanded-variable «"$CI_PROJECT_NAME"»'],
    [pods('    service_account = "a-$CI_JOB_ID"\n'), '8 error k8s-unexpanded-variable «"a-$CI_JOB_ID"»'],
    [
      pods('    host_aliases = [{ ip = "10.0.0.1", hostnames = ["$CI_PROJECT_NAME"] }]\n'),
      '8 error k8s-unexpanded-variable «"$CI_PROJECT_NAME"»',
    ],
    [pods(patch('merge', 'nodeName: $CI_JOB_ID'), PATCHES), '13 error k8s-unexpanded-variable «$CI_JOB_ID»'],
  ];
  for (const [text, finding] of counted(cases)) {
    assert.deepEqual(briefReportOf(text), [finding]);
    assert.deepEqual(briefReportOf(text.replaceAll('CI_', 'MY_')), [], 'a variable that may be filled in');
  }
  const perJob = briefReportOf(pods('    namespace_per_job = true\n', '', '$CI_PROJECT_NAME'));
  assert.ok(!perJob.some((line) => line.includes('unexpanded')));
});

test('the limit of a container above that of its pod', () => {
  const limits = (pod: string, more = '') => pods(`    cpu_limit = "2"\n    pod_cpu_limit = "${pod}"\n${more}`);
  assert.deepEqual(briefReportOf(limits('1')), ['8 error k8s-requests-limits «"2"»']);
  assert.deepEqual(briefReportOf(fixed(limits('1'), 'Change `cpu_limit` to `"1"`')), []);
  assert.deepEqual(briefReportOf(limits('2')), []);
  const service = '    service_cpu_limit = "4"\n';
  assert.deepEqual(briefReportOf(limits('2', service)), []);
  assert.deepEqual(briefReportOf(limits('2', service + REDIS)), ['10 error k8s-requests-limits «"4"»']);
});

test('the capability of administrators, and no more privileges', () => {
  const added = (name: string) => pods(`    allow_privilege_escalation = false\n    cap_add = ["${name}"]\n`);
  assert.ok(briefReportOf(added('CAP_SYS_ADMIN')).includes('8 error k8s-security-context «false»'));
  assert.deepEqual(briefReportOf(added('SYS_ADMIN')), []);
});

test('a toleration with a second equals sign', () => {
  const entry = '    node_tolerations = { "a=b=c" = "NoSchedule" }\n';
  assert.deepEqual(briefReportOf(pods(entry)), ['8 error invalid-value «"a=b=c"»']);
  assert.deepEqual(briefReportOf(`# gitlab-runner: version=16.8\n${pods(entry)}`), [
    '9 warning invalid-value «"a=b=c"»',
  ]);
});

test('templates and parts of a file do not show enough', () => {
  const lines = `${volume('pvc', '      mount_path = "$CI_BUILDS_DIR"\n      sub_path = "$CI_PROJECT_DIR"\n')}    [runners.kubernetes.node_selector]\n      team = "$CI_PROJECT_NAMESPACE"\n`;
  const text = pods(lines, '  limit = {{ .Values.limit }}\n');
  assert.deepEqual(briefReportOf(text), []);
});
