/** The built server as editors start it. */
import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-protocol';
import {
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { Client, capabilities, URI } from './client';

const SERVER = 'dist/server.js';

interface Started {
  readonly client: Client;
  readonly process: ChildProcess;
  /** All bytes that the server wrote to standard output, and to standard error. */
  readonly output: Buffer[];
  readonly errors: Buffer[];
}

function start(test: TestContext, how: '--stdio' | '--node-ipc'): Started {
  assert.ok(existsSync(SERVER), `${SERVER} is missing: run \`npm run build\` first`);
  const process =
    how === '--stdio' ? spawn('node', [SERVER, how], { stdio: 'pipe' }) : fork(SERVER, [how], { silent: true });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  process.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  process.stderr?.on('data', (chunk: Buffer) => errors.push(chunk));
  assert.ok(process.stdout && process.stdin);
  const client =
    how === '--stdio'
      ? new Client(new StreamMessageReader(process.stdout), new StreamMessageWriter(process.stdin))
      : new Client(new IPCMessageReader(process), new IPCMessageWriter(process));
  test.after(() => {
    client.dispose();
    process.kill();
  });
  return { client, process, output, errors };
}

async function exitCode(process: ChildProcess): Promise<number | null> {
  if (process.exitCode !== null) return process.exitCode;
  const [code] = await once(process, 'exit');
  return code;
}

/** The bodies of the messages in a stream; what is no message fails. */
function messages(bytes: Buffer): unknown[] {
  const found: unknown[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const [header, length] = /^Content-Length: (\d+)\r\n\r\n/.exec(rest.toString('latin1')) ?? [];
    assert.ok(header && length, `no message starts at: ${rest.toString().slice(0, 80)}`);
    const end = header.length + Number(length);
    found.push(JSON.parse(rest.subarray(header.length, end).toString()));
    rest = rest.subarray(end);
  }
  return found;
}

for (const how of ['--stdio', '--node-ipc'] as const) {
  test(`dist/server.js ${how}: from hello to good-bye`, async (t) => {
    const { client, process, output, errors } = start(t, how);
    await client.initialize();
    const diagnostics = await client.open('[[runners]]\n  limt = 3\n');
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['unknown-key'],
    );
    const position = { line: 1, character: 2 };
    const items = await client.about<CompletionItem[]>('completion', { position });
    const executor = items.find(({ label }) => label === 'executor') ?? assert.fail('no executor');
    const resolved = await client.request<CompletionItem>('completionItem/resolve', executor);
    assert.ok(resolved.documentation, 'the texts lie beside the bundle');
    const hover = await client.about('hover', { position: { line: 0, character: 4 } });
    // The files beside the server are there: texts and examples.
    assert.match(JSON.stringify(hover), /```toml/);
    assert.equal(await client.request('shutdown'), null);
    const exited = exitCode(process);
    await client.notify('exit', {});
    assert.equal(await exited, 0);
    assert.equal(Buffer.concat(errors).toString(), '');
    const written = messages(Buffer.concat(output));
    if (how === '--stdio') assert.ok(written.length >= 5);
    else assert.deepEqual(written, [], 'nothing on standard output');
  });
}

test('a server whose editor leaves without a word ends', async (t) => {
  const { client, process } = start(t, '--stdio');
  await client.initialize();
  process.stdin?.end();
  assert.equal(await exitCode(process), 1);
});

test('a server whose editor has died ends by itself', async (t) => {
  const editor = spawn('node', ['--eval', '0']);
  await once(editor, 'exit');
  const { client, process } = start(t, '--stdio');
  await client.initialize(capabilities, editor.pid);
  assert.equal(await exitCode(process), 1, 'it looks every three seconds');
});

test('an exit without a shutdown is no success', async (t) => {
  const { client, process } = start(t, '--stdio');
  await client.initialize();
  await client.notify('exit', {});
  assert.equal(await exitCode(process), 1);
});

/** The most memory, in MB, that a process had. */
function peakOf({ pid }: ChildProcess): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

const RUNNER = '[[runners]]\n  name = "a"\n  url = "https://gitlab.example.com"\n  executor = "docker"\n';

/** 5 MB of one thing. */
const LONG: Readonly<Record<string, string>> = {
  'equal runners': `${RUNNER}  [runners.docker]\n    image = "alpine"\n`.repeat(48_000),
  tables: '[[runners]]\n[runners.docker]\n[runners.cache]\n[runners.cache.s3]\n'.repeat(80_000),
  'tables that nobody knows': Array.from({ length: 300_000 }, (_, index) => `[runners.t${index}]\n`).join(''),
  'template tags in a list': `${RUNNER}  environment = [${'{{ .a }}, '.repeat(500_000)}]\n`,
  'volumes in a list': `${RUNNER}[runners.docker]\n  volumes = [${'"/a:/a", '.repeat(550_000)}]\n`,
  'template tags': `${'{{ a }}\n'.repeat(610_000)}${RUNNER}`,
  heredocs: `cat > config.toml <<EOF\n${RUNNER}EOF\n`.repeat(46_000),
};

const skipPeak = existsSync('/proc/self/status') ? false : 'no /proc here: the peak of memory is NOT measured';

for (const [name, text] of Object.entries(LONG))
  test(`5 MB of ${name} take less than 300 MB, whatever is asked and when a line is typed`, {
    skip: skipPeak,
  }, async (t) => {
    assert.ok(text.length > 4_800_000 && text.length < 7_000_000, String(text.length));
    const { client, process } = start(t, '--stdio');
    await client.initialize();
    const uri = name === 'template tags' ? `${URI}.j2` : URI;
    await client.open(text, { uri });
    const ask = (feature: string, params: object = {}) => client.about(feature, params, uri);
    const at = { line: 3, character: 4 };
    const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
    for (const feature of ['documentSymbol', 'foldingRange', 'documentLink']) await ask(feature);
    for (const feature of ['completion', 'hover', 'documentHighlight']) await ask(feature, { position: at });
    await ask('codeAction', { range, context: { diagnostics: [] } });
    await ask('formatting', { options: { tabSize: 2, insertSpaces: true } });
    await ask('inlayHint', { range });
    await client.change([{ range: { start: range.start, end: range.start }, text: 'x' }], uri);
    await ask('documentSymbol');
    const peak = peakOf(process);
    assert.ok(peak < 300, `${Math.round(peak)} MB`);
  });
