/** The user's settings, with a client that is asked and with one that tells. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { DocumentSettings } from '../../server/document-settings';
import { anyOf, message } from '../../server/text/message';
import { type Client, capabilities, spoken, URI } from './client';
import { connect, initialized } from './in-memory';

const TEXT = '[[runners]]\nlimt = 3\nName = "x"\n';

const severities = (found: readonly Diagnostic[]) => found.map(({ code, severity }) => `${code} ${severity}`);

async function openWith(client: Client, uri = URI) {
  await client.open(TEXT, { uri });
  return severities(await client.shown(uri));
}

async function changeSettings(client: Client, settings: unknown) {
  client.settings = settings;
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  return severities(await client.shown());
}

test('without settings every code has its own severity', async (t) => {
  const client = await initialized(t);
  assert.deepEqual(await openWith(client), ['unknown-key 2', 'key-case 4']);
});

test('a severity is changed and a code is switched off', async (t) => {
  const client = await initialized(t, { severity: { 'unknown-key': 'error', 'key-case': 'off' } });
  assert.deepEqual(await openWith(client), ['unknown-key 1']);
});

test('a change of the settings shows at once, in what is open', async (t) => {
  const client = await initialized(t);
  await openWith(client);
  assert.deepEqual(await changeSettings(client, { severity: { 'unknown-key': 'off' } }), ['key-case 4']);
  assert.deepEqual(await changeSettings(client, { severity: { 'unknown-key': 'hint' } }), [
    'unknown-key 4',
    'key-case 4',
  ]);
  assert.deepEqual(await changeSettings(client, null), ['unknown-key 2', 'key-case 4']);
});

test('a client is asked to tell of changes only if it registers what it tells of', async (t) => {
  const asked = connect(t).client;
  await asked.initialize();
  await openWith(asked);
  assert.deepEqual(asked.registered, ['workspace/didChangeConfiguration']);
  for (const didChangeConfiguration of [undefined, {}, { dynamicRegistration: false }]) {
    const unasked = connect(t).client;
    await unasked.initialize({ ...capabilities, workspace: { configuration: true, didChangeConfiguration } });
    await openWith(unasked);
    assert.deepEqual(unasked.registered, []);
  }
});

test('a bad value is complained about once and leaves the one before', async (t) => {
  const client = await initialized(t, { severity: { 'unknown-key': 'error' } });
  await openWith(client);
  const bad = { severity: { 'unknown-key': 'fatal', 'key-case': 'off' }, format: { enable: 'yes' } };
  assert.deepEqual(await changeSettings(client, bad), ['unknown-key 1']);
  assert.deepEqual(
    client.log,
    [
      message('settings.severity', {
        setting: 'gitlabRunnerConfig.severity',
        code: 'unknown-key',
        value: '"fatal"',
        severities: anyOf(['error', 'warning', 'information', 'hint', 'off']),
      }),
      message('settings.switch', { setting: 'gitlabRunnerConfig.format.enable', value: '"yes"' }),
    ].map(spoken),
  );
});

test('each document has the settings of its folder', async (t) => {
  const client = await initialized(t);
  client.settings = (uri: string | undefined) =>
    uri?.includes('/strict/') ? { severity: { 'unknown-key': 'error' } } : null;
  const strict = 'file:///strict/config.toml';
  assert.deepEqual(await openWith(client, strict), ['unknown-key 1', 'key-case 4']);
  assert.deepEqual(await openWith(client), ['unknown-key 2', 'key-case 4']);
});

test('a client that cannot be asked tells its settings', async (t) => {
  const { client } = connect(t);
  await client.initialize({});
  assert.deepEqual(await openWith(client), ['unknown-key 2', 'key-case 4']);
  const settings = { gitlabRunnerConfig: { severity: { 'key-case': 'off' } } };
  await client.notify('workspace/didChangeConfiguration', { settings });
  assert.deepEqual(severities(await client.shown()), ['unknown-key 2']);
});

test('a client that fails to answer gets diagnostics all the same', async (t) => {
  const client = await initialized(t);
  client.settings = () => {
    throw new Error('no settings today');
  };
  assert.deepEqual(await openWith(client), ['unknown-key 2', 'key-case 4']);
});

test('formatting can be switched off', async (t) => {
  const options = { tabSize: 2, insertSpaces: true };
  const client = await initialized(t);
  await client.open('[[runners]]\nname="x"\n');
  assert.notDeepEqual(await client.about('formatting', { options }), []);
  client.settings = { format: { enable: false } };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.quiet();
  assert.deepEqual(await client.about('formatting', { options }), []);
});

test('a file that is opened before the settings came is judged as one that is opened after', async (t) => {
  // `allowed_pull_policies` is of 15.1: for older runners it is no key, and neither is what looks like it.
  const text = '[[runners]]\nallowed_pull_policie = ["always"]\n[runners.docker]\nallowed_pull_policie = ["always"]\n';
  const shownIn = async (client: Client) => {
    await client.open(text);
    return (await client.shown()).map(({ code, message: words }) => `${code}: ${words}`);
  };
  const atOnce = connect(t).client;
  await atOnce.initialize({});
  await atOnce.notify('workspace/didChangeConfiguration', {
    settings: { gitlabRunnerConfig: { runnerVersion: '14.0' } },
  });
  const later = await initialized(t, { runnerVersion: '14.0' });
  const newest = await initialized(t);
  const wanted = await shownIn(atOnce);
  assert.notDeepEqual(wanted, await shownIn(newest));
  assert.deepEqual(await shownIn(later), wanted);
});

test('an answer about settings that comes after a later one, or after the closing, is too late', async () => {
  const waiting: ((answers: unknown[]) => void)[] = [];
  const settings = new DocumentSettings(
    () => new Promise((resolve) => waiting.push(resolve)),
    () => assert.fail('nothing is wrong with them'),
  );
  const answer = (index: number, enable: boolean) => waiting[index]?.([{ format: { enable } }]);
  const [first, second] = [settings.pull([URI]), settings.pull([URI])];
  answer(1, false);
  answer(0, true);
  assert.deepEqual([await first, await second], [[], [URI]]);
  assert.equal(settings.of(URI).formatEnabled, false);
  const third = settings.pull([URI]);
  settings.forget(URI);
  answer(2, false);
  assert.deepEqual(await third, []);
  assert.equal(settings.of(URI).formatEnabled, true);
});
