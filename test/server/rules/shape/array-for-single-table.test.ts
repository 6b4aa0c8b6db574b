import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../../findings';

test('two brackets around a table that is there once', () => {
  const text = `[[runners]]
  [[runners.docker]] # docker
    image = "alpine"
`;
  assert.deepEqual(reportOf(text), [
    '2 error array-for-single-table «docker»: `runners.docker` is one table: write `[runners.docker]` with single brackets. The runner does not start with two.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `[runners.docker]`']);
  const after = fixed(text, 'Change to `[runners.docker]`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker] # docker
    image = "alpine"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('two brackets around a map are ignored', () => {
  const text = `[[runners]]
  [[runners.kubernetes.node_selector]]
    arch = "amd64"
`;
  assert.deepEqual(reportOf(text), [
    '2 warning array-for-single-table «node_selector»: `runners.kubernetes.node_selector` is one table: write `[runners.kubernetes.node_selector]` with single brackets. The runner ignores it with two.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `[runners.kubernetes.node_selector]`']);
  const after = fixed(text, 'Change to `[runners.kubernetes.node_selector]`');
  assert.equal(
    after,
    `[[runners]]
  [runners.kubernetes.node_selector]
    arch = "amd64"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a map that would be refused as one table keeps its brackets', () => {
  const text = `[[runners]]
  [[runners.kubernetes.node_selector]]
    arch = 1
`;
  assert.deepEqual(reportOf(text), [
    '2 warning array-for-single-table «node_selector»: `runners.kubernetes.node_selector` is one table: write `[runners.kubernetes.node_selector]` with single brackets. The runner ignores it with two.',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('of two tables the right one is not known', () => {
  const text = `[[runners]]
  [[runners.docker]]
  [[runners.docker]]
`;
  assert.deepEqual(reportOf(text), [
    '2 error array-for-single-table «docker»: `runners.docker` is one table: write `[runners.docker]` with single brackets. The runner does not start with two.',
  ]);
  assert.deepEqual(fixTitles(text), []);
});
