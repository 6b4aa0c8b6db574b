import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataReportOf, fixed, fixTitles } from '../../findings';

test('two brackets around a table that is there once', () => {
  const text = `[[runners]]
  [[runners.docker]] # docker
    image = "alpine"
`;
  assert.deepEqual(dataReportOf(text), [
    '2 error array-for-single-table «docker»: array-for-single-table header=[runners.docker] key=runners.docker outcome=refused',
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
  assert.deepEqual(dataReportOf(after), []);
});

test('two brackets around a map are ignored', () => {
  const text = `[[runners]]
  [[runners.kubernetes.node_selector]]
    arch = "amd64"
`;
  assert.deepEqual(dataReportOf(text), [
    '2 warning array-for-single-table «node_selector»: array-for-single-table header=[runners.kubernetes.node_selector] key=runners.kubernetes.node_selector outcome=ignored',
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
  assert.deepEqual(dataReportOf(after), []);
});

test('a map that would be refused as one table keeps its brackets', () => {
  const text = `[[runners]]
  [[runners.kubernetes.node_selector]]
    arch = 1
`;
  assert.deepEqual(dataReportOf(text), [
    '2 warning array-for-single-table «node_selector»: array-for-single-table header=[runners.kubernetes.node_selector] key=runners.kubernetes.node_selector outcome=ignored',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('of two tables the right one is not known', () => {
  const text = `[[runners]]
  [[runners.docker]]
  [[runners.docker]]
`;
  assert.deepEqual(dataReportOf(text), [
    '2 error array-for-single-table «docker»: array-for-single-table header=[runners.docker] key=runners.docker outcome=refused',
  ]);
  assert.deepEqual(fixTitles(text), []);
});
