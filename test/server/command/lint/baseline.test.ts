/** `lint --baseline`: what was there stays quiet, what is new fails. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../../../server/command/command-line';
import { message } from '../../../../server/text/message';
import { said } from '../../said';
import { folderWith } from './folder';

const nothing = () => assert.fail('nothing asks for standard input');

test('it is written where there is none, and then only what is new is told', (t) => {
  const folder = folderWith(t, { 'config.toml': 'concurrent = "4"\n[[runners]]\n  nope = 1\n' });
  const [file, known] = [join(folder, 'config.toml'), join(folder, 'known.json')];
  const lint = () => run(['lint', '--baseline', known, '--max-warnings', '0', file], nothing);
  assert.deepEqual(lint(), {
    status: 0,
    output: '',
    complaint: `gitlab-runner-config: ${said(message('cli.baseline-written', { path: known, count: 2 }))}\n`,
  });
  const written = readFileSync(known, 'utf8');
  assert.deepEqual(lint(), { status: 0, output: '' });
  writeFileSync(file, `# moved\n\n${readFileSync(file, 'utf8')}  nope2 = 1\n`);
  const { status, output } = lint();
  assert.equal(status, 1);
  assert.match(output, /^.*config\.toml:6:3: warning: .*\n0 errors, 1 warning\n$/);
  assert.equal(readFileSync(known, 'utf8'), written);
});

test('a second problem of a kind is new', (t) => {
  const folder = folderWith(t, { 'config.toml': 'check_interval = "4"\n' });
  const [file, known] = [join(folder, 'config.toml'), join(folder, 'known.json')];
  run(['lint', '--baseline', known, file], nothing);
  writeFileSync(file, 'check_interval = "4"\nconcurrent = "4"\n');
  assert.match(run(['lint', '--baseline', known, file], nothing).output, /1 error, 0 warnings/);
});

test('what is no baseline is refused', (t) => {
  const folder = folderWith(t, {
    'config.toml': 'concurrent = "4"\n',
    'known.json': '{ "version": 2 }',
    'b.json': '{',
  });
  for (const name of ['known.json', 'b.json']) {
    const path = join(folder, name);
    assert.deepEqual(run(['lint', '--baseline', path, folder], nothing), {
      status: 2,
      output: '',
      complaint: `gitlab-runner-config: ${said(message('cli.no-baseline', { path }))}\n`,
    });
  }
});
