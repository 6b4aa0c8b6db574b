/** The built command line as a shell runs it. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { anyOf, message } from '../../../../server/text/message';
import { said } from '../../said';
import { folderWith } from './folder';

const CLI = 'dist/cli.js';

/** More than a pipe holds at once. */
const MANY_PROBLEMS = `concurrent = "1"\n${'[[runners]]\nlimt = 1\n'.repeat(2000)}`;

function run(args: readonly string[], input = '') {
  assert.ok(existsSync(CLI), `${CLI} is missing: run \`npm run build\` first`);
  const { status, stdout, stderr } = spawnSync('node', [CLI, ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('standard input that is good: 0 and silence', () => {
  assert.deepEqual(run(['lint', '-'], '[[runners]]\n'), { status: 0, stdout: '', stderr: '' });
});

test('an error: 1, printed on standard output', () => {
  const { status, stdout, stderr } = run(['lint', '-'], 'concurrent = "1"\n');
  assert.equal(status, 1);
  assert.match(stdout, /^-:1:14: error: /);
  assert.equal(stderr, '');
});

test('a missing file: 2, one line on standard error and no stack', () => {
  assert.deepEqual(run(['lint', 'missing.toml']), {
    status: 2,
    stdout: '',
    stderr: `gitlab-runner-config: ${said(message('cli.unreadable.missing', { path: 'missing.toml' }))}\n`,
  });
});

test('a wrong option: 2', () => {
  const { status, stderr } = run(['lint', '--format', 'xml', 'x.toml']);
  assert.equal(status, 2);
  const formats = anyOf(['text', 'json', 'sarif', 'codequality']);
  assert.ok(stderr.includes(said(message('cli.unknown-format', { format: 'xml', formats }))));
});

test('JSON of thousands of problems comes out whole', (t) => {
  const folder = folderWith(t, { 'config.toml': MANY_PROBLEMS });
  const { status, stdout } = run(['lint', '--format', 'json', join(folder, 'config.toml')]);
  assert.equal(status, 1);
  assert.equal(JSON.parse(stdout).length, 2001);
});

test('a reader that goes early is no crash', async (t) => {
  const folder = folderWith(t, { 'config.toml': MANY_PROBLEMS });
  const process = spawn('node', [CLI, 'lint', '--format', 'json', folder], { stdio: 'pipe' });
  let errors = '';
  process.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  process.stdout.once('data', () => process.stdout.destroy());
  const [status] = await once(process, 'exit');
  assert.equal(errors, '');
  assert.equal(status, 1);
});
