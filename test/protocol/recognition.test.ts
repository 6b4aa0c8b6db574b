/** What the user says of a document counts more than what it looks like. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client } from './client';
import { initialized } from './in-memory';

const uri = 'file:///project/settings.toml';

async function choose(client: Client, choice: string) {
  const found = client.diagnostics(uri);
  await client.notify('gitlabRunnerConfig/recognition', { uri, choice });
  return (await found).map(({ code }) => code);
}

test('a document is ours because the user says so, and back to its looks', async (t) => {
  const client = await initialized(t);
  assert.deepEqual(await client.open('limt = 3\n', { uri, languageId: 'toml' }), []);
  assert.deepEqual(await choose(client, 'ours'), ['unknown-key']);
  assert.deepEqual(await choose(client, 'automatic'), []);
});

test('a document that looks like ours is not, because the user says so', async (t) => {
  const client = await initialized(t);
  await client.open('[[runners]]\nlimt = 3\n', { uri, languageId: 'toml' });
  assert.deepEqual(await choose(client, 'not-ours'), []);
  assert.equal(await client.about('hover', { position: { line: 0, character: 4 } }, uri), null);
  assert.deepEqual(await choose(client, 'automatic'), ['unknown-key']);
});

test('the choice may come before the document, and ends with it', async (t) => {
  const client = await initialized(t);
  await client.notify('gitlabRunnerConfig/recognition', { uri, choice: 'ours' });
  assert.equal((await client.open('limt = 3\n', { uri, languageId: 'toml' })).length, 1);
  await client.close(uri);
  assert.deepEqual(await client.open('limt = 3\n', { uri, languageId: 'toml' }), []);
});
