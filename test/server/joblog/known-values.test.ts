/** What the log leaves open of a command the configuration fills in, as far as it is sure. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainLog } from '../../../server/explain-log';
import { Service } from '../../../server/service';
import { defaultSettings } from '../../../server/settings';
import { loadCatalog } from '../../../server/text/catalog';
import { counted } from '../../counted';

const catalog = loadCatalog();

/** The commands for the first error of a log, beside a configuration. */
function commands(log: string, text: string, uri = 'file:///config.toml', languageId = 'gitlab-runner-config'): string {
  const service = new Service({ catalog, settingsOf: () => defaultSettings });
  const source = { uri, languageId, version: 0, getText: () => text };
  const { errors } = explainLog(log, catalog, {
    cures: () => [],
    known: (error, runner) => service.logs.knownValues(source, error, runner),
    knownRunner: (runner) => service.logs.knownRunner(source, runner),
  });
  assert.ok(errors[0], log);
  return errors[0].commands.join('\n');
}

const UNAUTHORIZED =
  'Preparing the "kubernetes" executor\nERROR: Job failed (system failure): prepare environment: setting up credentials: Unauthorized';
const DENIED =
  'Preparing the "kubernetes" executor\nERROR: Job failed: Head "https://registry.example.com:5050/v2/a/manifests/1": denied: access forbidden';
const FORBIDDEN = 'ERROR: Registering runner... forbidden (check registration token)  runner=GR1348941';
const HOST_KEY =
  'Preparing the "ssh" executor\nERROR: Job failed (system failure): preparing: ssh command Connect() error: ssh Dial() error: ssh: handshake failed: knownhosts: key is unknown';
const NO_HELPER =
  'Preparing the "docker" executor\nERROR: Job failed: prepare environment: exit code 255. Check https://docs.gitlab.com/runner/';

const REFUSED =
  'Preparing the "kubernetes" executor\nERROR: Job failed (system failure): prepare environment: setting up build pod: pods "r" is forbidden: unable to validate against any security context constraint: [provider "anyuid": Forbidden: not usable by user or serviceaccount]';

const kubernetes = (...lines: readonly string[]) =>
  ['[[runners]]', 'executor = "kubernetes"', '[runners.kubernetes]', ...lines, ''].join('\n');
const ssh = (...lines: readonly string[]) =>
  ['[[runners]]', 'executor = "ssh"', '[runners.ssh]', ...lines, ''].join('\n');
const CI = 'namespace = "ci"';

const cases: readonly (readonly [name: string, log: string, configuration: string, wanted: RegExp])[] = [
  ['the namespace', UNAUTHORIZED, kubernetes(CI), /create namespace ci$/m],
  [
    'the namespace that the log says first',
    `Using Kubernetes namespace: jobs\n${UNAUTHORIZED}`,
    kubernetes(CI),
    /create namespace jobs$/m,
  ],
  [
    'no namespace where each job has its own',
    UNAUTHORIZED,
    kubernetes(CI, 'namespace_per_job = true'),
    /namespace <namespace>$/m,
  ],
  [
    'nor where jobs may choose it',
    UNAUTHORIZED,
    kubernetes(CI, 'namespace_overwrite_allowed = ".*"'),
    /namespace <namespace>$/m,
  ],
  [
    'nor where it means something to a shell',
    UNAUTHORIZED,
    kubernetes('namespace = "ci;reboot"'),
    /namespace <namespace>$/m,
  ],
  [
    'nor where two runners differ',
    UNAUTHORIZED,
    kubernetes(CI) + kubernetes('namespace = "b"'),
    /namespace <namespace>$/m,
  ],
  ['nor where one of them says none', UNAUTHORIZED, kubernetes(CI) + kubernetes(), /namespace <namespace>$/m],
  ['what two runners agree in', UNAUTHORIZED, kubernetes(CI) + kubernetes(CI), /create namespace ci$/m],
  [
    'not that of a runner with another executor',
    UNAUTHORIZED,
    `${kubernetes(CI)}[[runners]]\nexecutor = "shell"\n`,
    /create namespace ci$/m,
  ],
  ['the secret for pulling', DENIED, kubernetes('image_pull_secrets = ["regcred"]'), /docker-registry regcred /],
  ['none of several secrets', DENIED, kubernetes('image_pull_secrets = ["a", "b"]'), /docker-registry <pull secret> /],
  ['the account of the pods', REFUSED, kubernetes(CI, 'service_account = "ci-pods"'), /-z ci-pods -n ci$/m],
  [
    'no account where jobs may choose it',
    REFUSED,
    kubernetes(CI, 'service_account = "a"', 'service_account_overwrite_allowed = ".*"'),
    /-z <service account> -n ci$/m,
  ],
  [
    'the address of GitLab',
    FORBIDDEN,
    '[[runners]]\nurl = "https://gitlab.example.com"\nexecutor = "shell"\n',
    /--url https:\/\/gitlab\.example\.com --token/,
  ],
  [
    'the host of SSH with its usual port',
    HOST_KEY,
    ssh('host = "build.example.com"'),
    /^ssh-keyscan -p 22 build\.example\.com$/m,
  ],
  [
    'the host of SSH with a port of its own',
    HOST_KEY,
    ssh('host = "10.0.0.5"', 'port = "2222"'),
    /^ssh-keyscan -p 2222 10\.0\.0\.5$/m,
  ],
  ['no host that is not written', HOST_KEY, ssh(), /^ssh-keyscan -p 22 <ssh host>$/m],
  [
    'the image of the helper',
    NO_HELPER,
    '[[runners]]\nexecutor = "docker"\n[runners.docker]\nhelper_image = "registry.example.com/helper:1"\n',
    /run --rm registry\.example\.com\/helper:1 /,
  ],
  [
    'no image with a variable in it',
    NO_HELPER,
    '[[runners]]\nexecutor = "docker"\n[runners.docker]\nhelper_image = "h:$CI_RUNNER_REVISION"\n',
    /run --rm <helper image> /,
  ],
];

for (const [name, log, configuration, wanted] of counted(cases, 19))
  test(name, () => assert.match(commands(log, configuration), wanted));

test('of a values file, unless a template writes it', () => {
  const values = (namespace: string) =>
    `runners:\n  config: |\n    [[runners]]\n      executor = "kubernetes"\n      [runners.kubernetes]\n        namespace = "${namespace}"\n`;
  assert.match(commands(UNAUTHORIZED, values('ci'), 'file:///values.yaml', 'yaml'), /create namespace ci$/m);
  const templated = commands(UNAUTHORIZED, values('{{.Release.Namespace}}'), 'file:///values.yaml', 'yaml');
  assert.match(templated, /create namespace <namespace>$/m);
});
