/** What keys are called in Chinese: words that somebody can type where a key stands, for keys that there are. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { counted } from '../../counted';
import { context } from '../findings';

const { schema } = context;
const pathsOf = (key: string): readonly string[] =>
  key.includes('.')
    ? schema.byPath(key)
      ? [key]
      : []
    : schema.keys.filter(({ name }) => name === key).map(({ path }) => path);

for (const language of ['zh-cn', 'zh-tw']) {
  const aliases = JSON.parse(readFileSync(`schemas/texts/${language}/aliases.json`, 'utf8')) as Record<
    string,
    string[]
  >;

  test(`${language}: each is of a key, and most keys have one`, () => {
    const known = counted(Object.keys(aliases)).map((key) => ({ key, paths: pathsOf(key) }));
    assert.deepEqual(
      known.filter(({ paths }) => paths.length === 0).map(({ key }) => key),
      [],
    );
    const named = new Set(known.flatMap(({ paths }) => paths));
    assert.ok(named.size >= 700, `${named.size} keys`);
  });

  test(`${language}: each can be typed as the name of a key, and is short`, () => {
    for (const [key, words] of Object.entries(aliases)) {
      assert.ok(words.length >= 1 && words.length <= 4, key);
      assert.equal(new Set(words).size, words.length, key);
      for (const word of words) assert.match(word, /^(?=.*\p{Script=Han})[\p{Script=Han}\w]{1,24}$/u, key);
    }
  });
}
