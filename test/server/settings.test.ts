/** What becomes of the settings that a client sends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, readSettings, type Settings } from '../../server/settings';
import { anyOf, type Message, message } from '../../server/text/message';

function read(raw: unknown, before: Settings = defaultSettings) {
  const complaints: Message[] = [];
  const settings = readSettings(raw, before, (complaint) => complaints.push(complaint));
  return { settings, complaints };
}

const severities = anyOf(['error', 'warning', 'information', 'hint', 'off']);

const badSeverity = (value: string) =>
  message('settings.severity', { setting: 'gitlabRunnerConfig.severity', code: 'unknown-key', value, severities });

for (const nothing of [undefined, null, {}, { severity: null, format: null }]) {
  test(`${JSON.stringify(nothing)} is the default`, () => {
    assert.deepEqual(read(nothing), { settings: defaultSettings, complaints: [] });
  });
}

test('severities and formatting are taken', () => {
  const raw = { severity: { 'key-case': 'off', 'unknown-key': 'error' }, format: { enable: false } };
  assert.deepEqual(read(raw), {
    settings: {
      ...defaultSettings,
      severity: { 'key-case': 'off', 'unknown-key': 'error' },
      formatEnabled: false,
    },
    complaints: [],
  });
});

test('the fences of Markdown are read when that is asked for', () => {
  assert.equal(read({}).settings.markdown, false);
  assert.deepEqual(read({ markdown: true }), { settings: { ...defaultSettings, markdown: true }, complaints: [] });
});

test('settings that are not ours to read are left alone', () => {
  assert.deepEqual(read({ recognition: 'ask', trace: { server: 'off' } }).complaints, []);
});

test('the version of the runner is taken, with a v or a patch version; what is newer than the newest counts as that', () => {
  const version = (text: string) => read({ runnerVersion: text }).settings.runnerVersion;
  assert.deepEqual(version('16.6'), { major: 16, minor: 6 });
  assert.deepEqual(version('v17.11.3'), { major: 17, minor: 11 });
  assert.deepEqual(version('99.0'), { major: 19, minor: 4 });
  assert.equal(version(''), undefined);
});

test('a bad severity is complained about; the others count', () => {
  assert.deepEqual(read({ severity: { 'unknown-key': 'fatal', 'key-case': 'off' } }), {
    settings: { ...defaultSettings, severity: { 'key-case': 'off' } },
    complaints: [badSeverity('"fatal"')],
  });
});

const before: Settings = {
  runnerVersion: { major: 16, minor: 6 },
  severity: { 'unknown-key': 'error' },
  formatEnabled: false,
  markdown: true,
  inlayHints: false,
};

const kept = { runnerVersion: '16.6' };
const same = { severity: before.severity, format: { enable: false }, markdown: true, inlayHints: false };

const notAnObject = message('settings.not-an-object', { setting: 'gitlabRunnerConfig' });
const noSeverities = message('settings.severity.not-an-object', { setting: 'gitlabRunnerConfig.severity' });
const badSwitch = (name: string, value: string) =>
  message('settings.switch', { setting: `gitlabRunnerConfig.${name}`, value });
const badVersion = (reason: Message) =>
  message('settings.runner-version', { setting: 'gitlabRunnerConfig.runnerVersion', reason });

const bad: readonly { raw: unknown; says: Message }[] = [
  { raw: 'on', says: notAnObject },
  { raw: ['on'], says: notAnObject },
  {
    raw: { ...kept, severity: 'error', format: { enable: false }, markdown: true, inlayHints: false },
    says: noSeverities,
  },
  { raw: { ...kept, severity: [], format: { enable: false }, markdown: true, inlayHints: false }, says: noSeverities },
  {
    raw: { ...kept, severity: { 'unknown-key': 3 }, format: { enable: false }, markdown: true, inlayHints: false },
    says: badSeverity('3'),
  },
  { raw: { ...kept, ...same, format: { enable: 'no' } }, says: badSwitch('format.enable', '"no"') },
  { raw: { ...kept, ...same, markdown: 'yes' }, says: badSwitch('markdown', '"yes"') },
  { raw: { ...kept, ...same, inlayHints: 1 }, says: badSwitch('inlayHints', '1') },
  { raw: { ...same, runnerVersion: 'latest' }, says: badVersion(message('version.malformed', { text: 'latest' })) },
  { raw: { ...same, runnerVersion: 16.6 }, says: badVersion(message('version.malformed', { text: '16.6' })) },
  {
    raw: { ...same, runnerVersion: '16.12' },
    says: badVersion(message('version.after-last', { text: '16.12', major: 16, last: '16.11' })),
  },
];

for (const { raw, says } of bad) {
  test(`${JSON.stringify(raw)} is a mistake that leaves the settings as they were`, () => {
    assert.deepEqual(read(raw, before), { settings: before, complaints: [says] });
  });
}

test('what is not set any more has its default again', () => {
  assert.deepEqual(read({ severity: {} }, before).settings, defaultSettings);
});
