/** A client that knows the bytes of a file tells the server, before it opens the document or while it is open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { ENCODING_NOTIFICATION } from '../../protocol/encoding';
import { URI } from './client';
import { initialized } from './in-memory';

const shown = (found: readonly { code?: unknown; severity?: number }[]) =>
  found.map(({ code, severity }) => `${code} ${severity}`);
const ERROR = `not-utf8 ${DiagnosticSeverity.Error}`;
const INFORMATION = `not-utf8 ${DiagnosticSeverity.Information}`;

test('what is told is shown at once, stays while the text changes, and ends with the document', async (t) => {
  const client = await initialized(t);
  const text = '# caf\ufffd\nconcurrent = 4\n';
  assert.deepEqual(shown(await client.open(text)), [INFORMATION]);
  await client.notify(ENCODING_NOTIFICATION, { uri: URI, encoding: 'utf8', invalidByte: 0xe9 });
  assert.deepEqual(shown(await client.shown()), [ERROR]);
  assert.deepEqual(shown(await client.replace('4', '5')), [ERROR]);
  await client.notify(ENCODING_NOTIFICATION, { uri: URI, encoding: 'utf8', invalidByte: null });
  assert.deepEqual(shown(await client.shown()), []);
  await client.close();
  assert.deepEqual(shown(await client.open(text)), [INFORMATION]);
});

test('it may be told before, and mended by typing', async (t) => {
  const client = await initialized(t);
  await client.notify(ENCODING_NOTIFICATION, { uri: URI, encoding: 'windows1252' });
  assert.deepEqual(shown(await client.open('# café\nconcurrent = 4\n')), [ERROR]);
  assert.deepEqual(shown(await client.replace('é', 'e')), []);
  assert.deepEqual(shown(await client.replace('4', '4 # ü')), [ERROR]);
});
