/** Where a block ends is not certain in YAML that is broken: findings are shown, and nothing is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Service } from '../../../../server/service';

const options = { tabSize: 2, insertSpaces: true };

function edits(yaml: string): string[] {
  const service = new Service();
  const text = TextDocument.create('file:///values.yaml', 'yaml', 1, yaml);
  assert.equal(service.regions(text).length, 1, yaml);
  const all = { start: text.positionAt(0), end: text.positionAt(yaml.length) };
  const actions = [...service.codeActions(text, all, undefined), ...service.codeActions(text, all, ['source.fixAll'])];
  const formatted = service.format(text, options).length > 0 ? ['format'] : [];
  return [...actions.map(({ title }) => title), ...formatted];
}

const lines = ['[[runners]]', '  name = "a"', '    limit = "1"'];
const block = (indents: readonly string[]) =>
  `runners:\n  config: |\n${lines.map((line, index) => `${indents[index]}${line}\n`).join('')}  name: x\n`;

test('a sound block is mended and formatted', () => {
  assert.deepEqual(edits(block(['    ', '    ', '    '])), ['Change to `1`', 'Fix all safe problems', 'format']);
});

test('a tab in the place of the indentation', () => {
  for (const tab of ['\t', '  \t', '\t    ']) {
    assert.deepEqual(edits(block(['    ', tab, '    '])), [], JSON.stringify(tab));
    assert.deepEqual(edits(block(['    ', '    ', tab])), [], JSON.stringify(tab));
  }
});

test('a tab before the first line, also where the block has blank lines above', () => {
  const block = (tab: string) => `${tab}concurrent = "4"\n\n    [[runners]]\n      limit = "1"\n`;
  for (const above of ['\n', '    \n'])
    for (const tab of ['\t', '\t    ', '  \t'])
      assert.deepEqual(edits(`runners:\n  config: |\n${above}${block(tab)}`), [], JSON.stringify(above + tab));
});

test('a carriage return alone, which is a line break to YAML and none to TOML', () => {
  for (const first of ['\r[[runners]]', '[[runners]] # \r c', '# c\r# d'])
    assert.deepEqual(edits(`runners:\n  config: |\n    ${first}\n    [[runners]]\n      limit = "1"\n`), []);
});

test('a first line that is indented more than the rest', () => {
  assert.deepEqual(edits('runners:\n  config: |\n     [[runners]]\n       limit = "1"\n    executor = "shell"\n'), []);
});

test('a line that is indented less and no key, in the midst of the block', () => {
  for (const line of ['#', '   # c', '# c\n\n  # d', '   {% if x %}n{{ y }}', '   x', '   # c\n   {{ x }} y'])
    assert.deepEqual(
      edits(`runners:\n  config: |\n    [[runners]]\n      limit = "1"\n${line}\n      name = "a"\n`),
      [],
    );
});

test('behind it may stand what is indented less, a comment or a template', () => {
  const text = (below: string) => `runners:\n  config: |\n    [[runners]]\n      limit = "1"\n${below}\n  name: x\n`;
  for (const below of ['  # c', '   # c', '', '  {{- if .x }}\n  {{- end }}'])
    assert.deepEqual(edits(text(below)).slice(0, 1), ['Change to `1`'], below);
});

test('two lines that go at the end of a block go one by one', () => {
  const service = new Service();
  const yaml = (rest: string) => `runners:\n  config: |\n    [[runners]]\n      limit = 1\n${rest}  name: x\n`;
  const text = TextDocument.create('file:///values.yaml', 'yaml', 1, yaml('      limit = 1\n      limit = 1\n'));
  const start = { line: 0, character: 0 };
  const [action] = service.codeActions(text, { start, end: start }, ['source.fixAll']);
  assert.equal(TextDocument.applyEdits(text, action?.edit?.changes?.[text.uri] ?? []), yaml(''));
});

test('a comma stands before a comment, and a comment behind a byte order mark', () => {
  const service = new Service();
  const first = (source: string) => {
    const text = TextDocument.create('file:///config.toml', 'gitlab-runner-config', 1, source);
    service.choose(text.uri, 'ours');
    const [found] = service.diagnostics(text);
    assert.ok(found, source);
    const [action] = service.codeActions(text, found.range, undefined);
    return TextDocument.applyEdits(text, action?.edit?.changes?.[text.uri] ?? []);
  };
  const list = (comma: string) => `[[runners]]\n  environment = [\n    "A=1"${comma} # a, b\n    # c\n    "B=2"\n  ]\n`;
  assert.equal(first(list('')), list(','));
  assert.equal(first('\uFEFFfoo = 1\n'), '\uFEFF# gitlab-runner: ignore=unknown-key\nfoo = 1\n');
});
