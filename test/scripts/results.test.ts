/** The line that the tests end with. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { afterAnotherRun, summary } from '../../scripts/results.mjs';

test('counts add up over suites, reasons too, and a suite that did not run says why', () => {
  const line = summary([
    ['unit', { passed: 10, failed: 1, skipped: { 'without ../shared': 2, later: 1 } }],
    ['vscode', { passed: 5, failed: 0, skipped: { later: 1 } }],
    ['web', { passed: 0, failed: 0, skipped: {}, notRun: 'no Chromium' }],
  ]);
  assert.equal(
    line,
    'Tests: 15 passed, 1 failed, 4 skipped (2 without ../shared; 2 later) | unit 10/1/3 | vscode 5/0/1 | web NOT RUN: no Chromium',
  );
});

test('what failed and then passed counts as passed; what did not run again is as broken as before', () => {
  const first = { passed: 8, failed: 2, skipped: { later: 1 }, failures: ['a', 'b'] };
  const again = (passed: number, failures: string[]) =>
    afterAnotherRun(first, { passed, failed: failures.length, skipped: {}, failures });
  assert.deepEqual(again(2, []), { passed: 10, failed: 0, skipped: { later: 1 }, failures: [] });
  assert.deepEqual(again(1, ['b']), { passed: 9, failed: 1, skipped: { later: 1 }, failures: ['b'] });
  assert.deepEqual(again(0, []), { passed: 8, failed: 2, skipped: { later: 1 }, failures: [] });
});

test('the reporter prints what failed and why, and nothing of what passed', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'reporter-'));
  t.after(() => rmSync(folder, { recursive: true }));
  symlinkSync(resolve('scripts'), join(folder, 'scripts'));
  writeFileSync(
    join(folder, 'a.test.mjs'),
    `import { describe, it, test } from 'node:test';
test('good', () => {});
test('left out', { skip: '../shared/x is not here: nothing is compared' }, () => {});
describe('several', () => { it('bad', () => { throw new Error('this is why'); }); it('fine', () => {}); });\n`,
  );
  writeFileSync(join(folder, 'b.test.mjs'), "throw new Error('it does not begin');\n");
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const args = ['--test', '--test-reporter=./scripts/brief-reporter.mjs', 'a.test.mjs', 'b.test.mjs'];
  const { stdout, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env });
  assert.equal(status, 1);
  assert.match(stdout, /✘ bad .*\n {4}Error: this is why/);
  assert.match(stdout, /✘ .*b\.test\.mjs[\s\S]*it does not begin/);
  assert.doesNotMatch(stdout, /good|fine|several/);
  assert.match(stdout, /\nTests: 2 passed, 2 failed, 1 skipped \(1 without \.\.\/shared\) \| unit 2\/2\/1\n$/);
});
