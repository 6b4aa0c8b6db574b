/** A whole file around the example of a key: the tables above it, and what they need to be of use. */

import { exampleText } from '../../../server/features/example-of';
import { headerOf } from '../../../server/meaning/table-names';
import type { KeySchema } from '../../../server/schema/types';
import type { ArrayNode, Node } from '../../../server/toml/model';
import { documentOf } from '../findings';

/** Tables in the order of the file, each with its lines by the name of their key. */
type Tables = Map<string, Map<string, string>>;

const isTable = ({ kind }: KeySchema) => kind === 'table' || kind === 'array-of-tables';

/** What an executor's runner cannot do without, by the header of the table. */
const OF_EXECUTOR: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  docker: { '[runners.docker]': { image: '"alpine:3.22"' } },
  kubernetes: { '[runners.kubernetes]': { namespace: '"ci"', image: '"alpine:3.22"' } },
  ssh: {
    '[runners.ssh]': { host: '"build.example.com"', user: '"ci"', identity_file: '"/etc/gitlab-runner/id_ed25519"' },
  },
  custom: {
    '[[runners]]': { builds_dir: '"/srv/builds"', cache_dir: '"/srv/cache"' },
    '[runners.custom]': { run_exec: '"/opt/runner/run.sh"' },
  },
};
const AUTOSCALER = { plugin: '"aws:latest"', capacity_per_instance: '1', max_instances: '10' };
const MACHINE = { MachineName: '"runner-%s"', MachineDriver: '"amazonec2"' };

function companions(executor: string): Record<string, Readonly<Record<string, string>>> {
  switch (executor) {
    case 'docker-windows':
      return { ...OF_EXECUTOR.docker };
    case 'docker-autoscaler':
      return { ...OF_EXECUTOR.docker, '[runners.autoscaler]': AUTOSCALER };
    case 'docker+machine':
      return { ...OF_EXECUTOR.docker, '[runners.machine]': MACHINE };
    case 'instance':
      return { '[runners.autoscaler]': AUTOSCALER };
    case 'virtualbox':
    case 'parallels':
      return { ...OF_EXECUTOR.ssh, [`[runners.${executor}]`]: { base_name: '"build-vm"' } };
    default:
      return { ...OF_EXECUTOR[executor] };
  }
}

const POD_SPEC = { '[runners.feature_flags]': { FF_USE_ADVANCED_POD_SPEC_CONFIGURATION: 'true' } };
const NETWORK_OF_JOB = { '[runners.feature_flags]': { FF_NETWORK_PER_BUILD: 'true' } };
const POLICY = { '[[runners.kubernetes.autoscaler.policy]]': { idle_count: '1' } };
const API_SERVER = { host: '"https://k8s.example.com:6443"', bearer_token: '"a-token-of-the-cluster"' };
const WITH_CERTIFICATE = {
  host: '"https://k8s.example.com:6443"',
  cert_file: '"/etc/gitlab-runner/client.crt"',
  key_file: '"/etc/gitlab-runner/client.key"',
  ca_file: '"/etc/gitlab-runner/ca.crt"',
};
const S3 = { BucketName: '"runner-cache"', ServerAddress: '"s3.example.com"' };

/** What a key is no use without beside it, by the beginning of its path: tables and the keys in them. */
const BESIDE: readonly (readonly [string, Readonly<Record<string, Readonly<Record<string, string>>>>])[] = [
  [
    'runners[].autoscaler.vm_isolation.',
    { '[runners.autoscaler.vm_isolation]': { nesting_host: '"unix:///run/nesting.sock"', image: '"macos-15"' } },
  ],
  [
    'runners[].cache.azure.ContainerName',
    { '[runners.cache]': { Type: '"azure"' }, '[runners.cache.azure]': { AccountName: '"runnercache"' } },
  ],
  ['runners[].cache.gcs.BucketName', { '[runners.cache]': { Type: '"gcs"' } }],
  [
    'runners[].cache.s3.BucketName',
    { '[runners.cache]': { Type: '"s3"' }, '[runners.cache.s3]': { BucketLocation: '"eu-central-1"' } },
  ],
  ['runners[].cache.Type', { '[runners.cache.s3]': S3 }],
  ['runners[].cache_dir', { '[runners.docker]': { volumes: '["/srv/cache"]' } }],
  ['runners[].docker.enable_ipv6', NETWORK_OF_JOB],
  ['runners[].docker.network_mtu', NETWORK_OF_JOB],
  ['runners[].docker.host', { '[runners.docker]': { tls_verify: 'true', tls_cert_path: '"/etc/docker/certs"' } }],
  [
    'runners[].docker.services[]',
    { '[runners.docker]': { services_privileged: 'true', volumes: '["/certs/client"]' } },
  ],
  [
    'runners[].instance',
    {
      '[runners.autoscaler]': { max_use_count: '1' },
      '[runners.autoscaler.vm_isolation]': {
        enabled: 'true',
        nesting_host: '"unix:///run/nesting.sock"',
        image: '"macos-15"',
      },
    },
  ],
  ['runners[].kubernetes.autoscaler.', POLICY],
  ['runners[].kubernetes.ca_file', { '[runners.kubernetes]': API_SERVER }],
  ['runners[].kubernetes.cert_file', { '[runners.kubernetes]': WITH_CERTIFICATE }],
  ['runners[].kubernetes.key_file', { '[runners.kubernetes]': WITH_CERTIFICATE }],
  ['runners[].kubernetes.host', { '[runners.kubernetes]': API_SERVER }],
  ['runners[].kubernetes.pod_spec[]', POD_SPEC],
  [
    'runners[].kubernetes.pod_spec[].patch',
    {
      '[[runners]]': { builds_dir: '"/tmp/builds"' },
      '[runners.kubernetes]': { logs_base_dir: '"/tmp"', scripts_base_dir: '"/tmp"' },
    },
  ],
];

/** The same for keys outside of runners: lines before the example, and behind it. */
const BESIDE_GLOBALS: Readonly<Record<string, readonly [string, string]>> = {
  'experimental.usage_logger.writers': [
    '',
    '[experimental.usage_logger.snowplow_billing]\n  collector_uri = "https://snowplow.example.com"\n',
  ],
  machine: ['shutdown_timeout = 600\n', ''],
  'machine.shutdown_drain': ['shutdown_timeout = 600\n', ''],
  'machine.shutdown_drain.enabled': ['shutdown_timeout = 600\n', ''],
  'runners[].limit': ['concurrent = 4\n', ''],
  'session_server.listen_address': ['', '  advertise_address = "runner-1.example.com:8093"\n'],
};

/** Values for keys that a table of its own must have. */
const NEEDED: Readonly<Record<string, string>> = {
  name: '"data"',
  mount_path: '"/data"',
  path: '"/export"',
  server: '"nfs.example.com"',
  driver: '"csi.example.com"',
  ip: '"192.0.2.10"',
  hostnames: '["db.example.com"]',
};

function add(tables: Tables, header: string, pairs: Readonly<Record<string, string>>) {
  const lines = tables.get(header) ?? new Map<string, string>();
  for (const [name, value] of Object.entries(pairs)) lines.set(name, `${name} = ${value}`);
  tables.set(header, lines);
}

function neededIn({ required }: KeySchema): Record<string, string> {
  return Object.fromEntries(required.map(({ name }) => [name, NEEDED[name] ?? `there is no value for ${name}`]));
}

/** The arrays of tables that a key is in, outermost first; an entry of each has to be there. The runner's own is. */
function arraysAbove({ parent }: KeySchema): KeySchema[] {
  if (!parent || parent.path === 'runners[]') return [];
  return [...arraysAbove(parent), ...(parent.kind === 'array-of-tables' ? [parent] : [])];
}

/** An executor that a key is of use with. */
function executorOf({ path, executors }: KeySchema): string {
  if (path === 'runners[].docker.isolation') return 'docker-windows';
  if (executors[0]) return executors[0];
  return path.startsWith('runners[].referees') ? 'docker+machine' : 'docker';
}

/** The example with all that a working file has around it. */
export function fileAround(key: KeySchema, lines: readonly string[]): string {
  const example = exampleText(key, lines);
  const [before, behind] = BESIDE_GLOBALS[key.path] ?? ['', ''];
  return `${before}${key.path.startsWith('runners[].') ? runnerAround(key, example) : `${example}\n`}${behind}`;
}

function runnerAround(key: KeySchema, example: string): string {
  const tables: Tables = new Map();
  const executor = executorOf(key);
  add(tables, '[[runners]]', {
    name: '"linux-1"',
    url: '"https://gitlab.example.com"',
    token: '"glrt-t1_Yk3nQ8sVbR5wXcJ2mLpZ"',
    executor: `"${executor}"`,
  });
  for (const [header, pairs] of Object.entries(companions(executor))) add(tables, header, pairs);
  for (const [path, more] of BESIDE) {
    if (key.path.startsWith(path)) for (const [header, pairs] of Object.entries(more)) add(tables, header, pairs);
  }
  // Each job gets a namespace of its own: one for all is another example.
  if (key.name === 'namespace_per_job') tables.get('[runners.kubernetes]')?.delete('namespace');
  for (const array of arraysAbove(key)) add(tables, headerOf(array), neededIn(array));
  const own = isTable(key) || key.kind === 'map' ? undefined : (key.parent as KeySchema);
  if (own) add(tables, headerOf(own), neededIn(own));
  return assemble(tables, example, own && headerOf(own));
}

/** The example takes the place of lines of the same name in its table, and tables of its own that of others. */
function assemble(tables: Tables, example: string, own: string | undefined): string {
  const headers = example.split('\n').filter((line) => /^\s*\[/.test(line) && !line.includes('='));
  const blocks = [...tables].flatMap(([header, pairs]) => {
    if (header !== own && headers.some((other) => other.trim() === header)) return [];
    if (header !== own) return [[header, ...pairs.values()]];
    const [, ...lines] = example.split('\n');
    const taken = documentOf(lines.join('\n')).model.root.members;
    return [[header, ...[...pairs].filter(([name]) => !taken.has(name)).map(([, line]) => line), ...lines]];
  });
  if (own) return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
  const isRunner = headers[0] === '[[runners]]';
  return `${[...(isRunner ? [[example]] : []), ...blocks, ...(isRunner ? [] : [[example]])]
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** What the document defines at the place of a key: the last element of each array of tables is followed. */
export function nodeAt(text: string, key: KeySchema): Node | undefined {
  let node: Node | undefined = documentOf(text).model.root;
  for (const name of key.path.replaceAll('[]', '').split('.')) {
    if (node?.type === 'array-of-tables') node = (node as ArrayNode).elements.at(-1);
    node = node?.type === 'table' ? node.members.get(name)?.node : undefined;
  }
  return node;
}
