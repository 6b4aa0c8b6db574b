/** Which runner a file is checked for: the setting, the comment, and what the client hears of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../server/text/message';
import { capabilities, spoken, URI } from './client';
import { connect, initialized } from './in-memory';

const TEXT = 'connection_max_age = "1m"\n';
const codes = (found: readonly { code?: unknown }[]) => found.map(({ code }) => code);

test('the setting counts for a file that does not say it itself, and changes at once', async (t) => {
  const client = await initialized(t, { runnerVersion: '16.6' });
  await client.open(TEXT);
  assert.deepEqual(codes(await client.shown()), ['requires-newer-runner']);
  client.settings = { runnerVersion: '17.0' };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  assert.deepEqual(codes(await client.shown()), []);
});

test('a version that is none is complained about and leaves the one before', async (t) => {
  const client = await initialized(t, { runnerVersion: '16.6' });
  await client.open(TEXT);
  await client.shown();
  client.settings = { runnerVersion: '16.66', severity: { 'requires-newer-runner': 'error' } };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  assert.deepEqual(codes(await client.shown()), ['requires-newer-runner']);
  assert.deepEqual(client.log, [
    spoken(
      message('settings.runner-version', {
        setting: 'gitlabRunnerConfig.runnerVersion',
        reason: message('version.after-last', { text: '16.66', major: '16', last: '16.11' }),
      }),
    ),
  ]);
});

test('a client that asked hears which runner a file is for, once for each change', async (t) => {
  const { client } = connect(t);
  const heard: unknown[] = [];
  client.connection.onNotification('gitlabRunnerConfig/target', (params) => {
    heard.push(params);
  });
  client.settings = { runnerVersion: '17.5' };
  await client.initialize(capabilities, null, { targetNotifications: true });
  await client.open(TEXT);
  await client.shown();
  await client.replace('connection_max_age', '# gitlab-runner: version=16.6\nconnection_max_age');
  await client.replace('1m', '2m');
  await client.shown();
  const last = (heard as { uri: string; targets: unknown }[]).slice(-2);
  assert.deepEqual(last, [
    { uri: URI, targets: [{ version: '17.5', source: 'setting' }] },
    { uri: URI, targets: [{ version: '16.6', source: 'comment' }] },
  ]);
});

test('a client that did not ask hears nothing of it', async (t) => {
  const { client, received } = connect(t);
  await client.initialize();
  await client.open(TEXT);
  await client.shown();
  assert.doesNotMatch(received(), /gitlabRunnerConfig\/target/);
});
