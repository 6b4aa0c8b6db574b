/** The tests of the protocol once more, of a server that speaks Chinese: what it does is the same. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const files = readdirSync(__dirname)
  .filter((name) => name.endsWith('.test.ts') && name !== 'in-chinese.test.ts')
  .map((name) => join(__dirname, name));

test('all that a client asks, in Chinese', () => {
  const env: NodeJS.ProcessEnv = { ...process.env, PROTOCOL_LOCALE: 'zh-cn' };
  // Without it the runner below would report to this one and hide what failed.
  delete env.NODE_TEST_CONTEXT;
  const args = ['--import', 'tsx', '--test', '--test-reporter=spec', ...files];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  assert.equal(status, 0, stdout.slice(stdout.indexOf('failing tests:')).slice(0, 8000));
  const passed = Number(/pass (\d+)/.exec(stdout)?.[1]);
  assert.ok(passed > 100, `${passed} passed`);
});
