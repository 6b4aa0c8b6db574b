import assert from 'node:assert/strict';
import { test } from 'node:test';
import releases from '../../../schemas/releases.json';
import {
  compareVersions,
  isReached,
  parseVersion,
  readVersion,
  type Version,
  versionText,
} from '../../../server/schema/version';
import { message } from '../../../server/text/message';

const version = (text: string) => parseVersion(text) ?? assert.fail(text);

test('a version is two numbers; a v and a patch version are left out', () => {
  for (const text of ['16.6', 'v16.6', '16.6.1', 'v16.6.0']) assert.equal(versionText(version(text)), '16.6');
  for (const text of ['', '16', '16.', '16.6.', '16.6.1.2', '16.x', 'latest', '>=16.6', '16.6-rc1', '1616.6'])
    assert.equal(parseVersion(text), undefined, text);
});

test('numbers are compared as numbers', () => {
  const sorted = ['16.10', '9.5', '16.9', '17.0', '16.2'].map(version).sort(compareVersions).map(versionText);
  assert.deepEqual(sorted, ['9.5', '16.2', '16.9', '16.10', '17.0']);
  assert.equal(isReached(version('16.10'), '16.9'), true);
  assert.equal(isReached(version('16.9'), '16.9'), true);
  assert.equal(isReached(version('16.8'), '16.9'), false);
});

const newest: Version = { major: 19, minor: 4 };

test('what is newer than the newest counts as the newest', () => {
  for (const text of ['19.4', '19.5', '20.0', '99.9']) assert.deepEqual(readVersion(text, releases, newest), newest);
});

test('a version that never was is refused, with what was', () => {
  assert.deepEqual(readVersion('18.11', releases, newest), { major: 18, minor: 11 });
  assert.deepEqual(readVersion('18.12', releases, newest), {
    wrong: message('version.after-last', { text: '18.12', major: 18, last: '18.11' }),
  });
  assert.deepEqual(readVersion('1.12', releases, newest), {
    wrong: message('version.after-last', { text: '1.12', major: 1, last: '1.11' }),
  });
  assert.deepEqual(readVersion('5.0', releases, newest), { wrong: message('version.unknown', { text: '5.0' }) });
  assert.deepEqual(readVersion('16', releases, newest), { wrong: message('version.malformed', { text: '16' }) });
});
