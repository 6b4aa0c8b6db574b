/** `format`: lays out files as the editor does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../../../server/command/command-line';
import { formatOptionNames } from '../../../../server/command/format/arguments';
import { message } from '../../../../server/text/message';
import { counted } from '../../../counted';
import { said } from '../../said';
import { folderWith } from '../lint/folder';

const nothing = () => assert.fail('nothing asks for standard input');
const UGLY = 'concurrent=4\n[[runners]]\nname="a"   # first\n';

test('a file is laid out, and a second time nothing changes', (t) => {
  const folder = folderWith(t, { 'config.toml': UGLY });
  const path = join(folder, 'config.toml');
  const { status, complaint } = run(['format', folder], nothing);
  assert.equal(status, 0);
  assert.equal(complaint, `gitlab-runner-config: ${said(message('cli.formatted', { files: 1 }))}\n`);
  const text = readFileSync(path, 'utf8');
  assert.match(text, /^concurrent = 4\n[\s\S]*name = "a" +# first\n$/);
  assert.deepEqual(run(['format', folder], nothing), { status: 0, output: '' });
  assert.equal(readFileSync(path, 'utf8'), text);
});

test('--check names the file, writes nothing and ends with 1', (t) => {
  const folder = folderWith(t, { 'config.toml': UGLY });
  const file = join(folder, 'config.toml');
  assert.deepEqual(run(['format', '--check', folder], nothing), {
    status: 1,
    output: `${said(message('cli.unformatted', { file }))}\n`,
  });
  assert.equal(readFileSync(file, 'utf8'), UGLY);
});

test('standard input is printed, also where it is laid out already', () => {
  const laidOut = run(['format', '-'], () => UGLY).output;
  assert.notEqual(laidOut, UGLY);
  assert.deepEqual(
    run(['format', '-'], () => laidOut),
    { status: 0, output: laidOut },
  );
});

test('what is not UTF-8, and what is broken, stays as it is', (t) => {
  const latin = Buffer.from('concurrent=4 # caf\xe9\n', 'latin1');
  const folder = folderWith(t, { 'config.toml': latin });
  run(['format', join(folder, 'config.toml')], nothing);
  assert.deepEqual(readFileSync(join(folder, 'config.toml')), latin);
});

test('a file of another kind is not read', (t) => {
  const folder = folderWith(t, { 'main.go': 'package main\n' });
  assert.equal(run(['format', join(folder, 'main.go')], nothing).status, 2);
});

test('the help names every option', () => {
  const help = said(message('cli.usage.format'));
  for (const name of counted(formatOptionNames)) assert.ok(help.includes(`\n  --${name} `), name);
});
