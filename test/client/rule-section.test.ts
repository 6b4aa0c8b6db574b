import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ruleSection } from '../../client/rule-section';
import { rulePage } from '../../protocol/rule-pages';
import { allCodes } from '../../server/text/code';
import { counted } from '../counted';

const reference = readFileSync('docs/rules.md', 'utf8');

test('each code has its section, which is the whole of it and nothing of the next', () => {
  for (const code of counted(allCodes, 100)) {
    const section = ruleSection(reference, code) ?? assert.fail(code);
    assert.ok(section.startsWith(`# \`${code}\`\n`), code);
    assert.ok(reference.includes(section.slice(2)), code);
    assert.match(section, /\n(?:Evidence: |.*\bgitlabRunnerConfig\.severity\b)/, code);
    const headings = section.replace(/^( {0,3}(?:> )?)(`{3,})[\s\S]*?^\1\2$/gm, '').match(/^#{1,3} .*$/gm);
    assert.deepEqual(headings, [`# \`${code}\``], code);
  }
});

test('a comment in an example is no heading, and a name that is no code has no section', () => {
  const text = '### `a`\n\nWrong:\n\n```toml\n# c\n### d\n```\n\nEnd.\n\n### `b`\n\nB.\n\n## Other\n';
  assert.equal(ruleSection(text, 'a'), '# `a`\n\nWrong:\n\n```toml\n# c\n### d\n```\n\nEnd.');
  assert.equal(ruleSection(text.replaceAll('\n', '\r\n'), 'b'), '# `b`\n\nB.');
  assert.equal(ruleSection(text, 'c'), undefined);
  assert.equal(ruleSection(text, ''), undefined);
});

test('the address of a page holds the code and the documentation', () => {
  assert.equal(rulePage('unknown-key'), 'gitlab-runner-rule:/unknown-key.md');
  const address = new URL(rulePage('unknown-key', 'https://docs.gitlab.com/runner/#a'));
  assert.equal(address.pathname, '/unknown-key.md');
  assert.equal(decodeURIComponent(address.search), '?https://docs.gitlab.com/runner/#a');
});

test('the manifest has the pages opened as a preview, and the package brings what they are made of', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.deepEqual(contributes.configurationDefaults['workbench.editorAssociations'], {
    'gitlab-runner-rule:/*.md': 'vscode.markdown.preview.editor',
  });
  assert.ok(readFileSync('.vscodeignore', 'utf8').split('\n').includes('!docs/rules.md'));
});
