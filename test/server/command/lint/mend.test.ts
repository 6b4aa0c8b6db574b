/** `lint --fix`: what it writes, and what it leaves alone. */
import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../../../server/command/command-line';
import { message } from '../../../../server/text/message';
import { said } from '../../said';
import { folderWith } from './folder';

const nothing = () => assert.fail('nothing asks for standard input');
const line = (text: string) => `gitlab-runner-config: ${text}\n`;

test('a file is mended, with its line ends, its mark and its mode, and nothing is left beside it', (t) => {
  const folder = folderWith(t, {
    'config.toml': '\ufeffconcurrent = "4"\r\n\r\n[[runners]]\r\n  limit = "3" # three\r\n',
  });
  const path = join(folder, 'config.toml');
  chmodSync(path, 0o640);
  const { status, complaint } = run(['lint', '--fix', folder], nothing);
  assert.equal(readFileSync(path, 'utf8'), '\ufeffconcurrent = 4\r\n\r\n[[runners]]\r\n  limit = 3 # three\r\n');
  assert.equal(statSync(path).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(folder), ['config.toml']);
  assert.equal(status, 0);
  assert.equal(complaint, line(said(message('cli.mended', { files: 1 }))));
});

test('what a link leads to is written, and the link stays', (t) => {
  const folder = folderWith(t, { 'data/config.toml': 'concurrent = "4"\n' });
  symlinkSync(join(folder, 'data', 'config.toml'), join(folder, 'config.toml'));
  run(['lint', '--fix', join(folder, 'config.toml')], nothing);
  assert.equal(readFileSync(join(folder, 'data', 'config.toml'), 'utf8'), 'concurrent = 4\n');
  assert.deepEqual(readdirSync(folder), ['config.toml', 'data']);
});

test('what is left is told', (t) => {
  const folder = folderWith(t, { 'config.toml': 'concurrent = "4"\nlog_level = "verbose"\n' });
  const { status, output } = run(['lint', '--fix', join(folder, 'config.toml')], nothing);
  assert.equal(status, 1);
  assert.match(output, /config\.toml:2:13: error: /);
  assert.match(readFileSync(join(folder, 'config.toml'), 'utf8'), /^concurrent = 4\n/);
});

test('a dry run prints the difference, writes nothing and ends with 1', (t) => {
  const text = 'concurrent = "4"\nlog_level = "info"\n';
  const folder = folderWith(t, { 'config.toml': text });
  const path = join(folder, 'config.toml');
  const { status, output } = run(['lint', '--fix', '--dry-run', path], nothing);
  assert.equal(
    output,
    `--- ${path}\n+++ ${path}\n@@ -1,2 +1,2 @@\n-concurrent = "4"\n+concurrent = 4\n log_level = "info"\n`,
  );
  assert.equal(status, 1);
  assert.equal(readFileSync(path, 'utf8'), text);
  assert.deepEqual(
    run(['lint', '--fix', '--dry-run', '-'], () => 'concurrent = 1\n'),
    { status: 0, output: '' },
  );
});

test('what stays broken, and what is not UTF-8, is not written', (t) => {
  const broken = 'concurrent = "4"\n[[runners]]\n  name = = "x"\n  tags = [[[\n';
  const latin = Buffer.from('concurrent = "4" # caf\xe9\n', 'latin1');
  const folder = folderWith(t, { 'a.toml': broken, 'b.toml': latin });
  const { complaint = '' } = run(['lint', '--fix', join(folder, 'a.toml'), join(folder, 'b.toml')], nothing);
  assert.equal(readFileSync(join(folder, 'a.toml'), 'utf8'), broken);
  assert.deepEqual(readFileSync(join(folder, 'b.toml')), latin);
  assert.ok(complaint.includes(said(message('cli.not-mended.syntax', { path: join(folder, 'a.toml') }))), complaint);
  assert.ok(complaint.includes(said(message('cli.not-mended', { path: join(folder, 'b.toml') }))), complaint);
});

test('YAML is mended in its blocks alone', (t) => {
  const text = '# chart\nrunners:\n  config: |\n    [[runners]]\n      limit = "3"\nreplicas: "1"\n';
  const folder = folderWith(t, { 'values.yaml': text });
  run(['lint', '--fix', join(folder, 'values.yaml')], nothing);
  assert.equal(readFileSync(join(folder, 'values.yaml'), 'utf8'), text.replace('"3"', '3'));
});

test('standard input is printed as it is mended, and what is left beside it', () => {
  const { status, output, complaint } = run(['lint', '--fix', '-'], () => 'concurrent = "4"\nlog_level = "verbose"\n');
  assert.equal(output, 'concurrent = 4\nlog_level = "verbose"\n');
  assert.equal(status, 1);
  assert.match(complaint ?? '', /^-:2:13: error: /);
});

test('the name of standard input tells what it is', () => {
  const yaml = 'runners:\n  config: |\n    [[runners]]\n      limt = 3\n';
  const { output } = run(['lint', '--stdin-filename', 'values.yaml', '-'], () => yaml);
  assert.match(output, /^values\.yaml:4:7: warning: .*\[unknown-key\]$/m);
});
