/** What V8 made of the language's bundle is kept for the next start, and is taken only where it is of the same text. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { Client } from './client';

const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'kept-code-'))), 'dist');
cpSync('dist', folder, { recursive: true, filter: (path) => !path.endsWith('.cache') });
after(() => rmSync(join(folder, '..'), { recursive: true }));

const bundle = join(folder, 'language.js');

/** Starts the server, opens a text, and ends it as an editor does. */
async function session(text: string) {
  const process = spawn('node', [join(folder, 'server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = new Client(new StreamMessageReader(process.stdout), new StreamMessageWriter(process.stdin));
  await client.initialize();
  const diagnostics = text === '' ? [] : await client.open(text);
  await client.connection.sendRequest('shutdown');
  const exit = once(process, 'exit');
  await client.connection.sendNotification('exit');
  await exit;
  client.dispose();
  return diagnostics.map(({ code }) => code);
}

/** The files that were kept, and when. */
function kept(): string[] {
  return readdirSync(folder)
    .filter((name) => name.includes('.cache'))
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`);
}

const text =
  '[[runners]]\n  name = "a"\n  url = "https://example.com"\n  token = "glrt-AbCdEfGh0123456789xy"\n  executor = "shell"\n  limt = 3\n';
const CODES = ['unknown-key'];

test('it is kept when a text was checked, and taken from then on', async () => {
  await session('');
  assert.deepEqual(kept(), []);
  // A long text lets the optimizing compiler loose, which is a flag of V8.
  const said = await session(text.repeat(20_000));
  assert.ok(said.length > 0);
  const first = kept();
  assert.equal(first.length, 1);
  assert.deepEqual(await session(text), CODES);
  // What is refused is kept anew.
  assert.deepEqual(kept(), first);
});

test('a bundle of the same length is not taken for the one that it was made of', async () => {
  const first = kept();
  const source = readFileSync(bundle, 'utf8');
  const other = source.replace('"gitlab-runner"', '"gitlab-walker"');
  assert.notEqual(other, source);
  writeFileSync(bundle, other);
  await session(text);
  const second = kept();
  assert.equal(second.length, 1);
  assert.notDeepEqual(second, first);
  await session(text);
  assert.deepEqual(kept(), second);
});

test('what is broken is made anew', async () => {
  const [name = ''] = kept().map((each) => each.split(' ')[0]);
  const file = join(folder, name);
  const whole = readFileSync(file);
  for (const broken of [
    whole.subarray(0, 100),
    whole.subarray(0, -1000),
    Buffer.from(''),
    Buffer.concat([readFileSync(bundle), Buffer.from('no code')]),
  ]) {
    writeFileSync(file, broken);
    assert.deepEqual(await session(text), CODES);
    assert.ok(readFileSync(file).length > broken.length);
  }
});
