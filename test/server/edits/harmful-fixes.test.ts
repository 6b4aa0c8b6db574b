/** Fixes that would make a file load and do something else than was meant: each was offered once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Service } from '../../../server/service';
import { briefReportOf, fixed, fixTitles } from '../findings';

const docker = (line: string) => `[[runners]]\n  executor = "docker"\n  [runners.docker]\n    ${line}\n`;
const kubernetes = (lines: string) => `[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n${lines}`;

test('a switch becomes no text', () => {
  assert.equal(
    fixed(docker('privileged_services = true'), 'Rename to `services_privileged`'),
    docker('services_privileged = true'),
  );
  assert.equal(fixed(docker('gpus = true'), 'Change to `"all"`'), docker('gpus = "all"'));
  for (const line of ['cap_add = true', 'network_mode = false', 'image = true', 'alowed_images = true'])
    assert.deepEqual(fixTitles(docker(line)), [], line);
  // An entry of a map may be one.
  assert.deepEqual(fixTitles(kubernetes('    [runners.kubernetes.node_selector]\n      ssd = true\n')), [
    'Change to `"true"`',
  ]);
});

test('the name of a key of another executor is no other key', () => {
  assert.deepEqual(fixTitles(docker('helper_image_autoset_arch_and_os = true')), []);
});

test('what the source of the runner writes behind a name goes', () => {
  const table = (name: string) => kubernetes(`    [runners.kubernetes.${name}]\n      run_as_user = 1\n`);
  assert.equal(
    fixed(table('helper_container_security_context,omitempty'), 'Change to `helper_container_security_context`'),
    table('helper_container_security_context'),
  );
});

test('the image of a service is its name', () => {
  const service = (key: string) => kubernetes(`    [[runners.kubernetes.services]]\n      ${key} = "mysql:8"\n`);
  assert.equal(fixed(service('image'), 'Rename to `name`'), service('name'));
  const both = kubernetes('    [[runners.kubernetes.services]]\n      name = "db"\n      image = "mysql:8"\n');
  assert.deepEqual(fixTitles(both), []);
  // One that slipped below the header, and stands where the keys of the executor's table do, is another matter.
  const slipped = kubernetes('    [[runners.kubernetes.services]]\n      name = "db"\n    image = "alpine"\n');
  assert.deepEqual(fixTitles(slipped), ['Move to `[runners.kubernetes]`']);
});

test('an empty table where a text belongs goes', () => {
  const text = '[[runners]]\n  executor = "shell"\n  [runners.shell]\n  [runners.cache]\n';
  assert.equal(
    fixed(text, 'Remove the empty table `[runners.shell]`'),
    '[[runners]]\n  executor = "shell"\n  [runners.cache]\n',
  );
  assert.deepEqual(fixTitles(text.replace('shell]\n', 'shell]\n    a = 1\n')), []);
});

test('an ignored key goes where its table has it already', () => {
  const text = docker('image = "a"').replace('  [runners.docker]', '  image = "b"\n  [runners.docker]');
  assert.equal(fixed(text, 'Remove `image`: `[runners.docker]` has it already'), docker('image = "a"'));
});

const configMap = (labels: string) => `kind: ConfigMap
metadata:
  name: gitlab-runner
  labels:
    ${labels}
data:
  config.toml: |
    concurrent = 10
    [runners.kubernetes]
      privileged = true
`;

function titlesIn(yaml: string): string[] {
  const service = new Service();
  const text = TextDocument.create('file:///configmap.yaml', 'yaml', 1, yaml);
  const [found] = service.diagnostics(text);
  assert.equal(found?.code, 'missing-runners-header');
  return service.codeActions(text, found.range, undefined).map(({ title }) => title);
}

test('in what the chart rendered there is no second runner', () => {
  assert.deepEqual(titlesIn(configMap('chart: gitlab-runner-0.9.0')), []);
  assert.deepEqual(titlesIn(configMap('helm.sh/chart: gitlab-runner-0.71.0')), []);
  assert.deepEqual(titlesIn(`${configMap('app: x')}  check-live: "#!"\n  register-the-runner: "#!"\n`), []);
  assert.deepEqual(titlesIn(configMap('app: x')), ['Insert `[[runners]]`']);
});

test('a value that must be there is reported where it is empty', () => {
  const text = kubernetes('    [[runners.kubernetes.host_aliases]]\n      ip = "192.0.2.1"\n');
  const [title = ''] = fixTitles(text);
  assert.deepEqual(briefReportOf(fixed(text, title)), []);
  assert.deepEqual(briefReportOf(`${text}      hostnames = []\n`), ['6 warning missing-key «hostnames»']);
  assert.deepEqual(briefReportOf(`${text}      hostnames = [""]\n`), ['6 error missing-key «hostnames»']);
});

test('an empty header beside the tables of its list is no entry', () => {
  const alias = '    [[runners.kubernetes.host_aliases]]\n      ip = "192.0.2.1"\n      hostnames = ["a"]\n';
  const empty = '    [runners.kubernetes.host_aliases]\n';
  const title = 'Remove the empty table `[runners.kubernetes.host_aliases]`';
  assert.equal(fixed(kubernetes(empty + alias), title), kubernetes(alias));
  assert.equal(fixed(kubernetes(alias + empty), title), kubernetes(alias));
  assert.equal(fixed('[a]\n[[a]]\nb = 1\n', 'Remove the empty table `[a]`'), '[[a]]\nb = 1\n');
  // Alone it is the one that somebody is about to fill.
  assert.ok(fixTitles(kubernetes(empty)).includes('Change to `[[runners.kubernetes.host_aliases]]`'));
});
