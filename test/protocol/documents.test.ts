/** Which documents get diagnostics, and how these follow the text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-types';
import { message } from '../../server/text/message';
import { MAXIMUM_TOKENS } from '../../server/toml/lexer';
import { capabilities, spoken, URI } from './client';
import { connect, initialized } from './in-memory';

const codes = (diagnostics: readonly { code?: unknown }[]) => diagnostics.map((diagnostic) => diagnostic.code);

test('a diagnostic carries its code, its source and where to read on', async (t) => {
  const client = await initialized(t);
  const [found, ...more] = await client.open('[[runners]]\n  executor = "shell"\n  limt = 3\n');
  assert.deepEqual(more, []);
  assert.equal(found?.code, 'unknown-key');
  assert.equal(found?.source, 'gitlab-runner');
  assert.equal(found?.severity, 2);
  assert.match(found?.codeDescription?.href ?? '', /^https:\/\/docs\.gitlab\.com\//);
  assert.deepEqual(found?.range, { start: { line: 2, character: 2 }, end: { line: 2, character: 6 } });
});

test('a code leads to our own page where the client shows it, also in code actions, and takes the documentation along', async (t) => {
  const { client } = connect(t);
  await client.initialize(capabilities, null, { rulePages: true });
  const [found] = await client.open('[[runners]]\n  executor = "shell"\n  limt = 3\n');
  const href = /^gitlab-runner-rule:\/unknown-key\.md\?https%3A%2F%2Fdocs\.gitlab\.com%2F/;
  assert.match(found?.codeDescription?.href ?? '', href);
  const range = found?.range ?? assert.fail();
  const actions = (await client.about('codeAction', { range, context: { diagnostics: [] } })) as CodeAction[];
  assert.match(actions[0]?.diagnostics?.[0]?.codeDescription?.href ?? '', href);
  const [moved] = await client.change([{ range: { start: range.start, end: range.start }, text: '\n' }]);
  assert.match(moved?.codeDescription?.href ?? '', href);
});

test('a toml document is served when its text or its path is a runner configuration', async (t) => {
  const client = await initialized(t);
  const byText = { uri: 'file:///project/anything.toml', languageId: 'toml' };
  assert.deepEqual(codes(await client.open('[[runners]]\nlimt = 3\n', byText)), ['unknown-key']);
  const byPath = { uri: 'file:///home/me/.gitlab-runner/config.toml', languageId: 'toml' };
  assert.deepEqual(codes(await client.open('concurent = 3\n', byPath)), ['unknown-key']);
});

const cargo = '[package]\nname = "x"\nlimt = \n';

for (const languageId of ['toml', 'plaintext', 'yaml', 'helm', 'json']) {
  test(`another program's ${languageId} document gets an empty list, and empty answers`, async (t) => {
    const client = await initialized(t);
    const uri = 'file:///project/Cargo.toml';
    assert.deepEqual(await client.open(cargo, { uri, languageId }), []);
    const position = { line: 1, character: 2 };
    assert.equal(await client.about('hover', { position }, uri), null);
    assert.deepEqual(await client.about('completion', { position }, uri), []);
    assert.deepEqual(await client.about('documentSymbol', {}, uri), []);
    assert.deepEqual(await client.about('formatting', { options: { tabSize: 2, insertSpaces: true } }, uri), []);
  });
}

for (const languageId of ['plaintext', 'yaml', 'helm']) {
  test(`a runner configuration that is open as ${languageId} is not read as TOML`, async (t) => {
    const client = await initialized(t);
    const uri = 'file:///project/values.yaml';
    assert.deepEqual(await client.open('[[runners]]\nlimt = 3\n', { uri, languageId }), []);
  });
}

test('a document becomes ours while it is typed, and is let go again', async (t) => {
  const client = await initialized(t);
  const uri = 'file:///project/new.toml';
  assert.deepEqual(await client.open('limt = 3\n', { uri, languageId: 'toml' }), []);
  assert.deepEqual(codes(await client.replace('limt', '[[runners]]\nlimt', uri)), ['unknown-key']);
  assert.deepEqual(await client.replace('[[runners]]', '[package]', uri), []);
});

test('diagnostics follow each edit and are gone with their cause', async (t) => {
  const client = await initialized(t);
  assert.deepEqual(await client.open('concurrent = 1\n[[runners]]\n'), []);
  assert.deepEqual(codes(await client.replace('= 1', '= "1"')), ['wrong-type']);
  assert.deepEqual(codes(await client.replace('= "1"', '= ')), ['missing-value']);
  assert.deepEqual(await client.replace('= \n', '= 4\n'), []);
});

test('an independent error stays when another one is mended', async (t) => {
  const client = await initialized(t);
  await client.open('concurrent = "1"\n[[runners]]\nlimt = 3\nname = "x\n');
  assert.deepEqual(codes(await client.replace('"x', '"x"')), ['wrong-type', 'unknown-key']);
  assert.deepEqual(codes(await client.replace('"1"', '1')), ['unknown-key']);
});

test('ranges count UTF-16 units, also behind CRLF, a byte order mark and astral characters', async (t) => {
  const client = await initialized(t);
  const text = '\uFEFFconcurrent = 1 # 🦊\r\n[[runners]]\r\n  name = "🦊🦊" # é\r\n  environment = [ "🦊", 1 ]\r\n';
  const [found] = await client.open(text);
  assert.equal(found && client.covered(found.range), '1');
  const [moved] = await client.replace('"🦊🦊"', '"🦊🦊🦊"\r\n  limt = "🦊"');
  assert.equal(moved && client.covered(moved.range), 'limt');
  assert.deepEqual(moved?.range.start, { line: 3, character: 2 });
});

test('several edits in one change apply one after the other', async (t) => {
  const client = await initialized(t);
  await client.open('[[runners]]\r\nname = "a"\r\n');
  const at = (line: number, character: number) => ({ line, character });
  const found = await client.change([
    { range: { start: at(1, 0), end: at(1, 0) }, text: '  limt = 1\r\n' },
    { range: { start: at(1, 4), end: at(1, 4) }, text: 'i' },
    { range: { start: at(2, 0), end: at(2, 4) }, text: 'nam' },
  ]);
  assert.equal(client.text(), '[[runners]]\r\n  liimt = 1\r\nnam = "a"\r\n');
  assert.deepEqual(
    found.map((diagnostic) => client.covered(diagnostic.range)),
    ['liimt', 'nam'],
  );
});

test('closing a document takes its diagnostics back', async (t) => {
  const client = await initialized(t);
  await client.open('[[runners]]\nlimt = 3\n');
  assert.deepEqual(await client.close(), []);
  assert.equal(await client.about('hover', { position: { line: 1, character: 1 } }), null);
});

test('a document that is opened again under another language is judged anew', async (t) => {
  const client = await initialized(t);
  const uri = 'file:///project/file.toml';
  assert.deepEqual(await client.open('limt = 3\n', { uri, languageId: 'toml' }), []);
  await client.close(uri);
  assert.deepEqual(codes(await client.open('limt = 3\n', { uri })), ['unknown-key']);
});

test('each publication names the version it is about', async (t) => {
  const client = await initialized(t);
  await client.open('[[runners]]\n');
  await client.replace('[[runners]]', '[[runners]]\nlimt = 1');
  assert.deepEqual(
    client.published.filter(({ uri }) => uri === URI).map(({ version }) => version),
    [1, 2],
  );
});

test('a file over 1 MB is checked as a whole, and the log says once that answers about it are shortened', async (t) => {
  const client = await initialized(t);
  const runner = '[[runners]]\n  url = "https://a.org"\n';
  const text = `${runner.repeat(6000)}# ${'x'.repeat(1_000_000)}\n[[runners]]\n  limt = 1\n`;
  const found = await client.open(text);
  assert.ok(codes(found).includes('unknown-key'));
  assert.deepEqual(codes(await client.replace('limt = 1', 'limit = 1')), codes(found).slice(0, -1));
  const textDocument = { uri: URI };
  assert.equal((await client.request<unknown[]>('textDocument/documentSymbol', { textDocument })).length, 5000);
  assert.equal((await client.request<unknown[]>('textDocument/documentLink', { textDocument })).length, 5000);
  assert.deepEqual(client.log, [spoken(message('status.large-file', { uri: URI, limit: 5000 }))]);
});

test('the log says once that there are no fixes for a file of more runners than anybody has, nor formatting', async (t) => {
  const client = await initialized(t);
  const runner = '[[runners]]\n  name = "a"\n  url = "https://a.org"\n  executor = "shell"\n';
  const few = `# few\n${runner.repeat(100)}`;
  await client.open(few);
  assert.deepEqual(client.log, []);
  await client.replace(few, `# many\n${runner.repeat(MAXIMUM_TOKENS / 20)}`);
  await client.replace('# many', '# many of them');
  const unchanged = spoken(message('status.large-file.unchanged', { uri: URI }));
  assert.equal(client.log.filter((line) => line === unchanged).length, 1);
  const textDocument = { uri: URI };
  const options = { tabSize: 2, insertSpaces: true };
  assert.deepEqual(await client.request('textDocument/formatting', { textDocument, options }), []);
});
