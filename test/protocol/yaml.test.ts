/** Configurations in YAML over the protocol: the same messages as for a config.toml, in the positions of the file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, CompletionItem, DocumentSymbol, Hover, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { message } from '../../server/text/message';
import { type Client, spoken } from './client';
import { initialized } from './in-memory';

const uri = 'file:///project/values.yaml';
const VALUES = `gitlabUrl: https://gitlab.example.com/
runners:
  tags: docker
  config: |
    [[runners]]
      executor = "kubernetes"
      [runners.kubernetes]
        helper_imag = "x"
        # the end
  secret: x
`;

const options = { tabSize: 2, insertSpaces: true };
const at = (line: number, character: number) => ({ line, character });
const inYaml = (languageId = 'yaml') => ({ uri, languageId });

const edited = (text: string, edits: readonly TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), [...edits]);

/** What is marked: `code: the text`. */
const marks = (client: Client, found: readonly { code?: string | number; range: TextEdit['range'] }[]) =>
  found.map(({ code, range }) => `${code}: ${client.covered(range, uri)}`);

const MARKS = ['chart-key-registration: tags', 'unknown-key: helper_imag'];

test('diagnostics have the positions of the file', async (t) => {
  const client = await initialized(t);
  const found = await client.open(VALUES, inYaml());
  assert.deepEqual(marks(client, found), MARKS);
  assert.deepEqual(found[1]?.range, { start: at(7, 8), end: at(7, 19) });
});

test('they follow changes in the block and around it', async (t) => {
  const client = await initialized(t);
  await client.open(VALUES, inYaml());
  const above = await client.replace('gitlabUrl', '# mine\ngitlabUrl', uri);
  assert.deepEqual(marks(client, above), MARKS);
  assert.equal(above[1]?.range.start.line, 8);
  assert.deepEqual(marks(client, await client.replace('tags: docker', 'name: a', uri)), MARKS.slice(1));
  assert.deepEqual(await client.replace('helper_imag', 'helper_image', uri), []);
  assert.deepEqual(marks(client, await client.replace('"kubernetes"', '"kubernetes"\n      limt = 1', uri)), [
    'unknown-key: limt',
  ]);
});

test('they go with the block, and come with it', async (t) => {
  const client = await initialized(t);
  const block = '  config: |\n    [[runners]]\n      limt = 1\n';
  await client.open(`runners:\n${block}`, inYaml());
  assert.deepEqual(await client.replace(block, '  config: ""\n', uri), []);
  assert.equal((await client.replace('  config: ""\n', block, uri)).length, 1);
});

test('a YAML file without a configuration has an empty list and empty answers', async (t) => {
  const client = await initialized(t);
  const text = 'services:\n  web:\n    image: alpine\n';
  assert.deepEqual(await client.open(text, inYaml()), []);
  assert.deepEqual(await client.about('completion', { position: at(1, 2) }, uri), []);
  assert.equal(await client.about('hover', { position: at(1, 2) }, uri), null);
  assert.deepEqual(await client.about('documentSymbol', {}, uri), []);
  assert.deepEqual(await client.about('formatting', { options }, uri), []);
  assert.deepEqual(
    await client.about(
      'codeAction',
      { range: { start: at(0, 0), end: at(2, 0) }, context: { diagnostics: [], only: ['source.fixAll'] } },
      uri,
    ),
    [],
  );
  assert.deepEqual(await client.request('gitlabRunnerConfig/regions', { textDocument: { uri } }), { regions: [] });
  assert.deepEqual(client.log, []);
});

test('the client learns where the configurations are', async (t) => {
  const client = await initialized(t);
  await client.open(VALUES, inYaml());
  const { regions } = await client.request<{ regions: { range: TextEdit['range']; text: string; path: string[] }[] }>(
    'gitlabRunnerConfig/regions',
    { textDocument: { uri } },
  );
  assert.equal(regions.length, 1);
  assert.deepEqual(regions[0]?.range, { start: at(4, 4), end: at(9, 0) });
  assert.deepEqual(regions[0].path, ['runners', 'config']);
  assert.equal(
    regions[0].text,
    '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    helper_imag = "x"\n    # the end\n',
  );
});

test('a config.toml is one region, without a path', async (t) => {
  const client = await initialized(t);
  await client.open('limit = 1\n');
  assert.deepEqual(
    await client.request('gitlabRunnerConfig/regions', {
      textDocument: { uri: 'file:///etc/gitlab-runner/config.toml' },
    }),
    { regions: [{ range: { start: at(0, 0), end: at(1, 0) }, text: 'limit = 1\n', path: [] }] },
  );
});

test('completion and hover work in the block and nowhere else', async (t) => {
  const client = await initialized(t);
  const text = VALUES.replace('        # the end', '        help');
  await client.open(text, inYaml());
  const items = await client.about<CompletionItem[]>('completion', { position: at(8, 12) }, uri);
  const item = items.find(({ label }) => label === 'helper_image');
  assert.ok(item?.textEdit && 'range' in item.textEdit);
  assert.deepEqual(item.textEdit.range, { start: at(8, 8), end: at(8, 12) });
  const found = await client.about<Hover>('hover', { position: at(5, 8) }, uri);
  assert.equal(found.range && client.covered(found.range, uri), 'executor');
  for (const position of [at(0, 3), at(2, 4), at(3, 4), at(9, 4)]) {
    assert.deepEqual(await client.about('completion', { position }, uri), []);
    assert.equal(await client.about('hover', { position }, uri), null);
  }
});

test('the light bulb mends the file', async (t) => {
  const client = await initialized(t);
  await client.open(VALUES, inYaml());
  const ask = (line: number, character: number) => {
    const range = { start: at(line, character), end: at(line, character) };
    return client.about<CodeAction[]>('codeAction', { range, context: { diagnostics: [] } }, uri);
  };
  const [action] = await ask(7, 10);
  assert.equal(action?.title, spoken(message('fix.rename', { name: 'helper_image' })));
  assert.equal(edited(VALUES, action.edit?.changes?.[uri] ?? []), VALUES.replace('helper_imag', 'helper_image'));
  assert.deepEqual(await ask(0, 3), []);
});

test('a selection that begins above the block has the fixes in it', async (t) => {
  const client = await initialized(t);
  await client.open(VALUES, inYaml());
  const range = { start: at(0, 0), end: at(7, 12) };
  const [action] = await client.about<CodeAction[]>('codeAction', { range, context: { diagnostics: [] } }, uri);
  assert.equal(action?.title, spoken(message('fix.rename', { name: 'helper_image' })));
});

test('"fix all", which an editor asks for the whole file, is one action for all blocks', async (t) => {
  const client = await initialized(t);
  const block = 'runners:\n  config: |\n    [[runners]]\n      Limit = 1\n';
  const text = `${block}---\n${block}`;
  await client.open(text, inYaml());
  for (const range of [
    { start: at(0, 0), end: at(9, 0) },
    { start: at(0, 0), end: at(0, 0) },
  ]) {
    const [action, ...more] = await client.about<CodeAction[]>(
      'codeAction',
      { range, context: { diagnostics: [], only: ['source.fixAll'] } },
      uri,
    );
    assert.deepEqual(more, []);
    assert.equal(edited(text, action?.edit?.changes?.[uri] ?? []), text.replaceAll('Limit', 'limit'));
  }
});

test('the outline and formatting are those of the block', async (t) => {
  const client = await initialized(t);
  const text = VALUES.replace('executor =', 'executor=').replace('tags: docker', 'tags:   docker');
  await client.open(text, inYaml());
  const symbols = await client.about<DocumentSymbol[]>('documentSymbol', {}, uri);
  assert.deepEqual(
    symbols.map(({ name, range }) => [name, range.start.line]),
    [[spoken(message('symbol.unnamed-runner.executor', { number: '1', executor: 'kubernetes' })), 4]],
  );
  const whole = text.replace('executor=', 'executor =');
  assert.equal(edited(text, await client.about('formatting', { options }, uri)), whole);
  const part = (start: number, end: number) =>
    client.about<TextEdit[]>('rangeFormatting', { range: { start: at(start, 0), end: at(end, 0) }, options }, uri);
  assert.equal(edited(text, await part(0, 6)), whole);
  assert.deepEqual(await part(0, 3), []);
  assert.deepEqual(await part(6, 10), []);
});

test('a finished line of the block is formatted, and the next one indented', async (t) => {
  const client = await initialized(t);
  const text = VALUES.replace('executor = "kubernetes"\n', 'executor="kubernetes"\n\n');
  await client.open(text, inYaml());
  const typed = await client.about<TextEdit[]>('onTypeFormatting', { position: at(6, 0), ch: '\n', options }, uri);
  assert.equal(edited(text, typed), VALUES.replace('"kubernetes"\n', '"kubernetes"\n      \n'));
  assert.deepEqual(await client.about('onTypeFormatting', { position: at(3, 0), ch: '\n', options }, uri), []);
});

test('a folded text is not formatted: its line breaks are YAML’s', async (t) => {
  const client = await initialized(t);
  await client.open('runners:\n  config: >\n    [[runners]]\n\n    limit=1\n', inYaml());
  assert.deepEqual(await client.about('formatting', { options }, uri), []);
});

for (const languageId of ['helm', 'helm-template', 'ansible', 'dockercompose'])
  test(`files of the language ${languageId} hold configurations, too`, async (t) => {
    const client = await initialized(t);
    assert.deepEqual(marks(client, await client.open(VALUES, inYaml(languageId))), MARKS);
  });

test('a YAML file is left alone because the user says so, and back', async (t) => {
  const client = await initialized(t);
  await client.open(VALUES, inYaml());
  const choose = async (choice: string) => {
    const found = client.diagnostics(uri);
    await client.notify('gitlabRunnerConfig/recognition', { uri, choice });
    return marks(client, await found);
  };
  assert.deepEqual(await choose('not-ours'), []);
  assert.equal(await client.about('hover', { position: at(5, 8) }, uri), null);
  assert.deepEqual(await choose('automatic'), MARKS);
});

test('the severity of a hint about the chart is a setting like every other', async (t) => {
  const client = await initialized(t, { severity: { 'chart-key-registration': 'off', 'unknown-key': 'error' } });
  await client.open(VALUES, inYaml());
  const shown = await client.shown(uri);
  assert.deepEqual(
    shown.map(({ code, severity }) => [code, severity]),
    [['unknown-key', 1]],
  );
});

test('a template of a whole file is served as one', async (t) => {
  const client = await initialized(t);
  const template = { uri: 'file:///project/config.toml.j2' };
  const text = '[[runners]]\n{% if x %}\n  limit = {{ limit }}\n{% endif %}\n  limt = 1\n';
  const found = await client.open(text, template);
  assert.deepEqual(
    found.map(({ code, range }) => [code, range.start.line]),
    [['unknown-key', 4]],
  );
});

test('completion in a block finds a key by its Chinese name', async (t) => {
  const client = await initialized(t);
  const text = VALUES.replace('# the end', '帮助镜像');
  await client.open(text, inYaml());
  const [first] = await client.about<CompletionItem[]>('completion', { position: at(8, 12) }, uri);
  assert.equal(first?.label, 'helper_image');
  assert.match(first.filterText ?? '', /^帮助镜像/);
  assert.deepEqual(first.textEdit && 'range' in first.textEdit && first.textEdit.range, {
    start: at(8, 8),
    end: at(8, 12),
  });
});
