/** Fences of Markdown through the protocol: nothing without the setting; with it hover, completion and hints. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, Hover } from 'vscode-languageserver-protocol';
import type { Client } from './client';
import { connect, initialized } from './in-memory';

const file = { uri: 'file:///project/README.md', languageId: 'markdown' };
const TEXT = '# Runner\n\n1. Write:\n\n   ```toml\n   [[runners]]\n     limt = 3\n     executor = 3\n     \n   ```\n';
const emptyLine = { position: { line: 8, character: 5 } };

async function openWith(client: Client, text = TEXT) {
  await client.open(text, file);
  return found(client);
}

async function found(client: Client) {
  return (await client.shown(file.uri)).map(({ code, severity, range }) => [
    code,
    severity,
    client.covered(range, file.uri),
  ]);
}

async function changeSettings(client: Client, settings: unknown) {
  client.settings = settings;
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  return found(client);
}

const hint = [
  ['unknown-key', 4, 'limt'],
  ['wrong-type', 4, '3'],
];

test('without the setting a Markdown file is not ours', async (t) => {
  const client = await initialized(t);
  assert.deepEqual(await openWith(client), []);
  const at = { position: client.rangeOf('executor', file.uri).start };
  assert.equal(await client.about('hover', at, file.uri), null);
  assert.deepEqual(await client.about('completion', emptyLine, file.uri), []);
});

test('with the setting there are hints, hover and completion', async (t) => {
  const client = await initialized(t, { markdown: true });
  assert.deepEqual(await openWith(client), hint);

  const range = client.rangeOf('executor', file.uri);
  const hover = await client.about<Hover>('hover', { position: range.start }, file.uri);
  assert.deepEqual(hover.range, range);

  const answer = await client.about<CompletionItem[] | { items: CompletionItem[] }>('completion', emptyLine, file.uri);
  const items = Array.isArray(answer) ? answer : answer.items;
  assert.ok(items.some(({ label }) => label === 'limit'));
});

test('the fences are listed, also when that is asked before the settings are known', async (t) => {
  const client = await initialized(t, { markdown: true });
  const opened = client.open(TEXT, file);
  const params = { textDocument: { uri: file.uri } };
  const { regions } = await client.request<{ regions: { text: string }[] }>('gitlabRunnerConfig/regions', params);
  assert.deepEqual(
    regions.map(({ text }) => text),
    ['[[runners]]\n  limt = 3\n  executor = 3\n  \n'],
  );
  await opened;
});

test('nothing is changed in a fence, nor added to the outline of its file', async (t) => {
  const client = await initialized(t, { markdown: true });
  await openWith(client);
  const range = client.rangeOf('limt', file.uri);
  const options = { tabSize: 2, insertSpaces: true };
  const requests: [string, object][] = [
    ['codeAction', { range, context: { diagnostics: [] } }],
    ['formatting', { options }],
    ['rangeFormatting', { options, range }],
    ['onTypeFormatting', { options, ch: '\n', position: range.end }],
    ['documentSymbol', {}],
    ['foldingRange', {}],
    ['documentLink', {}],
    ['documentHighlight', { position: range.start }],
  ];
  for (const [feature, params] of requests) {
    assert.deepEqual(await client.about(feature, params, file.uri), [], feature);
  }
});

test('a change of the setting shows at once, in what is open', async (t) => {
  const client = await initialized(t);
  assert.deepEqual(await openWith(client), []);
  assert.deepEqual(await changeSettings(client, { markdown: true }), hint);
  assert.deepEqual(await changeSettings(client, { markdown: false }), []);
});

test('a client that cannot be asked tells the setting', async (t) => {
  const { client } = connect(t);
  await client.initialize({});
  assert.deepEqual(await openWith(client), []);
  await client.notify('workspace/didChangeConfiguration', { settings: { gitlabRunnerConfig: { markdown: true } } });
  assert.deepEqual(await found(client), hint);
});

test('the setting is that of the folder', async (t) => {
  const client = await initialized(t);
  client.settings = (uri: string | undefined) => ({ markdown: uri?.includes('/docs/') === true });
  assert.deepEqual(await openWith(client), []);
  const uri = 'file:///docs/a.md';
  await client.open(TEXT, { ...file, uri });
  assert.equal((await client.shown(uri)).length, hint.length);
});

test('no severity that the user sets makes an example an error; off is off', async (t) => {
  const client = await initialized(t, { markdown: true, severity: { 'unknown-key': 'error' } });
  assert.deepEqual(await openWith(client), hint);
  assert.deepEqual(await changeSettings(client, { markdown: true, severity: { 'unknown-key': 'off' } }), hint.slice(1));
});

test('a file that the user wants left alone is, and one without a configuration is none', async (t) => {
  const client = await initialized(t, { markdown: true });
  assert.deepEqual(await openWith(client, '```toml\n[package]\nname = "a"\n```\n'), []);
  await client.close(file.uri);
  await client.notify('gitlabRunnerConfig/recognition', { uri: file.uri, choice: 'not-ours' });
  assert.deepEqual(await openWith(client), []);
});
