/** Requests at the wrong time are errors, as the protocol says, and the server lives. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ErrorCodes, type ResponseError } from 'vscode-languageserver-protocol';
import { type Client, URI } from './client';
import { connect, initialized } from './in-memory';

const position = { line: 0, character: 4 };

function refused(client: Client, method: string, params: object, code: number): Promise<void> {
  return assert.rejects(client.request(method, params), (error: ResponseError<void>) => error.code === code);
}

const requests: readonly [string, object][] = [
  ['textDocument/hover', { textDocument: { uri: URI }, position }],
  ['textDocument/completion', { textDocument: { uri: URI }, position }],
  ['completionItem/resolve', { label: 'x' }],
  ['no/such/request', {}],
];

test('before `initialize` the server is not initialized, and then it is', async (t) => {
  const { client } = connect(t);
  for (const [method, params] of [...requests, ['shutdown', {}] as const]) {
    await refused(client, method, params, ErrorCodes.ServerNotInitialized);
  }
  await client.initialize();
  await client.open('[[runners]]\n');
  assert.notEqual(await client.about('hover', { position }), null);
});

test('a second `initialize` is no valid request', async (t) => {
  const client = await initialized(t);
  await client.open('[[runners]]\n');
  const params = { processId: null, rootUri: null, capabilities: {} };
  await refused(client, 'initialize', params, ErrorCodes.InvalidRequest);
  assert.notEqual(await client.about('hover', { position }), null);
});

test('after `shutdown` nothing is a valid request', async (t) => {
  const client = await initialized(t);
  await client.open('[[runners]]\n');
  assert.equal(await client.request('shutdown'), null);
  for (const [method, params] of [
    ...requests,
    ['shutdown', {}] as const,
    ['initialize', { capabilities: {} }] as const,
  ]) {
    await refused(client, method, params, ErrorCodes.InvalidRequest);
  }
});
