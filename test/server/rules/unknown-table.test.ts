import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, fixed, fixTitles, reportOf } from '../findings';

test('a misspelled list of tables', () => {
  const text = `[[runner]]
  name = "a"
  [runner.docker]
    image = "alpine"
`;
  assert.deepEqual(reportOf(text), [
    '1 warning unknown-table «runner»: `runner` is no table of config.toml. Did you mean `[[runners]]`? The runner ignores it as it is.',
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
  assert.deepEqual(reportOf(after), []);
});

test('with the wrong brackets as well', () => {
  const text = `[runner]
  name = "a"
`;
  assert.deepEqual(reportOf(text), [
    '1 warning unknown-table «runner»: `runner` is no table of config.toml. Did you mean `[[runners]]`? The runner ignores it as it is.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `[[runners]]`']);
  const after = fixed(text, 'Change to `[[runners]]`');
  assert.equal(
    after,
    `[[runners]]
  name = "a"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('without the table around it', () => {
  const text = `[[runners]]
  name = "a"
[docker]
  image = "alpine"
`;
  assert.deepEqual(reportOf(text), [
    '3 warning unknown-table «docker»: `docker` is no table of config.toml. Did you mean `[runners.docker]`? The runner ignores it as it is.',
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
  assert.deepEqual(reportOf(after), []);
});

test('without any runner', () => {
  const text = `[docker]
  image = "alpine"
`;
  assert.deepEqual(reportOf(text), [
    '1 warning unknown-table «docker»: `docker` is no table of config.toml. Did you mean `[runners.docker]`? The runner ignores it as it is.',
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
  assert.deepEqual(reportOf(after), []);
});

test('a table of the executor', () => {
  const text = `[[runners]]
  executor = "kubernetes"
  [[runners.host_aliases]]
    ip = "127.0.0.1"
    hostnames = ["a"]
`;
  assert.deepEqual(reportOf(text), [
    '3 warning unknown-table «host_aliases»: `runners.host_aliases` is no table of config.toml. Did you mean `[[runners.kubernetes.host_aliases]]`? The runner ignores it as it is.',
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
  assert.deepEqual(reportOf(after), []);
});

test('a table that is nothing', () => {
  const text = `[telemetry]
level = 1
`;
  assert.deepEqual(reportOf(text), [
    '1 warning unknown-table «telemetry»: `telemetry` is no table of config.toml. The runner ignores it with all that is in it.',
  ]);
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
  assert.deepEqual(reportOf('[""]\n'), [
    '1 warning unknown-table «""»: `""` is no table of config.toml. The runner ignores it with all that is in it.',
  ]);
});
