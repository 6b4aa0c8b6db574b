import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isIp } from '../../../server/values/k8s-host';
import { isDnsLabel, isLabelKey, isLabelValue } from '../../../server/values/k8s-name';
import { counted } from '../../counted';
import { verdictsOn } from './verdict-of';
import { skip, verdictsOf } from './verdicts';

const volume = (line: string, kind = 'host_path') =>
  verdictsOn(line, `[[runners.kubernetes.volumes.${kind}]]\nmount_path = "/data"\n`);
const alias = (line: string) => verdictsOn(line, '[[runners.kubernetes.host_aliases]]');
const dns = (line: string) => verdictsOn(line, '[runners.kubernetes.dns_config]');

test('names are those that Kubernetes takes', { skip }, () => {
  const judges = {
    'k8s-volume-name': isDnsLabel,
    'k8s-label-key': isLabelKey,
    'k8s-label-value': isLabelValue,
    'k8s-ip': isIp,
  };
  for (const [grammar, judge] of Object.entries(judges)) {
    for (const { input, accepted } of counted(verdictsOf(grammar), 5))
      assert.equal(judge(input), accepted, `${grammar} ${JSON.stringify(input)}`);
  }
});

test('the name of a volume', () => {
  assert.deepEqual(volume('name = "docker_sock"'), ['error «_» → name = "docker-sock"']);
  assert.deepEqual(volume('name = "Docker"'), ['error «"Docker"» → name = "docker"']);
  assert.deepEqual(volume('name = "docker.sock"', 'pvc'), ['error «"docker.sock"» → name = "docker-sock"']);
  assert.deepEqual(volume('name = "-a"', 'secret'), ['error «"-a"» → name = "a"']);
  for (const name of ['kube-config', 'pvc-1', '1a', '$NAME', 'build-{{ .Values.name }}', 'a__NAME__'])
    assert.deepEqual(volume(`name = "${name}"`, 'pvc'), [], name);
});

test('names of other objects', () => {
  assert.deepEqual(verdictsOn('namespace = "CI_jobs"'), ['error «"CI_jobs"» → namespace = "ci-jobs"']);
  assert.deepEqual(verdictsOn('service_account = "My Account"'), [
    'error «"My Account"» → service_account = "my-account"',
  ]);
  assert.deepEqual(verdictsOn('priority_class_name = "high_prio"'), ['error «_» → priority_class_name = "high-prio"']);
  assert.deepEqual(verdictsOn('runtime_class_name = "kata/x"'), ['error «/»']);
  assert.deepEqual(verdictsOn('image_pull_secrets = ["regcred", "Reg_Cred"]'), [
    'warning «"Reg_Cred"» → image_pull_secrets = ["regcred", "reg-cred"]',
  ]);
  const right = [
    'namespace = ""',
    'namespace = "ci-1"',
    'namespace = "{{.Release.Namespace}}"',
    'service_account = "system.ci"',
    'image_pull_secrets = []',
    'image_pull_secrets = ["a.b-c"]',
    'NAMESPACE = "$NS"',
  ];
  for (const line of right)
    assert.deepEqual(
      verdictsOn(line).filter((found) => !found.startsWith('hint')),
      [],
      line,
    );
});

test('keys and values of labels', () => {
  const labels = '[runners.kubernetes.pod_labels]';
  assert.deepEqual(verdictsOn('"a b" = "x"', labels), ['error «"a b"»']);
  assert.deepEqual(verdictsOn('"-app" = "x"', labels), ['error «"-app"»']);
  assert.deepEqual(verdictsOn('"app/" = "x"', labels), ['error «"app/"»']);
  assert.deepEqual(verdictsOn('"Example.com/x" = "x"', labels), ['error «"Example.com/x"» → "example.com/x" = "x"']);
  assert.deepEqual(verdictsOn('" app" = "x"', labels), ['error «" app"» → app = "x"']);
  // The runner makes the values right itself.
  assert.deepEqual(verdictsOn('app = "group/project x"', labels), []);
  assert.deepEqual(verdictsOn('"Example.com/x" = "any text"', '[runners.kubernetes.pod_annotations]'), []);
  assert.deepEqual(verdictsOn('"a/b/c" = "x"', '[runners.kubernetes.pod_annotations]'), ['error «"a/b/c"»']);
  const selector = '[runners.kubernetes.node_selector]';
  assert.deepEqual(verdictsOn('pool = "a/b"', selector), ['error «/»']);
  assert.deepEqual(verdictsOn('pool = "ci "', selector), ['error « » → pool = "ci"']);
  assert.deepEqual(verdictsOn('"kubernetes.io/arch" = "amd64"\npool = "$POOL"\nempty = ""', selector), []);
  assert.deepEqual(verdictsOn('node_selector = { "pool=ci" = "" }'), ['error «"pool=ci"»']);
});

test('affinity', () => {
  const term = '[[runners.kubernetes.affinity.pod_anti_affinity.required_during_scheduling_ignored_during_execution]]';
  assert.deepEqual(verdictsOn('topology_key = "kubernetes.io hostname"', term), ['error «"kubernetes.io hostname"»']);
  assert.deepEqual(verdictsOn('topology_key = "kubernetes.io/hostname"\nnamespaces = ["ci"]', term), []);
  const expression = `${term}\n[[runners.kubernetes.affinity.pod_anti_affinity.required_during_scheduling_ignored_during_execution.label_selector.match_expressions]]`;
  assert.deepEqual(verdictsOn('key = "app"\noperator = "in"\nvalues = ["a b"]', expression), [
    'error «"in"» → operator = "In"',
    'error « »',
  ]);
  assert.deepEqual(verdictsOn('key = "app"\noperator = "NotIn"\nvalues = ["a", ""]', expression), []);
});

test('addresses and names of hosts', () => {
  assert.deepEqual(alias('ip = "gitlab.example.com"\nhostnames = ["https://gitlab.example.com"]'), [
    'error «"gitlab.example.com"»',
    'error «://» → hostnames = ["gitlab.example.com"]',
  ]);
  assert.deepEqual(alias('ip = "1.2.3.4:80"\nhostnames = ["a:8080"]'), [
    'error «"1.2.3.4:80"» → ip = "1.2.3.4"',
    'error «:» → hostnames = ["a"]',
  ]);
  assert.deepEqual(alias('ip = "10.0.0.1/32"\nhostnames = ["GitLab.example.com"]'), [
    'error «"10.0.0.1/32"» → ip = "10.0.0.1"',
    'error «"GitLab.example.com"» → hostnames = ["gitlab.example.com"]',
  ]);
  assert.deepEqual(alias('ip = "192.168.001.1"\nhostnames = ["a b", "my_host"]'), [
    'error «"192.168.001.1"» → ip = "192.168.1.1"',
    'error « »',
    'error «_»',
  ]);
  for (const ip of ['192.168.1.5', '::1', '2001:db8::1', '::ffff:1.2.3.4', '$IP', '{{ .Values.ip }}', '__IP__'])
    assert.deepEqual(alias(`ip = "${ip}"\nhostnames = ["gitlab.example.com", "a"]`), [], ip);
  assert.deepEqual(dns('nameservers = ["8.8.8.8", "dns.google"]'), ['error «"dns.google"»']);
  assert.deepEqual(dns('searches = ["svc.cluster.local", "a_b.", "."]'), []);
  assert.deepEqual(dns('searches = ["Cluster.local"]'), ['error «"Cluster.local"» → searches = ["cluster.local"]']);
});

test('the alias of a service', () => {
  const service = (line: string) => verdictsOn(`name = "postgres:16"\n${line}`, '[[runners.kubernetes.services]]');
  assert.deepEqual(service('alias = "My_DB"'), ['error «"My_DB"» → alias = "my-db"']);
  assert.deepEqual(service('alias = "db, a_b"'), ['error «a_b» → alias = "db, a-b"']);
  assert.deepEqual(service('alias = "build"'), ['error «"build"» → alias = "build-service"']);
  for (const text of ['db', 'postgres-db', 'a b', 'a,b', 'db.local', 'db build', '$ALIAS', ''])
    assert.deepEqual(service(`alias = "${text}"`), [], text);
  assert.deepEqual(verdictsOn('name = "postgres"\nalias = "My_DB"', '[[runners.docker.services]]', 'docker'), []);
});

test('paths of volumes', () => {
  const mounted = (line: string, kind = 'host_path') =>
    verdictsOn(`name = "a"\n${line}`, `[[runners.kubernetes.volumes.${kind}]]`);
  assert.deepEqual(mounted('mount_path = "data"'), ['warning «"data"» → mount_path = "/data"']);
  assert.deepEqual(mounted('mount_path = "./data"'), ['warning «"./data"» → mount_path = "/data"']);
  assert.deepEqual(mounted('mount_path = "~/data"'), ['warning «"~/data"»']);
  assert.deepEqual(mounted('mount_path = "/data:ro"'), ['warning «:ro» → mount_path = "/data"']);
  assert.deepEqual(mounted('mount_path = "/d"\nsub_path = "/x/../y"', 'pvc'), ['error «"/x/../y"» → sub_path = "y"']);
  assert.deepEqual(mounted('mount_path = "/d"\nsub_path = "/x/y"', 'pvc'), ['error «"/x/y"» → sub_path = "x/y"']);
  assert.deepEqual(mounted('mount_path = "/d"\nsub_path = "x/../y"', 'pvc'), ['error «..»']);
  assert.deepEqual(mounted('mount_path = "/d"\nhost_path = "/x/../y"'), ['error «..»']);
  assert.deepEqual(mounted('mount_path = "/d"\nitems = { a = "/b" }', 'secret'), [
    'error «"/b"» → items = { a = "b" }',
  ]);
  assert.deepEqual(mounted('mount_path = "/d"\nserver = "s"\npath = "export"', 'nfs'), [
    'error «"export"» → path = "/export"',
  ]);
  assert.deepEqual(mounted('mount_path = "/d"\nmount_propagation = "rshared"'), [
    'error «"rshared"» → mount_propagation = "Bidirectional"',
  ]);
  const right = [
    'mount_path = "/data"',
    `mount_path = 'C:\\data'`,
    'mount_path = "$CI_BUILDS_DIR/x"',
    'mount_path = "/data:x"',
    'mount_path = "/d"\nsub_path = "x/y..z"',
    'mount_path = "/d"\nsub_path = "$CI_PROJECT_NAME"',
    'mount_path = "/d"\nhost_path = "relative"',
    'mount_path = "/d"\nmount_propagation = "HostToContainer"',
  ];
  for (const line of right) assert.deepEqual(mounted(line), [], line);
});

test('capabilities', () => {
  assert.deepEqual(verdictsOn('cap_add = ["CAP_NET_ADMIN", "SYS_TIME"]'), [
    'warning «CAP_» → cap_add = ["NET_ADMIN", "SYS_TIME"]',
  ]);
  assert.deepEqual(verdictsOn('cap_drop = ["net admin"]'), ['warning «"net admin"» → cap_drop = ["NET_ADMIN"]']);
  const capabilities = '[runners.kubernetes.build_container_security_context.capabilities]';
  assert.deepEqual(verdictsOn('add = ["CAP-NET"]', capabilities), ['warning «"CAP-NET"»']);
  assert.deepEqual(verdictsOn('add = ["NET_ADMIN", "sys_ptrace", "$CAP"]\ndrop = ["ALL"]', capabilities), []);
});

test('values of which there are a few', () => {
  const empty = '[[runners.kubernetes.volumes.empty_dir]]\nname = "a"\nmount_path = "/a"';
  assert.deepEqual(verdictsOn('medium = "memory"', empty), ['error «"memory"» → medium = "Memory"']);
  for (const medium of ['', 'Memory', 'HugePages', 'HugePages-2Mi'])
    assert.deepEqual(verdictsOn(`medium = "${medium}"`, empty), []);
  const get = '[runners.kubernetes.container_lifecycle.pre_stop.http_get]\nport = 80';
  assert.deepEqual(verdictsOn('scheme = "https"', get), ['error «"https"» → scheme = "HTTPS"']);
});

test('users and groups are numbers', () => {
  assert.deepEqual(
    verdictsOn('allowed_users = ["root", "1000", " 7"]'),
    [
      'warning «"root"» → allowed_users = ["0", "1000", " 7"]',
      'warning «" 7"» → allowed_users = ["root", "1000", "7"]',
    ].slice(0, 2),
  );
  assert.deepEqual(verdictsOn('allowed_groups = ["1000:1000", "ci"]'), ['warning «"1000:1000"»', 'warning «"ci"»']);
  assert.deepEqual(verdictsOn('allowed_users = ["0", "000", "65534"]\nallowed_groups = []'), []);
  assert.deepEqual(verdictsOn('allowed_users = ["root"]', '[runners.docker]', 'docker'), []);
});
