/** Each message of a language is found in its file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageFinder } from '../../../server/text/find-message';
import { languages } from '../../../server/text/generated/languages';
import { readMessagePatterns } from '../../../server/text/message-files';
import { counted } from '../../counted';

for (const language of counted(languages, 3)) {
  test(`the messages of ${language}`, () => {
    const find = messageFinder(language);
    for (const [id, pattern] of counted(Object.entries(readMessagePatterns(language) ?? {}), 500))
      assert.deepEqual(find?.(id), pattern, id);
    for (const id of ['', 'no-such-message', 'toString', 'unknown-key":']) assert.equal(find?.(id), undefined);
  });
}

test('there is none of a language without texts', () => assert.equal(messageFinder('../en'), undefined));
