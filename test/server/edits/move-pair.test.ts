import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataReportOf, fixed, fixTitles } from '../findings';

test('the last line has no break', () => {
  const text = '[[runners]]\n  [runners.docker]\n    limit = 2';
  assert.deepEqual(dataReportOf(text), [
    '3 warning misplaced-key «limit»: misplaced-key home=[[runners]] key=limit table=[runners.docker]',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]`']);
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(after, '[[runners]]\n  limit = 2\n  [runners.docker]');
  assert.deepEqual(dataReportOf(after), []);
});

test('Windows line ends', () => {
  const text = '[[runners]]\r\n  [runners.docker]\r\n    limit = 2\r\n    image = "alpine"\r\n';
  assert.deepEqual(dataReportOf(text), [
    '3 warning misplaced-key «limit»: misplaced-key home=[[runners]] key=limit table=[runners.docker]',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]`']);
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(after, '[[runners]]\r\n  limit = 2\r\n  [runners.docker]\r\n    image = "alpine"\r\n');
  assert.deepEqual(dataReportOf(after), []);
});

test('a byte order mark', () => {
  const text = '\uFEFF[[runners]]\nconcurrent = 4\n';
  assert.deepEqual(dataReportOf(text), [
    '2 warning misplaced-key «concurrent»: misplaced-key home=top key=concurrent table=[[runners]]',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to the top of the file']);
  const after = fixed(text, 'Move to the top of the file');
  assert.equal(after, '\uFEFFconcurrent = 4\n\n[[runners]]\n');
  assert.deepEqual(dataReportOf(after), []);
});

test('tabs', () => {
  const text = '[[runners]]\n\tname = "a"\n\t[runners.docker]\n\t\tlimit = 2\n';
  assert.deepEqual(dataReportOf(text), [
    '4 warning misplaced-key «limit»: misplaced-key home=[[runners]] key=limit table=[runners.docker]',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]`']);
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(after, '[[runners]]\n\tname = "a"\n\tlimit = 2\n\t[runners.docker]\n');
  assert.deepEqual(dataReportOf(after), []);
});

test('a list over several lines keeps its lines', () => {
  const text = `[[runners]]
  [runners.docker]
    environment = [
      "A=1", # one
    ]
    image = "alpine"
`;
  assert.deepEqual(dataReportOf(text), [
    '3 warning misplaced-key «environment»: misplaced-key home=[[runners]] key=environment table=[runners.docker]',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]`']);
  const after = fixed(text, 'Move to `[[runners]]`');
  assert.equal(
    after,
    `[[runners]]
  environment = [
      "A=1", # one
    ]
  [runners.docker]
    image = "alpine"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});
