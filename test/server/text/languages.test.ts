import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { readTexts } from '../../../server/schema/data-files';
import { languages } from '../../../server/text/generated/languages';
import { languageOf } from '../../../server/text/languages';
import { readMessagePatterns } from '../../../server/text/message-files';

const known = ['en', 'pt-br', 'pt-pt', 'zh-cn'];

const expected: Readonly<Record<string, string>> = {
  en: 'en',
  'en-GB': 'en',
  'zh-cn': 'zh-cn',
  'zh-CN': 'zh-cn',
  zh: 'zh-cn',
  'zh-Hans-SG': 'zh-cn',
  'zh_CN.UTF-8': 'zh-cn',
  'zh_CN@pinyin': 'zh-cn',
  pt: 'pt-br',
  'pt-PT': 'pt-pt',
  'pt-AO': 'pt-br',
  'zh-TW': 'en',
  'zh-Hant': 'en',
  de: 'en',
  C: 'en',
  'C.UTF-8': 'en',
  POSIX: 'en',
  '': 'en',
  'no locale!': 'en',
};

for (const [locale, language] of Object.entries(expected)) {
  test(`${JSON.stringify(locale)} is spoken to in ${language}`, () =>
    assert.equal(languageOf(locale, known), language));
}

test('who names no locale is spoken to in English', () => assert.equal(languageOf(undefined, known), 'en'));

test('there is a language for each folder of texts', () => {
  assert.deepEqual(languages, readdirSync('schemas/texts').sort());
  for (const language of languages) {
    assert.equal(languageOf(language), language);
    assert.ok(readMessagePatterns(language));
    assert.ok(readTexts(language));
  }
  assert.equal(readMessagePatterns('../en'), undefined);
  assert.equal(readTexts('../en'), undefined);
});
