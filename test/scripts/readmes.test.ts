/** README and other pages in both languages: what says nothing in words is the same, so that neither falls behind the other. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { counted } from '../counted';

const FENCE = /^```[\s\S]*?^```$/gm;
const withoutCode = (text: string) => text.replace(FENCE, '');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, part = '']) => part);

const PAGES = [
  ['README.md', 'README.zh-CN.md'],
  ['docs/editors.md', 'docs/zh-cn/editors.md'],
] as const;

for (const [page, translation] of PAGES) {
  const english = readFileSync(page, 'utf8');
  const chinese = readFileSync(translation, 'utf8');

  describe(`${page} in English and Chinese`, () => {
    it('has the same headings, level by level', () => {
      const levels = (text: string) => counted(all(withoutCode(text), /^(#+) /gm));
      assert.deepEqual(levels(chinese), levels(english));
    });

    it('has the same code, in the same order', () => {
      const code = (text: string) => counted([...text.matchAll(FENCE)].map(([block]) => block));
      assert.deepEqual(code(chinese), code(english));
    });

    it('has the same rows in each table', () => {
      const tables = (text: string) =>
        counted(withoutCode(text).split(/\n(?!\|)/)).flatMap((part) => all(part, /^(\|)/gm).length || []);
      assert.deepEqual(tables(chinese), tables(english));
    });

    it('has the same names in code', () => {
      const code = (text: string) => new Set(counted(all(withoutCode(text), /`([^`\n]+)`/g)));
      assert.deepEqual([...code(chinese)].sort(), [...code(english)].sort());
    });
  });
}

describe('README in English and Chinese', () => {
  const english = readFileSync('README.md', 'utf8');
  const chinese = readFileSync('README.zh-CN.md', 'utf8');

  it('has the same items in its list', () => {
    const items = (text: string) => counted(all(withoutCode(text), /^(- )/gm));
    assert.equal(items(chinese).length, items(english).length);
  });

  it('has the same links, to a page in its own language where there is one', () => {
    const links = (text: string) => counted(all(text, /\]\(([^)]*)\)/g));
    const inChinese = (link: string) => {
      const own = link.replace(/^docs\/(?!images)/, 'docs/zh-cn/');
      return existsSync(own) ? own : link;
    };
    assert.deepEqual(links(chinese).sort(), links(english).map(inChinese).sort());
  });

  it('leads to the other one in its first line', () => {
    const [first] = english.split('\n');
    assert.equal(chinese.split('\n')[0], first);
    assert.match(first ?? '', /\]\(README\.md\).*\]\(README\.zh-CN\.md\)/);
  });
});
