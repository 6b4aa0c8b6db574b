/** A client that knows of a repository tells the server, before it opens the document or while it is open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VERSION_CONTROL_NOTIFICATION } from '../../protocol/version-control';
import { URI } from './client';
import { initialized } from './in-memory';

const codes = (found: readonly { code?: unknown }[]) => found.map(({ code }) => code);
const TEXT =
  '[[runners]]\n  name = "a"\n  url = "https://gitlab.example.com"\n  token = "glrt-q7Zr4vT1mXw8Lp3Kd6Yb"\n  executor = "shell"\n';

test('what is told is shown at once, stays while the text changes, and ends with the document', async (t) => {
  const client = await initialized(t);
  assert.deepEqual(codes(await client.open(TEXT)), []);
  await client.notify(VERSION_CONTROL_NOTIFICATION, { uri: URI, isVersioned: true });
  assert.deepEqual(codes(await client.shown()), ['secret-in-clear']);
  assert.deepEqual(codes(await client.replace('"a"', '"b"')), ['secret-in-clear']);
  await client.notify(VERSION_CONTROL_NOTIFICATION, { uri: URI, isVersioned: false });
  assert.deepEqual(codes(await client.shown()), []);
  await client.notify(VERSION_CONTROL_NOTIFICATION, { uri: URI, isVersioned: true });
  assert.deepEqual(codes(await client.shown()), ['secret-in-clear']);
  await client.close();
  assert.deepEqual(codes(await client.open(TEXT)), []);
});
