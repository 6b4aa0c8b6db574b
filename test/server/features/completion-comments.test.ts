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
