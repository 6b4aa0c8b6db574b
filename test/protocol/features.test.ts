/** Each feature once, over the protocol: that it is announced, wired and shaped as an editor expects. What it says is tested in test/server. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import {
  type CodeAction,
  type CompletionItem,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type SelectionRange,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { message } from '../../server/text/message';
import { capabilities, spoken, URI } from './client';
import { connect, initialized } from './in-memory';

const TEXT = `concurrent = 4

[[runners]]
  name = "first"
  url = "https://gitlab.example.com/"
  token = "glrt-x"
  executor = "docker"
  [runners.docker]
    image = "alpine"
    # the end
`;

const options = { tabSize: 2, insertSpaces: true };
const at = (line: number, character: number) => ({ line, character });

function edited(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(URI, '', 1, text), [...edits]);
}

test('initialize announces every feature', async (t) => {
  const { client } = connect(t);
  const { capabilities: announced, serverInfo } = await client.initialize();
  assert.equal(serverInfo?.name, 'gitlab-runner-config');
  assert.deepEqual(announced, {
    textDocumentSync: 2,
    completionProvider: { triggerCharacters: ['[', '.', '=', '"', "'"], resolveProvider: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.gitlabRunnerConfig'] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    documentHighlightProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    inlayHintProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  });
});

test('completion lists keys, and the documentation of one when it is looked at', async (t) => {
  const client = await initialized(t);
  await client.open(TEXT);
  const items = await client.about<CompletionItem[]>('completion', { position: at(9, 8) });
  assert.deepEqual(items, [], 'nothing in a comment');
  await client.replace('    # the end', '    ');
  const keys = await client.about<CompletionItem[]>('completion', { position: at(9, 4) });
  const volumes = keys.find((item) => item.label === 'volumes');
  assert.ok(volumes, 'a key of [runners.docker]');
  assert.ok(!keys.some((item) => item.label === 'image'), 'which is there already');
  assert.equal(volumes.insertTextFormat, 2, 'a snippet, since the client takes them');
  const resolved = await client.request<CompletionItem>('completionItem/resolve', volumes);
  assert.match(JSON.stringify(resolved.documentation), /volume/i);
});

test('completion finds a key by its Chinese name, and reads those names only then', async (t) => {
  const read = t.mock.method(fs, 'readFileSync');
  const reads = () => read.mock.calls.filter(({ arguments: [file] }) => String(file).endsWith('aliases.json')).length;
  const client = await initialized(t);
  await client.open(TEXT);
  await client.replace('    # the end', '    pri');
  const english = await client.about<CompletionItem[]>('completion', { position: at(9, 7) });
  assert.ok(english.some(({ label }) => label === 'privileged'));
  assert.equal(reads(), 0);
  await client.replace('    pri', '    特权');
  const [first, ...others] = await client.about<CompletionItem[]>('completion', { position: at(9, 6) });
  assert.equal(first?.label, 'privileged');
  assert.match(first.filterText ?? '', /^特权/);
  assert.deepEqual(first.textEdit, {
    range: { start: at(9, 4), end: at(9, 6) },
    newText: ['privileged = $', '{1|false,true|}'].join(''),
  });
  assert.ok(others.length < 10, 'nothing else comes with it');
  assert.equal(reads(), 1);
});

test('a client without snippets gets plain text', async (t) => {
  const { client } = connect(t);
  await client.initialize({ ...capabilities, textDocument: {} });
  await client.open('[[runners]]\n\n');
  const items = await client.about<CompletionItem[]>('completion', { position: at(1, 0) });
  assert.ok(items.length > 0);
  for (const item of items) {
    assert.notEqual(item.insertTextFormat, 2, item.label);
    assert.doesNotMatch(item.textEdit?.newText ?? item.insertText ?? '', /\$\d|\$\{\d/, item.label);
  }
});

test('hover explains the key under the mouse', async (t) => {
  const client = await initialized(t);
  await client.open(TEXT);
  const found = await client.about<Hover>('hover', { position: at(0, 3) });
  assert.match(JSON.stringify(found.contents), /concurrent/);
  assert.equal(found.range && client.covered(found.range), 'concurrent');
  assert.equal(await client.about('hover', { position: at(1, 0) }), null);
});

test('the documentation of the key under the cursor has an address', async (t) => {
  const pages =
    process.env.PROTOCOL_LOCALE === 'zh-cn' ? /^https:\/\/gitlab\.cn\/docs\// : /^https:\/\/docs\.gitlab\.com\//;
  const client = await initialized(t);
  await client.open(TEXT);
  const ask = (position: object) =>
    client.request<{ url: string } | null>('gitlabRunnerConfig/documentation', {
      textDocument: { uri: URI },
      position,
    });
  assert.match((await ask(at(8, 6)))?.url ?? '', pages);
  assert.equal(await ask(at(9, 8)), null, 'a comment has none');
});

test('who reads Chinese gets the Chinese page of the documentation where there is one, the English beside it', async (t) => {
  for (const locale of ['zh-cn', 'zh-tw']) {
    const { client } = connect(t);
    await client.request('initialize', { processId: null, rootUri: null, capabilities, locale });
    await client.notify('initialized', {});
    await client.open(TEXT);
    const found = await client.about<Hover>('hover', { position: at(8, 6) });
    const page = 'runner/configuration/advanced-configuration/';
    assert.ok(JSON.stringify(found.contents).includes(`](https://gitlab.cn/docs/${page})`), locale);
    assert.ok(JSON.stringify(found.contents).includes(`](https://docs.gitlab.com/${page}`), locale);
    const answer = await client.request<{ url: string }>('gitlabRunnerConfig/documentation', {
      textDocument: { uri: URI },
      position: at(8, 6),
    });
    assert.equal(answer.url, `https://gitlab.cn/docs/${page}`);
  }
});

const MISSPELLED = '[[runners]]\n  limt = 3\n';

test('the light bulb offers the fix of the finding it stands at', async (t) => {
  const client = await initialized(t);
  const diagnostics = await client.open(MISSPELLED);
  const range = { start: at(1, 3), end: at(1, 3) };
  const [first] = await client.about<CodeAction[]>('codeAction', { range, context: { diagnostics } });
  assert.equal(first?.title, spoken(message('fix.rename', { name: 'limit' })));
  assert.equal(first?.kind, 'quickfix');
  assert.equal(first?.isPreferred, true);
  assert.deepEqual(first?.diagnostics, diagnostics);
  assert.equal(edited(MISSPELLED, first?.edit?.changes?.[URI] ?? []), '[[runners]]\n  limit = 3\n');
  const elsewhere = { start: at(0, 3), end: at(0, 3) };
  assert.deepEqual(await client.about('codeAction', { range: elsewhere, context: { diagnostics } }), []);
});

test('a fix is for the text it was asked for, where the client can tell', async (t) => {
  const client = connect(t).client;
  await client.initialize({ ...capabilities, workspace: { workspaceEdit: { documentChanges: true } } });
  await client.open('[[runners]]\n  limt = 2\n');
  const diagnostics = await client.replace('2', '3');
  const range = { start: at(1, 3), end: at(1, 3) };
  const [first] = await client.about<CodeAction[]>('codeAction', { range, context: { diagnostics } });
  assert.equal(first?.edit?.changes, undefined);
  const [change, ...more] = first?.edit?.documentChanges ?? [];
  assert.deepEqual(more, []);
  assert.ok(change && TextDocumentEdit.is(change));
  assert.deepEqual(change.textDocument, { uri: URI, version: 2 });
  assert.equal(edited(MISSPELLED, change.edits as TextEdit[]), '[[runners]]\n  limit = 3\n');
});

test('code actions are filtered by kind, and "fix all" comes only when it is asked for', async (t) => {
  const client = await initialized(t);
  const text = 'concurrent = "4"\n[[runners]]\n  executor = docker\n  [runners.docker]\n  privileged = "true"\n';
  await client.open(text);
  const range = { start: at(0, 0), end: at(5, 0) };
  const ask = (only?: string[]) =>
    client.about<CodeAction[]>('codeAction', { range, context: { diagnostics: [], only } });
  const kinds = new Set((await ask()).map(({ kind }) => kind));
  assert.deepEqual([...kinds], ['quickfix']);
  assert.deepEqual(await ask(['refactor']), []);
  for (const only of ['source.fixAll.gitlabRunnerConfig', 'source.fixAll', 'source']) {
    const [fixAll, ...more] = await ask([only]);
    assert.deepEqual(more, []);
    assert.equal(fixAll?.kind, 'source.fixAll.gitlabRunnerConfig');
    assert.equal(
      edited(text, fixAll?.edit?.changes?.[URI] ?? []),
      'concurrent = 4\n[[runners]]\n  executor = "docker"\n  [runners.docker]\n  privileged = true\n',
    );
  }
});

test('document symbols show the runner by its name and executor', async (t) => {
  const client = await initialized(t);
  await client.open(TEXT);
  const symbols = await client.about<DocumentSymbol[]>('documentSymbol');
  assert.match(JSON.stringify(symbols.map(({ name, detail }) => [name, detail])), /first.*docker/);
});

test('tables fold', async (t) => {
  const client = await initialized(t);
  await client.open(TEXT);
  const ranges = await client.about<FoldingRange[]>('foldingRange');
  assert.deepEqual(
    ranges.map(({ startLine }) => startLine).filter((line) => line === 2 || line === 7),
    [2, 7],
  );
});

test('a selection grows from the value to the whole file', async (t) => {
  const client = await initialized(t);
  await client.open(TEXT);
  const [found] = await client.about<SelectionRange[]>('selectionRange', { positions: [at(8, 14)] });
  const texts: string[] = [];
  for (let range = found; range; range = range.parent) texts.push(client.covered(range.range));
  assert.ok(texts.includes('image = "alpine"'));
  assert.equal(texts.at(-1), TEXT);
});

test('addresses are links', async (t) => {
  const client = await initialized(t);
  await client.open(TEXT);
  const links = await client.about<DocumentLink[]>('documentLink');
  assert.ok(links.some(({ target }) => target === 'https://gitlab.example.com/'));
});

test('all places of a key light up', async (t) => {
  const client = await initialized(t);
  await client.open(TEXT);
  const found = await client.about<DocumentHighlight[]>('documentHighlight', { position: at(7, 5) });
  assert.deepEqual(
    found.map(({ range }) => range.start.line),
    [2, 7],
  );
});

test('a document, a range and a finished line are formatted', async (t) => {
  const client = await initialized(t);
  const text = '[[runners]]\nname="a"\nlimit=1\n';
  await client.open(text);
  const whole = await client.about<TextEdit[]>('formatting', { options });
  assert.equal(edited(text, whole), '[[runners]]\n  name = "a"\n  limit = 1\n');
  const range = { start: at(1, 0), end: at(2, 0) };
  const part = await client.about<TextEdit[]>('rangeFormatting', { range, options });
  assert.equal(edited(text, part), '[[runners]]\n  name = "a"\nlimit=1\n');
  const typed = await client.about<TextEdit[]>('onTypeFormatting', { position: at(2, 0), ch: '\n', options });
  assert.equal(edited(text, typed), '[[runners]]\n  name = "a"\n  limit=1\n');
});

test('hints say what numbers come to, in the range that is asked for', async (t) => {
  const client = await initialized(t);
  await client.open('check_interval = 90\n[[runners]]\n  output_limit = 1024\n');
  const range = { start: at(0, 0), end: at(1, 0) };
  const first = message('duration.minutes', { count: 1 });
  const amount = message('duration.two', { first, second: message('duration.seconds', { count: 30 }) });
  assert.deepEqual(await client.about('inlayHint', { range }), [
    { position: at(0, 19), label: spoken(message('inlay-hint', { amount })), paddingLeft: true },
  ]);
});
