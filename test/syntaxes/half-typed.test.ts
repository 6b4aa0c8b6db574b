import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invalidTokens, scopesAtMarks } from './tokenize';

const key = 'support.type.property-name.toml';
const table = 'meta.table.toml punctuation.definition.table.begin.toml';

/** What stands before a pair or a header must not change what these are. */
const unfinished = [
  '[[runners',
  '[[runners]',
  '[runners.',
  '[',
  '["runners',
  'helper_im',
  'x =',
  'x = "abc',
  'x = "abc\\',
  "x = 'abc",
  'x = [ "a",',
  'x = [ "a',
  'x = [[ 1, [',
  'x = {',
  'x = { a = ',
  'x = { a = "b',
  'x = [ { a = [ 1,',
  '"x',
  'x = True',
  'x : 1',
  'pre_build_script =',
  'pre_build_script = "echo',
  '...',
  ']]',
];

for (const line of unfinished) {
  test(`a header after ${line}`, async () => {
    assert.deepEqual(await scopesAtMarks(`${line}\n  |[|runners.docker]\n    |image = "|alpine" |# c`), [
      table,
      'meta.table.toml entity.name.tag.table.toml',
      key,
      'string.quoted.double.toml',
      'comment.line.number-sign.toml punctuation.definition.comment.toml',
    ]);
  });

  test(`a pair after ${line}`, async () => {
    const scopes = await scopesAtMarks(`${line}\n  |image |= "|alpine"`);
    // An inline table goes on over the lines (TOML 1.1); its pairs look the same but for what they stand in.
    assert.deepEqual(
      scopes.map((scope) => scope.replace(/^(?:meta\.\S+ )+/, '')),
      [key, 'keyword.operator.assignment.toml', 'string.quoted.double.toml'],
    );
  });
}

test('an unclosed array ends before an unclosed header too', async () => {
  assert.deepEqual(await scopesAtMarks('x = [ "a",\n|[[|runners.'), [
    'meta.array-of-tables.toml punctuation.definition.array-of-tables.begin.toml',
    'meta.array-of-tables.toml entity.name.tag.array-of-tables.toml',
  ]);
});

test('elements that look like headers stay elements', async () => {
  const text = 'x = [\n[|true],\n[|inf, 1],\n["|a"],\n[|1.5]\n]\n|y = 1';
  const element = (scope: string) => `meta.array.toml meta.array.toml ${scope}`;
  assert.deepEqual(await scopesAtMarks(text), [
    element('constant.language.boolean.toml'),
    element('constant.numeric.float.infinity.toml'),
    element('string.quoted.double.toml'),
    element('constant.numeric.float.toml'),
    key,
  ]);
});

test('a header that lacks a bracket, and one too many', async () => {
  assert.deepEqual(await invalidTokens('[[runners]\n[runners.docker]]\nx = 1]'), [
    '0:] invalid.illegal.bracket.toml',
    '1:] invalid.illegal.bracket.toml',
    '2:] invalid.illegal.bracket.toml',
  ]);
});

test('a word being typed as a key is not called invalid', async () => {
  assert.deepEqual(await invalidTokens('[[runners]]\n  helper_im\n  url\n'), []);
});
