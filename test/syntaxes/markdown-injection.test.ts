import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { IRawGrammar } from 'vscode-textmate';
import { loadGrammar, TOML_GRAMMARS, tokenize } from './tokenize';

const INJECTION = 'gitlab-runner.markdown.injection';
const MARKDOWN = 'text.html.markdown';

/** Fences as VS Code's grammar reads those of a language that it does not know, and quotes. */
const fences = {
  scopeName: MARKDOWN,
  patterns: [
    {
      begin: '(^|\\G)[ ]{0,3}(>) ?',
      while: '(^|\\G)\\s*(>) ?',
      name: 'markup.quote.markdown',
      patterns: [{ include: '#fence' }],
    },
    { include: '#fence' },
  ],
  repository: {
    fence: {
      begin: '(^|\\G)(\\s*)(`{3,}|~{3,})\\s*(?=([^`]*)?$)',
      end: '(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$',
      name: 'markup.fenced_code.block.markdown',
    },
  },
} as unknown as IRawGrammar;

const vscodeMarkdown =
  '.vscode-host/node_modules/code-server/lib/vscode/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json';

const load = (markdown: string | IRawGrammar) =>
  loadGrammar({
    scopeName: MARKDOWN,
    grammars: {
      ...TOML_GRAMMARS,
      [INJECTION]: 'syntaxes/gitlab-runner-markdown-injection.tmLanguage.json',
      [MARKDOWN]: markdown,
    },
    injections: [INJECTION],
  });

const hosts = [
  { name: 'a grammar of fences', grammar: load(fences) },
  ...(existsSync(vscodeMarkdown) ? [{ name: 'VS Code’s grammar', grammar: load(vscodeMarkdown) }] : []),
];

/** The lines that have a token of TOML. */
async function embedded(markdown: string, grammar: (typeof hosts)[number]['grammar']) {
  const { lines } = await tokenize(markdown, grammar);
  return lines.flatMap((tokens) => {
    const inside = tokens.filter(({ scopes }) => scopes.includes('meta.embedded.block.toml'));
    return inside.length > 0 ? [inside.map(({ text }) => text).join('')] : [];
  });
}

for (const { name, grammar } of hosts) {
  describe(`fences of Markdown, in ${name}`, () => {
    it('a configuration is highlighted, up to the end of its fence', async () => {
      const markdown = '# A\n\n```toml\n# why\n[[runners]]\n  limit = """\n```\n\nText = 1\n';
      assert.deepEqual(await embedded(markdown, grammar), ['[[runners]]', '  limit = """']);
      const { lines } = await tokenize(markdown, grammar);
      const key = lines[5]?.find(({ text }) => text === 'limit');
      assert.ok(key && key.scopes.length > 3, 'a key is a token of its own');
    });

    it('with globals first, indented, and in a quote', async () => {
      assert.deepEqual(await embedded('~~~toml\nconcurrent = 4\na = 1\n~~~\nb = 1\n', grammar), [
        'concurrent = 4',
        'a = 1',
      ]);
      assert.equal((await embedded('1. a\n\n   ```toml\n   [runners.docker]\n   a = 1\n   ```\n', grammar)).length, 2);
      assert.equal((await embedded('> ```toml\n> [[runners]]\n> a = 1\n> ```\n', grammar)).length, 2);
    });

    it('other texts are not', async () => {
      assert.deepEqual(await embedded('```toml\n[package]\nname = "a"\n```\n\n[[runners]]\n', grammar), []);
    });
  });
}
