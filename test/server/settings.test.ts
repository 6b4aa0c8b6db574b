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
    settings: { severity: { 'key-case': 'off', 'unknown-key': 'error' }, formatEnabled: false, markdown: false },
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

test('a bad severity is complained about; the others count', () => {
  assert.deepEqual(read({ severity: { 'unknown-key': 'fatal', 'key-case': 'off' } }), {
    settings: { severity: { 'key-case': 'off' }, formatEnabled: true, markdown: false },
    complaints: ['gitlabRunnerConfig.severity: "fatal" is no severity for unknown-key; it is ignored.'],
  });
});

const before: Settings = { severity: { 'unknown-key': 'error' }, formatEnabled: false, markdown: true };

const bad: readonly { raw: unknown; says: RegExp }[] = [
  { raw: 'on', says: /must be an object of settings/ },
  { raw: ['on'], says: /must be an object of settings/ },
  {
    raw: { severity: 'error', format: { enable: false }, markdown: true },
    says: /severity must be an object of codes/,
  },
  { raw: { severity: [], format: { enable: false }, markdown: true }, says: /severity must be an object of codes/ },
  {
    raw: { severity: { 'unknown-key': 3 }, format: { enable: false }, markdown: true },
    says: /3 is no severity for unknown-key/,
  },
  {
    raw: { severity: { 'unknown-key': 'error' }, format: { enable: 'no' }, markdown: true },
    says: /"no" is neither true nor false/,
  },
  {
    raw: { severity: { 'unknown-key': 'error' }, format: { enable: false }, markdown: 'yes' },
    says: /gitlabRunnerConfig\.markdown: "yes" is neither true nor false/,
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
