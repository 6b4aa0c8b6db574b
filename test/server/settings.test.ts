/** What becomes of the settings that a client sends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, readSettings, type Settings } from '../../server/settings';

function read(raw: unknown, before: Settings = defaultSettings) {
  const complaints: string[] = [];
  const settings = readSettings(raw, before, (message) => complaints.push(message));
  return { settings, complaints };
}

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
    complaints: ['gitlabRunnerConfig.severity: "fatal" is no severity for unknown-key; it is ignored.'],
  });
});

const before: Settings = {
  runnerVersion: { major: 16, minor: 6 },
  severity: { 'unknown-key': 'error' },
  formatEnabled: false,
  markdown: true,
};

const kept = { runnerVersion: '16.6' };
const same = { severity: before.severity, format: { enable: false }, markdown: true };

const bad: readonly { raw: unknown; says: RegExp }[] = [
  { raw: 'on', says: /must be an object of settings/ },
  { raw: ['on'], says: /must be an object of settings/ },
  {
    raw: { ...kept, severity: 'error', format: { enable: false }, markdown: true },
    says: /severity must be an object of codes/,
  },
  {
    raw: { ...kept, severity: [], format: { enable: false }, markdown: true },
    says: /severity must be an object of codes/,
  },
  {
    raw: { ...kept, severity: { 'unknown-key': 3 }, format: { enable: false }, markdown: true },
    says: /3 is no severity for unknown-key/,
  },
  {
    raw: { ...kept, severity: { 'unknown-key': 'error' }, format: { enable: 'no' }, markdown: true },
    says: /"no" is neither true nor false/,
  },
  {
    raw: { ...kept, severity: { 'unknown-key': 'error' }, format: { enable: false }, markdown: 'yes' },
    says: /gitlabRunnerConfig\.markdown: "yes" is neither true nor false/,
  },
  {
    raw: { ...same, runnerVersion: 'latest' },
    says: /gitlabRunnerConfig\.runnerVersion: `latest` is not a version\. .* The setting is ignored\./,
  },
  { raw: { ...same, runnerVersion: 16.6 }, says: /runnerVersion: `16\.6` is not a version\./ },
  {
    raw: { ...same, runnerVersion: '16.12' },
    says: /`16\.12` is not a version of GitLab Runner: the last version 16 is `16\.11`\./,
  },
];

for (const { raw, says } of bad) {
  test(`${JSON.stringify(raw)} is a mistake that leaves the settings as they were`, () => {
    const { settings, complaints } = read(raw, before);
    assert.deepEqual(settings, before);
    assert.equal(complaints.length, 1);
    assert.match(complaints[0] ?? '', says);
  });
}

test('what is not set any more has its default again', () => {
  assert.deepEqual(read({ severity: {} }, before).settings, defaultSettings);
});
