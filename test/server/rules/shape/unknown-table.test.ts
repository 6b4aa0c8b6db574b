import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, dataReportOf, fixed, fixTitles, messagesOf } from '../../findings';

test('a misspelled list of tables', () => {
  const text = `[[runner]]
  name = "a"
  [runner.docker]
    image = "alpine"
`;
  assert.deepEqual(dataReportOf(text), [
    '1 warning unknown-table «runner»: unknown-table.misspelled key=runner tables=`[[runners]]`',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `[[runners]]`']);
  const after = fixed(text, 'Change to `[[runners]]`');
  assert.equal(
    after,
    `[[runners]]
  name = "a"
  [runners.docker]
    image = "alpine"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('with the wrong brackets as well', () => {
  const text = `[runner]
  name = "a"
`;
  assert.deepEqual(dataReportOf(text), [
    '1 warning unknown-table «runner»: unknown-table.misspelled key=runner tables=`[[runners]]`',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `[[runners]]`']);
  const after = fixed(text, 'Change to `[[runners]]`');
  assert.equal(
    after,
    `[[runners]]
  name = "a"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('without the table around it', () => {
  const text = `[[runners]]
  name = "a"
[docker]
  image = "alpine"
`;
  assert.deepEqual(dataReportOf(text), [
    '3 warning unknown-table «docker»: unknown-table.misspelled key=docker tables=`[runners.docker]`',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `[runners.docker]`']);
  const after = fixed(text, 'Change to `[runners.docker]`');
  assert.equal(
    after,
    `[[runners]]
  name = "a"
[runners.docker]
  image = "alpine"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('without any runner', () => {
  const text = `[docker]
  image = "alpine"
`;
  assert.deepEqual(dataReportOf(text), [
    '1 warning unknown-table «docker»: unknown-table.misspelled key=docker tables=`[runners.docker]`',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `[runners.docker]`']);
  const after = fixed(text, 'Change to `[runners.docker]`');
  assert.equal(
    after,
    `[[runners]]
[runners.docker]
  image = "alpine"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('a table of the executor', () => {
  const text = `[[runners]]
  executor = "kubernetes"
  [[runners.host_aliases]]
    ip = "127.0.0.1"
    hostnames = ["a"]
`;
  assert.deepEqual(dataReportOf(text), [
    '3 warning unknown-table «host_aliases»: unknown-table.misspelled key=runners.host_aliases tables=`[[runners.kubernetes.host_aliases]]`',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `[[runners.kubernetes.host_aliases]]`']);
  const after = fixed(text, 'Change to `[[runners.kubernetes.host_aliases]]`');
  assert.equal(
    after,
    `[[runners]]
  executor = "kubernetes"
  [[runners.kubernetes.host_aliases]]
    ip = "127.0.0.1"
    hostnames = ["a"]
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('a table that is nothing', () => {
  const text = `[telemetry]
level = 1
`;
  assert.deepEqual(dataReportOf(text), ['1 warning unknown-table «telemetry»: unknown-table key=telemetry']);
  assert.deepEqual(fixTitles(text), []);
});

test('a name that is missing is a mistake of the syntax alone', () => {
  for (const header of [
    '[.x]',
    '[[.x]]',
    '[[runners]]\n[runners..docker]',
    '[[runners]]\n[[runners.docker..services]]',
  ]) {
    assert.deepEqual(
      briefReportOf(`${header}\nname = "a"\n`).map((line) => line.slice(2)),
      ['error missing-key-name «.»'],
    );
  }
  assert.deepEqual(dataReportOf('[""]\n'), ['1 warning unknown-table «""»: unknown-table key=""']);
});

test('the table that was meant is there already: it takes the keys', () => {
  const text = `[[runners]]
  name = "a"
  [runners.docker]
    image = "alpine"

[docker]
  # for builds of images
  privileged = true # dind
  volumes = ["/cache"]
[session_server]
`;
  assert.deepEqual(fixTitles(text), ['Move its keys to `[runners.docker]`']);
  const after = fixed(text, 'Move its keys to `[runners.docker]`');
  assert.equal(
    after,
    `[[runners]]
  name = "a"
  [runners.docker]
    image = "alpine"
    # for builds of images
    privileged = true # dind
    volumes = ["/cache"]
[session_server]
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('of the tables of several runners the one above the header takes the keys, wherever the other table stands in it', () => {
  const text = `[[runners]]
  [runners.cache]
    Shared = true
[[runners]]
  [runners.docker.cache]
    Type = "s3"
  [runners.cache]
    Shared = true
`;
  assert.equal(
    fixed(text, 'Move its keys to `[runners.cache]`'),
    '[[runners]]\n  [runners.cache]\n    Shared = true\n[[runners]]\n  [runners.cache]\n    Shared = true\n    Type = "s3"\n',
  );
});

test('the table that was meant is there already, and the keys cannot move', () => {
  const runner = '[[runners]]\n  [runners.docker]\n    image = "a"\n';
  const tables = [
    '[docker]\n  Image = "b"\n',
    '[docker]\n  # nothing of ours\n\n  privileged = true\n',
    '[docker] # ours\n  privileged = true\n',
    '[docker]\n  privileged = true\n  [docker.tmpfs]\n    "/run" = "rw"\n',
    '[docker]\n',
  ];
  for (const table of tables) assert.deepEqual(fixTitles(runner + table), [], table);
  for (const inline of ['docker = { image = "a" }', 'docker.image = "a"'])
    assert.deepEqual(fixTitles(`[[runners]]\n  ${inline}\n[docker]\n  privileged = true\n`), [], inline);
});

test('the table that was meant is there only by longer headers', () => {
  const runner = '[[runners]]\n  [runners.docker.tmpfs]\n    "/run" = "rw"\n';
  assert.equal(
    fixed(`${runner}[docker]\n  image = "a"\n`, 'Change to `[runners.docker]`'),
    `${runner}[runners.docker]\n  image = "a"\n`,
  );
  assert.deepEqual(fixTitles(`${runner}[docker.tmpfs]\n  "/tmp" = "rw"\n`), []);
});

test('before the first runner a table of runners has no place', () =>
  assert.deepEqual(fixTitles('[docker]\n  image = "a"\n[[runners]]\n  name = "a"\n'), []));

test('a dot where the name has an underscore', () => {
  const text = `[[runners]]
  [runners.kubernetes]
    [runners.kubernetes.dns.config]
      nameservers = ["192.0.2.1"]
      [[runners.kubernetes.dns.config.options]]
        name = "ndots"
`;
  assert.deepEqual(briefReportOf(text), ['3 warning unknown-table «dns.config»']);
  const after = fixed(text, 'Change to `[runners.kubernetes.dns_config]`');
  assert.equal(after, text.replaceAll('dns.config', 'dns_config'));
  assert.deepEqual(briefReportOf(after), []);
});

test('what another way is known for says which', () => {
  const text =
    '[[runners]]\n  [runners.kubernetes]\n    [runners.kubernetes.device_plugin]\n      "nvidia.com/gpu" = "1"\n';
  assert.deepEqual(
    messagesOf(text).map(({ id, args }) => [id, args?.advice]),
    [['unknown-table.not-here', message('advice.extended-resources')]],
  );
  assert.equal(messagesOf('[[runners]]\n  [runners.kubernetes]\n    gpus = "all"\n')[0]?.id, 'unknown-key.not-here');
});

test('variables in a table of their own, as Kubernetes and Compose write them, are strings of a list', () => {
  const advice = (text: string) => messagesOf(text).map(({ id, args }) => [id, args?.advice]);
  for (const header of [
    '[runners.env]',
    '[[runners.env]]',
    '[runners.variables]',
    '[runners.docker.environment]',
    '[runners.kubernetes.env]',
    '[[runners.docker.services.env]]',
    '[[runners.kubernetes.services.env]]',
  ]) {
    const found = advice(`[[runners]]\n${header}\nname = "A"\nvalue = "b"\n`).filter(
      ([id]) => id === 'unknown-table.not-here',
    );
    assert.deepEqual(found, [['unknown-table.not-here', message('advice.environment')]], header);
  }
});

test('variables in a key of another name are those of this table', () => {
  for (const table of ['[[runners]]', '[[runners]]\n[[runners.docker.services]]\nname = "a"'])
    for (const name of ['env', 'env_vars', 'variables'])
      assert.equal(
        fixed(`${table}\n${name} = ["A=b"]\n`, 'Rename to `environment`'),
        `${table}\nenvironment = ["A=b"]\n`,
      );
});
