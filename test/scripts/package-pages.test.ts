/** README where it is read without its repository: on the marketplace, in the list of extensions, in a preview of VS Code. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { phrased, translatedPage } from '../../client/translated-page.mjs';
import englishTexts from '../../schemas/texts/en/pages.json';
import chineseTexts from '../../schemas/texts/zh-cn/pages.json';
import { guide, phrasesOf, readmeWithoutAddress, translationOf } from '../../scripts/package-pages.mjs';
import { Service } from '../../server/service';
import { loadCatalog } from '../../server/text/catalog';

const README = `[English](README.md) · [简体中文](README.zh-CN.md)

# A

![A picture](docs/images/a.png)

The set-ups are in [Other editors](docs/editors.md), see [here](#a) and [there](https://example.com/).

[All keys](docs/keys.md) · [Diagnostics](docs/rules.md) · [Changelog](CHANGELOG.md)

[All keys](docs/keys.md) · [Architecture](docs/architecture.md)

Read [Contributing](CONTRIBUTING.md).
`;

describe('README in the package', () => {
  it('names the command that opens a page, where no link can lead to it', () =>
    assert.equal(
      readmeWithoutAddress(README),
      `# A

The set-ups are in Other editors (*Open the Manual* in the command palette), see [here](#a) and [there](https://example.com/).

Diagnostics (*Open the Manual* in the command palette) · Changelog (*Open the Manual* in the command palette)

Read Contributing.
`,
    ));

  it('has its pictures and leads to the pages of the package, as one of them', () =>
    assert.equal(
      guide(README),
      `[English](guide.md) · [简体中文](guide.zh-cn.md)

# A

![A picture](images/a.png)

The set-ups are in [Other editors](editors.md), see [here](#a) and [there](https://example.com/).

[Diagnostics](rules.md) · [Changelog](../changelog.md)

Read Contributing.
`,
    ));

  it('names the command in Chinese that opens what is there in another form', () =>
    assert.equal(guide('见[诊断](docs/zh-cn/rules.md)。\n'), '见诊断（命令“打开手册…”）。\n'));

  it('says a phrase again with what stands in it', () => {
    const pairs = [
      ['Only {}.', '只有{}。'],
      ['{} or {}.', '{}或{}。'],
      ['Wrong:', '错误：'],
    ];
    assert.equal(phrased('Only a or b.', pairs), '只有a or b。');
    assert.equal(phrased('a or b.', pairs), 'a或b。');
    assert.equal(phrased('Wrong:', pairs), '错误：');
    for (const other of ['Wrong: a', 'a or b', 'Not Wrong:', '.', '']) assert.equal(phrased(other, pairs), other);
  });

  it('has the Chinese diagnostics as what differs from the English ones', () => {
    const [english = '', chinese = ''] = ['docs', 'docs/zh-cn'].map((folder) =>
      readFileSync(`${folder}/rules.md`, 'utf8'),
    );
    const phrases = phrasesOf(englishTexts, chineseTexts);
    assert.ok(phrases.length >= 5);
    const translation = translationOf(english, chinese, phrases);
    assert.ok(translation.length < chinese.length / 3, `${translation.length} characters`);
    assert.equal(translatedPage(english, translation), chinese);
    assert.equal(
      translatedPage(english.replaceAll('\n', '\r\n'), translation).includes('### `unknown-key`\n\n**警告**'),
      true,
    );
    assert.throws(() => translationOf('a\n\nb', 'c', []), /same paragraphs/);
    assert.throws(() => translationOf('a', 'b\nc', []), /several lines/);
  });

  for (const [language, file] of [
    ['en', 'README.md'],
    ['zh-cn', 'README.zh-CN.md'],
  ])
    it(`quotes what the server says in ${language}`, () => {
      const [, text, said] =
        /^```toml\n(\[\[runners\]\][\s\S]*?)^```\n\n> (.*)$/m.exec(readFileSync(file ?? '', 'utf8')) ?? assert.fail();
      const document = { uri: 'file:///config.toml', languageId: 'gitlab-runner-config', version: 1 };
      const service = new Service({ catalog: loadCatalog(language) });
      const found = service.diagnostics({ ...document, getText: () => text ?? '' });
      assert.deepEqual(
        found.map(({ message }) => message),
        [said],
      );
    });
});
