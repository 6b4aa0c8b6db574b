/** Commands and edits hold the values that the log has, from the line of the error or from elsewhere in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainText } from '../../../server/joblog/explain';
import { counted } from '../../counted';

/** What is said to do about the first error of a log: its commands and values. */
function said(log: string): string {
  const [error] = explainText(log).errors;
  assert.ok(error, log);
  return [...error.commands, ...error.edits.flatMap(({ value }) => value ?? [])].join('\n');
}

const job = (executor: string, ...lines: readonly string[]) =>
  ['Running with gitlab-runner 17.5.3 (12030cf4)', `Preparing the "${executor}" executor`, ...lines].join('\n');
const NAMESPACE = 'Using Kubernetes namespace: ci';
const ANONYMOUS =
  'ERROR: Job failed (system failure): prepare environment: setting up credentials: secrets is forbidden: User "system:anonymous" cannot create resource "secrets" in API group "" in the namespace "builds"';
const UNREADABLE = 'warning: failed to remove node_modules/.cache: Permission denied';
const REPOSITORY = 'Reinitialized existing Git repository in /home/gitlab-runner/builds/t1_a/0/g/p/.git/';
const HELPER =
  'Using helper image:  registry.example.com/helper:x86_64-v17.5.3  (overridden, default would be  registry.gitlab.com/h:x86_64-v17.5.3 )';
const NO_HELPER = 'ERROR: Job failed: prepare environment: exit code 255. Check https://docs.gitlab.com/runner/';
const FORBIDDEN = 'ERROR: Registering runner... forbidden (check registration token)  runner=GR1348941';
const x509 = (url: string) =>
  `ERROR: Checking for jobs... failed  status=couldn't execute POST against ${url}/api/v4/jobs/request: Post "${url}/api/v4/jobs/request": x509: certificate signed by unknown authority`;

const filled: readonly (readonly [string, string, RegExp])[] = [
  [
    'the namespace of the line',
    job('kubernetes', NAMESPACE, ANONYMOUS),
    /create token gitlab-runner --namespace=builds /,
  ],
  ['the namespace on the next line of a paste', ANONYMOUS.replace('API group', 'API\ngroup'), /--namespace=builds /],
  [
    'the quota, and the namespace that the runner has said before',
    job(
      'kubernetes',
      NAMESPACE,
      'ERROR: Job failed (system failure): pods "r" is forbidden: exceeded quota: compute, requested: cpu=2',
    ),
    /describe quota compute --namespace=ci$/m,
  ],
  [
    'the image that the registry does not have',
    'ERROR: Job failed: failed to pull image "a/b:1" with specified policies [always]: Error response from daemon: manifest for a/b:1 not found',
    /manifest inspect a\/b:1$/m,
  ],
  [
    'the registry that wants credentials',
    job(
      'kubernetes',
      NAMESPACE,
      'ERROR: Job failed: Head "https://registry.example.com:5050/v2/a/manifests/1": denied: access forbidden',
    ),
    /--namespace=ci --docker-server=registry\.example\.com:5050 /,
  ],
  [
    'the port of a registry that has one',
    'ERROR: Job failed: failed to pull image: Error response from daemon: Get "https://registry.local:5000/v2/": x509: certificate signed by unknown authority',
    /-connect registry\.local:5000 /,
  ],
  ['GitLab with the port of HTTPS', x509('https://gitlab.example.com'), /-connect gitlab\.example\.com:443 /],
  [
    'the host that is not to go through the proxy',
    "fatal: unable to access 'https://ci:[MASKED]@gitlab.example.com/g/p.git/': Could not resolve proxy: proxy.corp",
    /^NO_PROXY=gitlab\.example\.com$/m,
  ],
  [
    'the image of the helper',
    job('docker', HELPER, NO_HELPER),
    /docker run --rm registry\.example\.com\/helper:x86_64-v17\.5\.3 /,
  ],
  [
    'the directory of the builds',
    job('shell', REPOSITORY, UNREADABLE),
    /gitlab-runner: \/home\/gitlab-runner\/builds\/t1_a\/0\/g\/p$/m,
  ],
  [
    'the address of GitLab',
    `$ sudo gitlab-runner register --url https://gitlab.example.com --token x\n${FORBIDDEN}`,
    /register --url https:\/\/gitlab\.example\.com --token/,
  ],
];

for (const [name, log, wanted] of counted(filled, 11)) test(name, () => assert.match(said(log), wanted));

test('the key of a resource that a job asks too much of is the one that runners have', () => {
  const keyOf = (resource: string) =>
    explainText(
      `ERROR: Job failed (system failure): couldn't prepare overwrites: invalid limits specified: the resource "${resource}" requested "8" is higher than limit allowed "4"`,
    ).errors[0]?.edits[0]?.key;
  assert.deepEqual(['CPULimit', 'ServiceCPURequest', 'PodMemoryLimit', 'EphemeralStorageLimit'].map(keyOf), [
    'cpu_limit_overwrite_max_allowed',
    'service_cpu_request_overwrite_max_allowed',
    'pod_memory_limit_overwrite_max_allowed',
    'ephemeral_storage_limit_overwrite_max_allowed',
  ]);
});

test('what cures one reason of an error is not offered for another', () => {
  const keys = (line: string) => explainText(line).errors[0]?.edits.map(({ key }) => key);
  const crashed =
    'ERROR: Job failed: waiting for pod running: container "svc-0" is in CrashLoopBackOff: back-off 10s: ';
  assert.deepEqual(keys(`${crashed}superuser password is not specified`), []);
  assert.deepEqual(keys(`${crashed}exec /bin/sh: exec format error`), [
    'helper_image_autoset_arch_and_os',
    'kubernetes.io/arch',
  ]);
  const went = (reason: string, message: string) =>
    keys(`ERROR: Job failed (system failure): pod "ci/r" is disrupted: reason "${reason}", message "${message}"`);
  assert.deepEqual(went('TerminationByKubelet', 'The node was low on resource: memory. Threshold'), ['memory_request']);
  assert.deepEqual(went('PreemptionByScheduler', 'default-scheduler: preempting'), ['priority_class_name']);
  assert.deepEqual(went('DeletionByPodGC', 'PodGC: node no longer exists'), []);
});

test('a file that may not be read asks for no registration', () => {
  const commands = (reason: string) =>
    explainText(`ERROR: Failed to load config stat /etc/gitlab-runner/config.toml: ${reason}  builds=0`).errors[0]
      ?.commands;
  assert.deepEqual(commands('no such file or directory'), ['gitlab-runner register']);
  assert.deepEqual(commands('permission denied'), [
    'sudo ls -l /etc/gitlab-runner/config.toml',
    'ps -o user,args -C gitlab-runner',
  ]);
});

test('what the log does not say is left to the user', () => {
  assert.match(said('User "system:anonymous" cannot create resource'), /--namespace=<namespace>/);
  assert.match(said(FORBIDDEN), /--url <address of GitLab>/);
  assert.match(said(NO_HELPER), /docker run --rm <helper image>/);
});

test('a directory in a container is none of the machine, and what means something to a shell is no value', () => {
  assert.match(said(job('docker', REPOSITORY, UNREADABLE)), /gitlab-runner: <builds directory>$/m);
  assert.match(said(x509('https://a;reboot')), /-connect <gitlab>:443 /);
});
