import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCatalog } from '../../../server/text/catalog';
import { languages } from '../../../server/text/generated/languages';
import { message } from '../../../server/text/message';
import { counted } from '../../counted';

const numbers = [0, 7, 999, 1000, 12345, 123456789, 1e15, 2 ** 53, -1, -1234.5, 0.5, 1.23456, 1024.001, 1e-7];

for (const language of counted(languages)) {
  const { say } = loadCatalog(language);

  test(`numbers are written as people who read ${language} write them`, () => {
    const format = new Intl.NumberFormat(language);
    for (const limit of numbers) {
      const said = say(message('status.large-file', { uri: 'file', limit }));
      assert.ok(said.includes(format.format(limit)), `${format.format(limit)} is not in: ${said}`);
    }
  });

  for (const [join, type] of [['and', 'conjunction'] as const, ['or', 'disjunction'] as const]) {
    test(`lists joined by "${join}" are written as people who read ${language} write them`, () => {
      const format = new Intl.ListFormat(language, { type });
      // In Chinese the items of our lists are most often code, which wants spaces, and may be days or times, which 、 joins best.
      const written = (text: string) =>
        language.startsWith('zh') ? text.replace(/和/, '、').replace(/或/, ' 或 ') : text;
      for (const items of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd', '{e}']]) {
        assert.equal(say({ id: 'code', args: { text: { join, items } } }), `\`${written(format.format(items))}\``);
      }
    });
  }
}

test('what has no digits is said as it is', () => {
  const { say } = loadCatalog();
  for (const limit of [Number.NaN, Number.POSITIVE_INFINITY, 1e300]) {
    assert.ok(say(message('status.large-file', { uri: 'file', limit })).includes(String(limit)));
  }
});
