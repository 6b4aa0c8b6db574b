/** What a line says decides which keys its cure writes: of which container, of which of several reasons, once for each value in a list. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { explainText } from '../../../server/joblog/explain';
import { textsOf } from '../../../server/joblog/texts';
import type { Edit } from '../../../server/joblog/types';
import { Service } from '../../../server/service';
import { counted } from '../../counted';

const job = (executor: string, line: string) =>
  `Running with gitlab-runner 17.5.3 (12030cf4)\nPreparing the "${executor}" executor\n${line}`;
const failed = (line: string) => job('kubernetes', `ERROR: Job failed (system failure): prepare environment: ${line}`);

const shown = ({ table, key, op, value }: Edit) =>
  `${table.replace(/^runners\[\]\.(?:kubernetes|docker)\.?/, '')} ${key} ${op} ${value}`.trim();

function edits(log: string): string[] {
  return explainText(log).errors[0]?.edits.map(shown) ?? ['no error'];
}

/** The file with the best cure of the first error; as it was where there is none. */
function cured(text: string, log: string): string {
  const { errors, runner } = explainText(log);
  const [error] = errors;
  assert.ok(error, log);
  const source = { uri: 'config.toml', languageId: 'gitlab-runner-config', version: 0, getText: () => text };
  const [cure] = new Service().logs.cures(source, error, runner);
  return TextDocument.applyEdits(TextDocument.create('a', 'toml', 0, text), [...(cure?.fileEdits ?? [])]);
}

const runnerOf = (executor: string, lines = '') =>
  `[[runners]]\n  executor = "${executor}"\n  [runners.${executor}]\n    image = "a"\n${lines}`;

const quantity = (what: string, resource: string) =>
  failed(
    `setting up build pod: invalid ${what} specified: parsing resource "${resource}" with value "1GB": "quantities must match"`,
  );
const above = (place: string) =>
  failed(
    `setting up build pod: Pod "r" is invalid: spec.${place}resources.requests: Invalid value: "2Gi": must be less than or equal to memory limit of 1Gi`,
  );
const quota = (resources: string) =>
  failed(`setting up build pod: pods "r" is forbidden: failed quota: q: must specify ${resources}`);
const nodes = (reason: string) => failed(`Unschedulable: "0/3 nodes are available: ${reason}"`);
const violates = (level: string, what: string) =>
  failed(`setting up build pod: pods "r" is forbidden: violates PodSecurity "${level}:latest": ${what}`);
const killed = 'ERROR: Job failed: command terminated with exit code 137';
const step = (section: string, heading: string) =>
  `section_start:1:${section}\r\x1b[0K${heading}\nx\nsection_end:1:${section}\r\x1b[0K`;
const sources = step('get_sources', 'Getting source from Git repository');
const script = step('step_script', 'Executing "step_script" stage of the job script');
const cleanUp = step('cleanup_file_variables', 'Cleaning up project directory and file based variables');
const uploaded = (success: string, status: string) =>
  step(`upload_artifacts_on_${success}`, `Uploading artifacts for ${status} job`);
const config = (container: string) =>
  failed(
    `container configuration error: container has runAsNonRoot and image will run as root (pod: "runner-x_ci(0a)", container: ${container})`,
  );
const slow = (service: string) => job('docker', `*** WARNING: Service ${service} probably didn't start properly.`);

const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['a limit of the build', quantity('build limits', 'memory'), ['memory_limit replace <quantity>']],
  ['a request of the build', quantity('build requests', 'cpu'), ['cpu_request replace <quantity>']],
  ['a limit of the helper', quantity('helper limits', 'memory'), ['helper_memory_limit replace <quantity>']],
  [
    'a request of services',
    quantity('service requests', 'ephemeralStorage'),
    ['service_ephemeral_storage_request replace <quantity>'],
  ],
  ['a limit of the pod', quantity('Pod limits', 'cpu'), ['pod_cpu_limit replace <quantity>']],
  [
    'a quantity of which the line does not say whose it is',
    failed('parsing resource "cpu" with value "x": "quantities"'),
    ['cpu_limit replace <quantity>', 'cpu_request replace <quantity>'],
  ],
  ['a request of the build above its limit', above('containers[0].'), ['memory_request replace <at most the limit>']],
  ['one of the helper', above('containers[1].'), ['helper_memory_request replace <at most the limit>']],
  ['one of a service', above('containers[2].'), ['service_memory_request replace <at most the limit>']],
  [
    'requests of several containers',
    failed(
      'Pod "r" is invalid: [spec.containers[0].resources.requests: Invalid value: "1": must be less than or equal to cpu limit of 500m, spec.containers[1].resources.requests: Invalid value: "2Gi": must be less than or equal to memory limit of 1Gi]',
    ),
    ['cpu_request replace <at most the limit>', 'helper_memory_request replace <at most the limit>'],
  ],
  [
    'a request of which the line does not say whose it is',
    failed('Invalid value: "2": must be less than or equal to cpu limit'),
    ['cpu_request replace <at most the limit>'],
  ],
  [
    'a quota of limits of one resource',
    quota('limits.cpu for: build,helper'),
    ['cpu_limit replace 1', 'helper_cpu_limit replace 500m', 'service_cpu_limit replace 1'],
  ],
  [
    'a quota that names a resource alone means requests',
    quota('memory'),
    ['memory_request replace 1Gi', 'helper_memory_request replace 250Mi', 'service_memory_request replace 1Gi'],
  ],
  [
    'the taints of nodes',
    nodes(
      "1 node(s) had untolerated taint {dedicated: gpu}, 1 node(s) had taint {spot: }, that the pod didn't tolerate, 1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }, 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
    ),
    ['node_tolerations dedicated=gpu replace NoSchedule', 'node_tolerations spot replace NoSchedule'],
  ],
  [
    'taints without their names',
    nodes("3 node(s) had taints that the pod didn't tolerate."),
    ['node_tolerations <key>=<value> replace NoSchedule'],
  ],
  [
    'a standard that asks for little',
    violates('baseline', 'privileged (container "build" must not set securityContext.privileged=true)'),
    ['privileged replace false'],
  ],
  [
    'a standard that asks for much',
    violates(
      'restricted',
      'allowPrivilegeEscalation != false (container "build" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "build" must set securityContext.capabilities.drop=["ALL"]; container "helper" must not include "SYS_ADMIN" in securityContext.capabilities.add), runAsNonRoot != true (pod or container "build" must set securityContext.runAsNonRoot=true)',
    ),
    [
      'allow_privilege_escalation replace false',
      'pod_security_context run_as_non_root replace true',
      'cap_drop append ALL',
      'cap_add remove SYS_ADMIN',
      'build_container_security_context.capabilities add remove SYS_ADMIN',
    ],
  ],
  [
    'a profile that is missing',
    violates(
      'restricted',
      'seccompProfile (pod or container "build" must set securityContext.seccompProfile.type to "RuntimeDefault")',
    ),
    ['pod_security_context.seccomp_profile type replace RuntimeDefault'],
  ],
  [
    'a profile that is not allowed',
    violates(
      'baseline',
      'seccompProfile (container "build" must not set securityContext.seccompProfile.type to "Unconfined")',
    ),
    [
      'pod_security_context.seccomp_profile type replace RuntimeDefault',
      'build_container_security_context.seccomp_profile type replace RuntimeDefault',
    ],
  ],
  ['volumes of the host', violates('baseline', 'hostPath volumes (volume "docker")'), []],
  [
    'a container that its line names',
    job('kubernetes', "Error in container svc-0: exit code: 137, reason: 'OOMKilled'"),
    ['service_memory_limit replace <what jobs need>'],
  ],
  [
    'the helper, by its line',
    job('kubernetes', "Error in container helper: exit code: 137, reason: 'OOMKilled'"),
    ['helper_memory_limit replace <what jobs need>'],
  ],
  [
    'the script is killed',
    job('kubernetes', `${sources}${script}${cleanUp}${killed}`),
    ['memory_limit replace <what jobs need>'],
  ],
  [
    'the script is killed, and artifacts of the failure are uploaded',
    job('kubernetes', `${sources}${script}${uploaded('failure', 'failed')}${cleanUp}${killed}`),
    ['memory_limit replace <what jobs need>'],
  ],
  [
    'what uploads artifacts is killed',
    job('kubernetes', `${sources}${script}${uploaded('success', 'successful')}${cleanUp}${killed}`),
    ['helper_memory_limit replace <what jobs need>'],
  ],
  [
    'what gets the sources is killed',
    job('kubernetes', `${sources}${cleanUp}${killed}`),
    ['helper_memory_limit replace <what jobs need>'],
  ],
  [
    'what saves the cache is killed, without markers',
    job(
      'kubernetes',
      `Executing "step_script" stage of the job script\n$ make\nSaving cache for successful job\nCreating cache default...\n${killed}`,
    ),
    ['helper_memory_limit replace <what jobs need>'],
  ],
  [
    'the script is killed, without markers',
    job(
      'kubernetes',
      `Getting source from Git repository\n$ make\nRunning after_script\n$ ls\nUploading artifacts for failed job\nUploading artifacts...\n${killed}`,
    ),
    ['memory_limit replace <what jobs need>'],
  ],
  [
    'an old runner does not tell what was killed',
    job('kubernetes', `$ make\nUploading artifacts...\n${killed}`),
    ['memory_limit replace <what jobs need>', 'helper_memory_limit replace <what jobs need>'],
  ],
  [
    'nothing tells what was killed',
    job('kubernetes', killed),
    ['memory_limit replace <what jobs need>', 'helper_memory_limit replace <what jobs need>'],
  ],
  ['a build that would run as root', config('build'), ['build_container_security_context run_as_user replace 1000']],
  ['a helper that would run as root', config('helper'), ['helper_container_security_context run_as_user replace 1000']],
  [
    'what sets permissions and would run as root',
    config('init-permissions'),
    ['init_permissions_container_security_context run_as_user replace 1000'],
  ],
  [
    'a service that would run as root',
    config('svc-1'),
    ['service_container_security_context run_as_user replace 1000'],
  ],
  ['a slow service', slow('runner-t1-project-1-concurrent-0-1a-postgres-0'), ['wait_for_services_timeout replace 120']],
  [
    'Docker as a service',
    slow('runner-t1-project-1-concurrent-0-1a-docker-0'),
    ['wait_for_services_timeout replace 120', 'privileged replace true'],
  ],
  [
    'a socket that is not there',
    job(
      'docker',
      '$ docker ps\nCannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\nERROR: Job failed: exit code 1',
    ),
    [
      'privileged replace true',
      'volumes append /certs/client',
      'volumes append /var/run/docker.sock:/var/run/docker.sock',
    ],
  ],
  [
    'a daemon that is not there',
    job(
      'docker',
      '$ docker ps\nCannot connect to the Docker daemon at tcp://docker:2375. Is the docker daemon running?\nERROR: Job failed: exit code 1',
    ),
    ['privileged replace true', 'volumes append /certs/client'],
  ],
  [
    'two pull policies',
    failed('the configured PullPolicies ([IfNotPresent Never]) are not allowed by AllowedPullPolicies ([Always])'),
    ['allowed_pull_policies append if-not-present', 'allowed_pull_policies append never'],
  ],
];

for (const [name, log, wanted] of counted(rows, 39)) test(name, () => assert.deepEqual(edits(log), wanted));

test('a list of what is missing ends where the runner says where to look', () => {
  const [error] = explainText(quota('limits.cpu for: build,helper. Check https://docs.gitlab.com/runner/')).errors;
  assert.equal(error?.captures.resources, 'limits.cpu for: build,helper');
});

test('a reason ends where the place in the source begins', () => {
  const [error] = explainText(
    job(
      'docker',
      "Error response from daemon: error while creating mount source path '/d': mkdir /d: read-only file system (x.go:1:0s)",
    ),
  ).errors;
  assert.equal(error?.captures.reason, 'mkdir /d: read-only file system');
});

test('what no key cures is left to a command', () => {
  const commands = (what: string) => explainText(violates('baseline', what)).errors[0]?.commands.join();
  assert.match(commands('host namespaces (hostNetwork=true)') ?? '', /^kubectl label namespace .*enforce=privileged/);
  assert.match(commands('hostPath volumes (volume "docker")') ?? '', /^kubectl label namespace/);
  assert.doesNotMatch(commands('seccompProfile (pod must set x)') ?? '', /enforce/);
});

test('both of two pull policies are added to a list, and to one that is not there yet', () => {
  const log = failed('the configured PullPolicies ([IfNotPresent Never]) are not allowed by AllowedPullPolicies ([])');
  assert.match(cured(runnerOf('kubernetes'), log), /allowed_pull_policies = \["if-not-present", "never"\]\n/);
  assert.match(
    cured(runnerOf('kubernetes', '    allowed_pull_policies = ["always"]\n'), log),
    /allowed_pull_policies = \["always", "if-not-present", "never"\]\n/,
  );
});

test('what is too much for the nodes is what the file asks for', () => {
  const log = nodes('3 Insufficient memory.');
  for (const asked of ['memory_request = "8Gi"', 'memory_limit = "8Gi"'])
    assert.match(cured(runnerOf('kubernetes', `    ${asked}\n`), log), /memory_request = "<less than now>"/);
  const silent = runnerOf('kubernetes', '    cpu_request = "1"\n');
  assert.equal(cured(silent, log), silent);
});

test('more memory than now is for a runner that has a limit', () => {
  const log = job('docker', 'ERROR: Job failed: exit code 137');
  assert.equal(cured(runnerOf('docker'), log), runnerOf('docker'));
  assert.match(cured(runnerOf('docker', '    memory = "1g"\n'), log), /memory = "<more than now>"/);
});

const bind = (path: string, end: string) =>
  job(
    'docker',
    `ERROR: Job failed (system failure): Error response from daemon: invalid mount config for type "bind": bind source path does not exist: ${path}${end}`,
  );

test('a path of the host is read to its end, and quoted for a shell', () => {
  const commands = (log: string) => explainText(log).errors[0]?.commands;
  for (const end of ['', ' (exec.go:78:1s)', '  duration_s=1.2 job=7', ' job=7 project=1'])
    assert.deepEqual(commands(bind('/srv/my data (old)', end)), ["sudo mkdir -p '/srv/my data (old)'"], end);
  assert.deepEqual(commands(bind("/srv/it's", '')), ['sudo mkdir -p <path>']);
  assert.deepEqual(commands(bind('/srv/$(reboot)', '')), ["sudo mkdir -p '/srv/$(reboot)'"]);
  assert.deepEqual(commands(job('docker', 'ERROR: Job failed: Error response from daemon: Mounts denied:')), []);
  assert.deepEqual(commands('FATAL: Service run failed  error=chdir /home/git lab: no such file or directory'), [
    "sudo mkdir -p '/home/git lab' && sudo chown gitlab-runner: '/home/git lab'",
  ]);
});

test('a volume is found by its path, with blanks or on a drive', () => {
  const volumes = (list: string) => runnerOf('docker', `    volumes = [${list}]\n`);
  assert.equal(cured(volumes('"/cache", "/srv/my data:/data"'), bind('/srv/my data', '')), volumes('"/cache"'));
  assert.equal(
    cured(
      volumes(String.raw`"c:\\cache", "D:\\my data:c:\\data:ro"`),
      bind(String.raw`D:\my data`, ' (exec.go:78:1s)'),
    ),
    volumes(String.raw`"c:\\cache"`),
  );
});

test('what Go has quoted is read as it was', () => {
  const invalid = (volume: string) => job('docker', `ERROR: Job failed: invalid volume specification: "${volume}"`);
  const edit = explainText(invalid(String.raw`C:\\a\tb:c:\\d:\u00e9\nx`)).errors[0]?.edits[0];
  assert.equal(edit?.value, 'C:\\a\tb:c:\\d:é\nx');
  const before = runnerOf('docker', `${String.raw`    volumes = ["c:\\cache", "C:\\data:c:\\data:wrong"]`}\n`);
  assert.equal(
    cured(before, invalid(String.raw`C:\\data:c:\\data:wrong`)),
    runnerOf('docker', `${String.raw`    volumes = ["c:\\cache"]`}\n`),
  );
});

test('the registry is the one that the log names, in the line or where it says what it pulls', () => {
  const registries = (executor: string, ...lines: readonly string[]) => {
    const [error] = explainText(job(executor, lines.join('\n'))).errors;
    const auths = (error?.edits ?? []).flatMap(({ value }) => /"auths":\{"(.*?)"/.exec(String(value))?.[1] ?? []);
    return [...auths, ...(error?.commands ?? []).flatMap((run) => /--docker-server=(\S+)/.exec(run)?.[1] ?? [])];
  };
  const denied = (image: string, answer: string) =>
    `ERROR: Job failed: failed to pull image "${image}" with specified policies [always]: Error response from daemon: ${answer}`;
  for (const [image, registry] of [
    ['registry.example.com:5050/a/b:1', 'registry.example.com:5050'],
    ['localhost:5000/b', 'localhost:5000'],
    ['registry:5000/b', 'registry:5000'],
  ] as const) {
    assert.deepEqual(registries('docker', denied(image, 'denied: access forbidden')), [registry]);
    const missing = `pull access denied for ${image.replace(/:1$/, '')}, repository does not exist or may require 'docker login'`;
    assert.deepEqual(registries('docker', denied(image, missing)), [registry]);
    assert.deepEqual(registries('docker', denied(image, `manifest for ${image} not found`)), [registry]);
    const told = [`Using Docker executor with image ${image} ...`, `Pulling docker image ${image} ...`];
    assert.deepEqual(registries('docker', ...told, 'ERROR: Job failed: no basic auth credentials'), [registry]);
  }
  for (const image of ['alpine', 'alpine:3.20', 'library/alpine', 'a/b:1'])
    assert.deepEqual(registries('docker', denied(image, `manifest for ${image} not found`)), [
      'https://index.docker.io/v1/',
    ]);
  assert.deepEqual(
    registries(
      'kubernetes',
      'ERROR: Job failed: prepare environment: image pull failed: Failed to pull image "r.example.com/a:1": rpc error: code = Unknown desc = unauthorized: authentication required',
    ),
    ['r.example.com'],
  );
  assert.deepEqual(registries('docker', 'ERROR: Job failed: no basic auth credentials'), ['<registry>']);
});

const limited = 'toomanyrequests: You have reached your pull rate limit.';
const pulled = (image: string, end = limited) =>
  `WARNING: Failed to pull image "${image}" with policy "always": Error response from daemon: ${end}`;
const hub = 'Docker Hub lets this address pull no more images for now.';
const anyRegistry = 'The registry lets this address pull no more images for now.';
const other = (registry: string) => `\`${registry}\` lets this address pull no more images for now.`;

const limits: readonly (readonly [string, string, string, string])[] = [
  ['the words of Docker Hub', limited, hub, 'https://index.docker.io/v1/'],
  ['an image without a registry', pulled('node:20', 'toomanyrequests: slow down'), hub, 'https://index.docker.io/v1/'],
  [
    'an image of a user',
    pulled('team/app@sha256:0a', 'toomanyrequests: slow down'),
    hub,
    'https://index.docker.io/v1/',
  ],
  ['the host of Docker Hub', pulled('docker.io/library/node:20'), hub, 'https://index.docker.io/v1/'],
  [
    'an address of Docker Hub',
    'Error response from daemon: Head "https://registry-1.docker.io/v2/library/node/manifests/20": toomanyrequests: slow down',
    hub,
    'https://index.docker.io/v1/',
  ],
  [
    'another registry',
    pulled('registry.example.com:5000/a/b'),
    other('registry.example.com:5000'),
    'registry.example.com:5000',
  ],
  ['the machine itself', pulled('localhost/a'), other('localhost'), 'localhost'],
  [
    'an address of another registry',
    'Error response from daemon: Get "https://quay.io/v2/a/b/manifests/1": toomanyrequests: slow down',
    other('quay.io'),
    'quay.io',
  ],
  [
    'a registry that another line names',
    `Pulling docker image ghcr.io/a/b:1 ...\n${limited}`,
    other('ghcr.io'),
    'ghcr.io',
  ],
  [
    'an image of Docker Hub where another line names a registry',
    `Pulling docker image ghcr.io/a/b:1 ...\n${pulled('node:20')}`,
    hub,
    'https://index.docker.io/v1/',
  ],
  [
    'a registry that nothing names',
    'Error response from daemon: toomanyrequests: slow down',
    anyRegistry,
    '<registry>',
  ],
];

for (const [name, line, what, host] of counted(limits, 11)) {
  test(`too many pulls: ${name}`, () => {
    const [error] = explainText(job('docker', line)).errors;
    assert.equal(error?.id, 'k8s-docker-toomany');
    assert.equal(textsOf('en', error.id, error.captures).what, what);
    const values = error.edits.filter(({ key }) => key === 'environment').map(({ value }) => value);
    assert.deepEqual(values, [`DOCKER_AUTH_CONFIG={"auths":{"${host}":{"auth":"<base64 of user:password>"}}}`]);
    for (const language of ['zh-cn', 'zh-tw']) {
      const said: string = textsOf(language, error.id, error.captures).what;
      assert.equal(said.includes('Docker Hub'), what === hub);
      assert.doesNotMatch(said, /[{}<>]/);
    }
  });
}
