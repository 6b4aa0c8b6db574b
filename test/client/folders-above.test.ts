import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldersAbove } from '../../client/folders-above';

test('the folders of a file, the nearest first', () => {
  assert.deepEqual(foldersAbove('/home/me/project/config.toml'), ['/home/me/project', '/home/me', '/home', '/']);
  assert.deepEqual(foldersAbove('/C:/runner/config.toml'), ['/C:/runner', '/C:', '/']);
  assert.deepEqual(foldersAbove('/config.toml'), ['/']);
  assert.deepEqual(foldersAbove('config.toml'), []);
  assert.equal(foldersAbove('/a'.repeat(1000)).length, 64);
});
