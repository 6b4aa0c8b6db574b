import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InsertTextMode } from 'vscode-languageserver-types';
import { accepted, labels, offered, plainContext } from './completing';

test('a sub-table is a whole block, indented as the runner writes it', () => {
  assert.equal(
    accepted('[[runners]]\n  [runners.kubernetes]\n    image = "x"\n    host_al|\n', 'host_aliases'),
    '[[runners]]\n  [runners.kubernetes]\n    image = "x"\n    [[runners.kubernetes.host_aliases]]\n      ip = ""\n      hostnames = [""]\n',
  );
  assert.equal(
    accepted('[[runners]]\n  |', 'cache'),
    '[[runners]]\n  [runners.cache]\n    Type = "s3"\n    Shared = true',
  );
});

test('blocks from further below, by a dotted name', () => {
  const kubernetes = '[[runners]]\n  [runners.kubernetes]\n    |';
  const labelled = labels(kubernetes);
  for (const label of ['volumes.host_path', 'volumes.pvc', 'services', 'dns_config']) {
    assert.ok(labelled.includes(label), label);
  }
  const block =
    '[[runners]]\n  [runners.kubernetes]\n      [[runners.kubernetes.volumes.pvc]]\n        name = ""\n        mount_path = ""';
  assert.equal(accepted(kubernetes, 'volumes.pvc'), block);
  assert.equal(accepted('[[runners]]\n  [runners.kubernetes]\n    volumes.pv|', 'volumes.pvc'), block);
});

test('the indentation is that of the document', () => {
  assert.equal(
    accepted('[[runners]]\nname = "a"\n[runners.cache]\n[runners.kubernetes]\n\nhost_al|', 'host_aliases'),
    '[[runners]]\nname = "a"\n[runners.cache]\n[runners.kubernetes]\n\n[[runners.kubernetes.host_aliases]]\nip = ""\nhostnames = [""]',
  );
  assert.equal(
    accepted('[[runners]]\n\tname = "a"\n\t[runners.kubernetes]\n\t\timage = "x"\n\t\thost_al|', 'host_aliases'),
    '[[runners]]\n\tname = "a"\n\t[runners.kubernetes]\n\t\timage = "x"\n\t\t[[runners.kubernetes.host_aliases]]\n\t\t\tip = ""\n\t\t\thostnames = [""]',
  );
  assert.equal(
    accepted('[[runners]]\n    name = "a"\n    [runners.kubernetes]\n        host_al|', 'host_aliases'),
    '[[runners]]\n    name = "a"\n    [runners.kubernetes]\n        [[runners.kubernetes.host_aliases]]\n            ip = ""\n            hostnames = [""]',
  );
});

test('the cursor may stand deeper or less deep than the block', () => {
  const block = '[[runners]]\n  [runners.docker]\n    image = "alpine:latest"\n';
  assert.equal(accepted('[[runners]]\ndock|\n', 'docker'), block);
  assert.equal(accepted('[[runners]]\n      dock|\n', 'docker'), block);
});

test('line breaks are those of the document, and the editor shall not indent once more', () => {
  const marked = '[[runners]]\r\n  dock|\r\n';
  assert.equal(accepted(marked, 'docker'), '[[runners]]\r\n  [runners.docker]\r\n    image = "alpine:latest"\r\n');
  assert.equal(offered(marked)[0]?.insertTextMode, InsertTextMode.asIs);
});

test('in front of other keys of the table a block would take them along: there it is an inline table', () => {
  assert.equal(
    accepted('[[runners]]\n  [runners.kubernetes]\n    host_al|\n    image = "x"\n', 'host_aliases'),
    '[[runners]]\n  [runners.kubernetes]\n    host_aliases = [{ ip = "", hostnames = [""] }]\n    image = "x"\n',
  );
  assert.equal(
    accepted('[[runners]]\n  |\n  name = "x"\n', 'docker'),
    '[[runners]]\n  docker = { image = "alpine:latest" }\n  name = "x"\n',
  );
  assert.deepEqual(
    labels('|\nconcurrent = 1\n').filter((label) => label.startsWith('runners')),
    [],
  );
});

test('between the last key and the next header a block stands well', () => {
  assert.equal(
    accepted('[[runners]]\n  name = "x"\n  |\n  [runners.docker]\n', 'cache', plainContext),
    '[[runners]]\n  name = "x"\n  [runners.cache]\n    Type = "s3"\n    Shared = true\n  [runners.docker]\n',
  );
});

test('a table that is there is not offered again, an array of tables is', () => {
  const text = '[[runners]]\n  |\n  [runners.docker]\n    image = "x"\n  [runners.kubernetes.pod_labels]\n';
  assert.equal(labels(text).includes('docker'), false);
  assert.equal(labels(text).includes('kubernetes'), true, 'only implied so far');
  assert.ok(
    labels('[[runners]]\n[runners.kubernetes]\n|\n[[runners.kubernetes.host_aliases]]\n').includes('host_aliases'),
  );
  assert.equal(labels('[[runners]]\n  cache = {}\n  |').includes('cache'), false);
  assert.equal(labels('[[runners]]\n[runners.docker]\nservices = []\n|').includes('services'), false);
});

test('a map is a block with an empty line to write in', () => {
  assert.equal(accepted('[[runners]]\n  feature_|', 'feature_flags'), '[[runners]]\n  [runners.feature_flags]\n    ');
});

test('an empty file: global keys, and whole runners', () => {
  const shown = labels('|');
  assert.equal(shown[0], 'concurrent');
  assert.ok(
    shown.includes('runners (docker)') && shown.includes('runners (kubernetes)') && shown.includes('runners (shell)'),
  );
  assert.equal(
    accepted('|', 'runners (docker)'),
    '[[runners]]\n  name = "docker"\n  url = "https://gitlab.com"\n  token = "glrt-REPLACE_ME"\n  executor = "docker"\n  [runners.docker]\n    image = "alpine:latest"\n    pull_policy = ["if-not-present"]\n    privileged = false\n    volumes = ["/cache"]',
  );
});

test('a runner for an older one has none of the tables and keys that came later', () => {
  const text = '# gitlab-runner: version=14.0\n|';
  assert.match(accepted(text, 'runners (docker)'), /executor = "docker"/);
  assert.ok(!accepted(text, 'runners (docker-autoscaler)').includes('autoscaler]'));
});

test('a runner below the globals gets an empty line above', () => {
  assert.equal(
    accepted('concurrent = 1\nrunn|', 'runners (shell)'),
    'concurrent = 1\n\n[[runners]]\n  name = "shell"\n  url = "https://gitlab.com"\n  token = "glrt-REPLACE_ME"\n  executor = "shell"\n  shell = "bash"',
  );
});

test('a runner above tables that lack one does not bring them a second time', () => {
  assert.equal(
    accepted('runn|\n[runners.docker]\nimage = "x"\n', 'runners (docker)'),
    '[[runners]]\nname = "docker"\nurl = "https://gitlab.com"\ntoken = "glrt-REPLACE_ME"\nexecutor = "docker"\n[runners.docker]\nimage = "x"\n',
  );
});

test('no pod is run as root by a block that was only accepted', () => {
  const text = accepted('[[runners]]\n  [runners.kubernetes]\n    |', 'pod_security_context');
  assert.match(text, /run_as_user = 1000\n.*run_as_group = 1000\n.*fs_group = 1000/);
});
