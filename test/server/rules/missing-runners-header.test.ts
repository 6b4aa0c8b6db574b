import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../findings';

test('with comments and indentation', () => {
  const text = `concurrent = 1

  # Docker
  [runners.docker]
    image = "alpine"
  [runners.cache]
`;
  assert.deepEqual(reportOf(text), [
    '4 error missing-runners-header «runners.docker»: A `[[runners]]` line must come first: this table belongs to one of its entries. The runner does not start without it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Insert `[[runners]]`']);
  const after = fixed(text, 'Insert `[[runners]]`');
  assert.equal(
    after,
    `concurrent = 1

[[runners]]
  # Docker
  [runners.docker]
    image = "alpine"
  [runners.cache]
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a file that starts with it', () => {
  const text = '\uFEFF[runners.docker]\nimage = "alpine"\n';
  assert.deepEqual(reportOf(text), [
    '1 error missing-runners-header «runners.docker»: A `[[runners]]` line must come first: this table belongs to one of its entries. The runner does not start without it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Insert `[[runners]]`']);
  const after = fixed(text, 'Insert `[[runners]]`');
  assert.equal(after, '\uFEFF[[runners]]\n[runners.docker]\nimage = "alpine"\n');
  assert.deepEqual(reportOf(after), []);
});

test('a [[runners]] that comes too late', () => {
  const text = `[runners.docker]
  image = "alpine"
[[runners]]
  name = "a"
`;
  assert.deepEqual(reportOf(text), [
    '1 error missing-runners-header «runners.docker»: A `[[runners]]` line must come first: this table belongs to one of its entries. The runner does not start without it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Insert `[[runners]]`']);
  const after = fixed(text, 'Insert `[[runners]]`');
  assert.equal(
    after,
    `[[runners]]
[runners.docker]
  image = "alpine"
[[runners]]
  name = "a"
`,
  );
  assert.deepEqual(reportOf(after), []);
});
