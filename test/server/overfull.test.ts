/** What is told of a text that holds more than any configuration, and that nothing is changed in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MAXIMUM_ITEMS } from '../../server/features/large-text';
import { createDocument } from '../../server/meaning/create-document';
import { Service } from '../../server/service';
import { MAXIMUM_TOKENS } from '../../server/toml/lexer';
import { MAXIMUM_PROBLEMS } from '../../server/toml/parser-state';
import { requests } from './every-request';

const broken = 'name = a b\n';
const overfull: Record<string, string> = {
  'mistakes of the syntax': `[[runners]]\n${broken.repeat(MAXIMUM_PROBLEMS + 10)}`,
  'what is defined twice': `[[runners]]\n${'name = "a"\n'.repeat(MAXIMUM_PROBLEMS + 10)}`,
  'sound lines': `[[runners]]\n${'a = 1\n'.repeat(MAXIMUM_TOKENS / 6 + 10)}`,
};

const open = (source: string) => TextDocument.create('file:///config.toml', 'gitlab-runner-config', 1, source);

for (const [name, source] of Object.entries(overfull)) {
  test(`too many of ${name}: nothing is changed`, () => {
    const service = new Service();
    const text = open(source);
    assert.ok(createDocument(text.uri, source).isOverfull);
    for (const request of ['format', 'formatRange', 'formatOnType', 'fixes', 'fixesHere', 'fixAll'])
      assert.deepEqual(requests[request]?.(service, text, 20), [], request);
  });

  test(`too many of ${name}: nothing is said to be missing`, () => {
    const codes = new Set(new Service().problems(open(source)).map(({ code }) => code));
    assert.ok(codes.size > 0);
    assert.ok(!codes.has('missing-key') && !codes.has('unknown-key'), [...codes].join());
  });
}

test('too many mistakes of the syntax, spread over runners: nothing is changed, and it is known', () => {
  const runner = `[[runners]]\n${[...'abcdefghij'].map((key) => `${key} = "a\n`).join('')}`;
  const service = new Service();
  const few = open(runner.repeat(3));
  assert.ok(!service.isLeftUnchanged(few));
  assert.notDeepEqual(requests.fixes?.(service, few, 20), []);
  const many = open(runner.repeat(MAXIMUM_PROBLEMS / 10));
  assert.ok(service.isLeftUnchanged(many));
  for (const request of ['format', 'formatRange', 'formatOnType', 'fixes', 'fixesHere', 'fixAll'])
    assert.deepEqual(requests[request]?.(service, many, 20), [], request);
});

test('one mistake fewer, and there are fixes again', () => {
  const source = `[[runners]]\n${'name = "a\n'.repeat(20)}`;
  assert.ok(!createDocument('file:///config.toml', source).isOverfull);
  const actions = requests.fixes?.(new Service(), open(source), 20) as unknown[];
  assert.ok(actions.length > 0);
});

test('where reading ends is told', () => {
  const source = `[[runners]]\nname = "a"\n${'a = 1\n'.repeat(MAXIMUM_TOKENS / 6 + 10)}`;
  const found = new Service().diagnostics(open(source));
  const last = found.at(-1);
  assert.equal(last?.code, 'too-many-problems');
  assert.ok((last?.range.start.line ?? 0) > MAXIMUM_TOKENS / 6 - 10, JSON.stringify(last));
});

test('of a key in thousands of places not all are marked', () => {
  const source = `[[runners]]\n${'name = "a"\n'.repeat(MAXIMUM_ITEMS + 10)}`;
  const marked = new Service().highlights(open(source), { line: 1, character: 1 });
  assert.equal(marked.length, MAXIMUM_ITEMS);
});

test('a sound text that takes long is looked through once, and all of it is mended', () => {
  const part = `[[runners]]\nlimit = "1"\nexecutor = "shell"\n# ${'-'.repeat(4000)}\n`;
  const text = open(part.repeat(300));
  const range = { start: text.positionAt(0), end: text.positionAt(1) };
  const [action] = new Service({ fixReports: true }).codeActions(text, range, ['source.fixAll']);
  const edits = action?.edit?.changes?.[text.uri] ?? [];
  assert.equal(edits.length, 300);
  assert.equal(TextDocument.applyEdits(text, edits), part.replace('"1"', '1').repeat(300));
  assert.equal(action?.command?.arguments?.[0]?.mended, 300);
});
