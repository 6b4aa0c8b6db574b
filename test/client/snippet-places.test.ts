import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginsFile, isEmpty, mayTakeSnippet } from '../../client/snippet-places';

test('a snippet may stand where a line begins', () => {
  for (const before of [
    '',
    'runner-sh',
    '[[runners]]\n  ',
    '[[runners]]\n  name = "a"\n  cache',
    'a = """\nb\n"""\ncac',
  ])
    assert.ok(mayTakeSnippet(before), before);
});

test('none behind a key, in a value, in a comment or in a string of several lines', () => {
  for (const before of [
    'name = ',
    'name = docker',
    'cap_drop = ["A',
    '# docker',
    '[run',
    'a = """\necho\ndocker',
    "a = '''\nd",
  ])
    assert.ok(!mayTakeSnippet(before), before);
});

test('in a file that is empty but for a word, those that begin one', () => {
  assert.ok(isEmpty('') && isEmpty('\n run\n') && !isEmpty('[package]') && !isEmpty('a = 1'));
  assert.ok(beginsFile('runner-docker') && beginsFile('config-new') && !beginsFile('dind'));
});
