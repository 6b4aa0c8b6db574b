import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, labels } from './completing';

test('in comments nothing is offered', () => {
  assert.deepEqual(labels('# |'), []);
  assert.deepEqual(labels('concurrent = 1 # con|'), []);
  assert.deepEqual(labels('# executor = "|"'), []);
});

test('but for what silences diagnostics', () => {
  assert.equal(labels('# gitlab-runner: |')[0], 'ignore');
  assert.ok(labels('# gitlab-runner: ignore=|').includes('ignore=unknown-key'));
  assert.equal(accepted('# gitlab-runner: ig|', 'ignore'), '# gitlab-runner: ignore');
  assert.equal(accepted('# gitlab-runner:|', 'ignore'), '# gitlab-runner: ignore');
  assert.equal(
    accepted('x = 1 # gitlab-runner: ignore=unk|nown', 'ignore=unknown-key'),
    'x = 1 # gitlab-runner: ignore=unknown-key',
  );
  assert.deepEqual(labels('# gitlab-runner: ignore |'), []);
});

test('no code is offered that is not silenced in the text: of syntax, of YAML around it, of comments themselves', () => {
  const offered = labels('# gitlab-runner: ignore=|');
  assert.ok(offered.includes('ignore=several-runners'));
  for (const code of [
    'missing-value',
    'chart-config-misplaced',
    'chart-key-removed',
    'runner-version',
    'unused-ignore',
  ]) {
    assert.ok(!offered.includes(`ignore=${code}`), code);
  }
});

test('and for what names the runner of the file', () => {
  const versions = labels('# gitlab-runner: version=|').filter((label) => label.startsWith('version='));
  assert.deepEqual(versions.slice(0, 6), [
    'version=19.4',
    'version=19.3',
    'version=19.2',
    'version=19.1',
    'version=19.0',
    'version=18.11',
  ]);
  assert.equal(versions.at(-1), 'version=17.0');
  assert.equal(accepted('# gitlab-runner: ver|', 'version=18.11'), '# gitlab-runner: version=18.11');
  assert.equal(accepted('# gitlab-runner: version=18.|1', 'version=18.10'), '# gitlab-runner: version=18.10');
});
