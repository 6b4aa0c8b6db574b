/** What goes wrong between an editor and a server, and that the server lives on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ErrorCodes, LSPErrorCodes, type ResponseError } from 'vscode-languageserver-protocol';
import { message } from '../../server/text/message';
import { spoken, URI } from './client';
import { connect, initialized } from './in-memory';

const position = { line: 0, character: 4 };
const range = { start: position, end: position };
const options = { tabSize: 2, insertSpaces: true };

const requests = [
  { feature: 'completion', params: { position }, empty: [] },
  { feature: 'hover', params: { position }, empty: null },
  { feature: 'codeAction', params: { range, context: { diagnostics: [] } }, empty: [] },
  { feature: 'documentSymbol', params: {}, empty: [] },
  { feature: 'foldingRange', params: {}, empty: [] },
  { feature: 'selectionRange', params: { positions: [position] }, empty: [] },
  { feature: 'documentLink', params: {}, empty: [] },
  { feature: 'documentHighlight', params: { position }, empty: [] },
  { feature: 'formatting', params: { options }, empty: [] },
  { feature: 'rangeFormatting', params: { range, options }, empty: [] },
  { feature: 'inlayHint', params: { range: { start: position, end: position } }, empty: [] },
  { feature: 'onTypeFormatting', params: { position, ch: '\n', options }, empty: [] },
];

for (const { feature, params, empty } of requests) {
  test(`${feature}: the answer for a document that is not open, or no more, is empty`, async (t) => {
    const client = await initialized(t);
    assert.deepEqual(await client.about(feature, params, 'file:///never-opened.toml'), empty);
    await client.open('[[runners]]\n');
    await client.close();
    assert.deepEqual(await client.about(feature, params), empty);
  });
}

test('a handler that throws answers as if there were nothing, says so in the log, and the server lives', async (t) => {
  const client = await initialized(t);
  await client.open('[[runners]]\nlimt = 3\n');
  // Without a position there is nothing to work on.
  assert.equal(await client.about('hover', {}), null);
  assert.deepEqual(await client.about('completion', {}), []);
  assert.deepEqual(await client.about('codeAction', { context: { diagnostics: [] } }), []);
  assert.equal(client.log.length, 3);
  const failure = { method: 'textDocument/hover', uri: URI, error: 'TypeError' };
  assert.ok(client.log[0]?.startsWith(spoken(message('status.request-failed.document', failure))), client.log[0]);
  assert.notEqual(await client.about('hover', { position }), null);
});

test('positions outside the text are taken as its nearest place', async (t) => {
  const client = await initialized(t);
  await client.open('[[runners]]\n');
  for (const far of [
    { line: 99, character: 0 },
    { line: 0, character: 9999 },
    { line: -1, character: -1 },
  ]) {
    await client.about('hover', { position: far });
    await client.about('completion', { position: far });
  }
  assert.deepEqual(client.log, []);
});

test('a request that nobody knows is refused, and the server lives', async (t) => {
  const client = await initialized(t);
  await assert.rejects(client.request('no/such/request', {}), (error: ResponseError<void>) => {
    return error.code === ErrorCodes.MethodNotFound;
  });
  assert.deepEqual(await client.open('[[runners]]\n'), []);
});

test('a request that is taken back at once is answered as cancelled, and the next one as ever', async (t) => {
  const { client, sendTogether, received } = connect(t);
  await client.initialize();
  await client.open('[[runners]]\n');
  sendTogether([
    { id: 'mine', method: 'textDocument/completion', params: { textDocument: { uri: URI }, position } },
    { method: '$/cancelRequest', params: { id: 'mine' } },
  ]);
  assert.notEqual(await client.about('hover', { position }), null);
  assert.match(received(), new RegExp(`"id":"mine","error":{"code":${LSPErrorCodes.RequestCancelled},`));
});

test('many changes that arrive together are checked once, at the end', async (t) => {
  const { client, sendTogether } = connect(t);
  await client.initialize();
  await client.open('[[runners]]\n');
  const before = client.published.length;
  const start = { line: 1, character: 0 };
  const changes = Array.from({ length: 200 }, (_, index) => {
    const { message } = client.changeMessage([{ range: { start, end: start }, text: `no_such_key_${index} = 1\n` }]);
    return { method: 'textDocument/didChange', params: message };
  });
  const last = client.diagnostics(URI, 201);
  sendTogether(changes);
  assert.equal((await last).length, 200);
  await client.quiet();
  const published = client.published.slice(before).map(({ version }) => version);
  assert.deepEqual(published, [201]);
});

test('a request that comes with a change sees the text after it', async (t) => {
  const { client, sendTogether } = connect(t);
  await client.initialize();
  await client.open('[[runners]]\n');
  const start = { line: 1, character: 0 };
  const { message } = client.changeMessage([{ range: { start, end: start }, text: 'limit = 1\n' }]);
  sendTogether([{ method: 'textDocument/didChange', params: message }]);
  assert.notEqual(await client.about('hover', { position: { line: 1, character: 2 } }), null);
});

test('two documents do not disturb each other', async (t) => {
  const client = await initialized(t);
  const other = 'file:///other/config.toml';
  await client.open('[[runners]]\nlimt = 3\n');
  assert.deepEqual(await client.open('[[runners]]\nlimit = 3\n', { uri: other }), []);
  await client.close(other);
  assert.equal((await client.shown()).length, 1);
});

test('a document that closes before it was checked publishes nothing but the empty list', async (t) => {
  const { client, sendTogether } = connect(t);
  await client.initialize();
  const textDocument = { uri: URI, languageId: 'gitlab-runner-config', version: 1, text: '[[runners]]\nlimt = 3\n' };
  sendTogether([
    { method: 'textDocument/didOpen', params: { textDocument } },
    { method: 'textDocument/didClose', params: { textDocument: { uri: URI } } },
  ]);
  await client.quiet();
  assert.deepEqual(client.published, [{ uri: URI, diagnostics: [] }]);
});
