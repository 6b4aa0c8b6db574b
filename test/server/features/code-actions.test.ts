import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, fixAll, withOneFixAll } from '../../../server/features/code-actions';
import { FIX_ALL } from '../../../server/features/code-actions/fix-all-kind';
import { readConfiguration } from '../../../server/meaning/configuration';
import { applyEdits } from '../../../server/text/edit';
import { context, documentOf, findingsOf } from '../findings';

const actionsAt = (text: string, word: string, only?: string[]) => {
  const start = text.indexOf(word);
  return codeActions(readConfiguration(documentOf(text)), { start, end: start }, context, { only, overrides: {} });
};

test('the fixes of what is at the cursor, then the way to ignore it', () => {
  const text = 'concurent = 1\nfoo = 2\n';
  const actions = actionsAt(text, 'concurent');
  assert.deepEqual(
    actions.map(({ title, isPreferred }) => [title, isPreferred]),
    [
      ['Rename to `concurrent`', true],
      ['Ignore unknown-key on this line', false],
    ],
  );
  assert.equal(actions[0]?.diagnostics?.[0]?.code, 'unknown-key');
});

test('an error is not ignored', () => {
  assert.deepEqual(
    actionsAt('concurrent = "1"\n', '"1"').map(({ title }) => title),
    ['Change to `1`'],
  );
});

test('"fix all" mends what has one meaning, and leaves the rest', () => {
  const text =
    '# mine\n[runners] # one\n  Name = "a"\n  imag = "x"\n  [runners.docker]\n    privileged = "true" # dind\n    services = ["mysql"]\n';
  assert.equal(
    applyEdits(text, fixAll(documentOf(text), context)),
    '# mine\n[[runners]] # one\n  name = "a"\n  imag = "x"\n  [runners.docker]\n    privileged = true # dind\n    [[runners.docker.services]]\n      name = "mysql"\n',
  );
  const [action] = actionsAt(text, '# mine', ['source.fixAll']);
  assert.equal(action?.kind, FIX_ALL);
  assert.deepEqual(actionsAt(text, '# mine'), []);
});

test('"fix all" types what a Chinese keyboard typed as TOML', () => {
  const text =
    '＃ mine\n［［runners］］\n  name＝“a”\n  limit = ５\n  【runners．docker］\n    volumes = ［“/a”，“/b”］ ＃ two\n';
  assert.equal(
    applyEdits(text, fixAll(documentOf(text), context)),
    '# mine\n[[runners]]\n  name="a"\n  limit = 5\n  [runners.docker]\n    volumes = ["/a","/b"] # two\n',
  );
});

test('a code that is switched off is not fixed', () => {
  assert.deepEqual(fixAll(documentOf('Concurrent = 1\n'), context, { 'key-case': 'off' }), []);
});

test('beside a fix there is one for all problems of its code, where there are more of them', () => {
  const text = 'concurent = 1\nlog_levell = "info"\nName = 2\n[[runners]]\n  limt = 3\n  Name = "a"\n';
  const actions = actionsAt(text, 'concurent');
  assert.deepEqual(
    actions.map(({ title }) => title),
    ['Rename to `concurrent`', 'Ignore unknown-key on this line', 'Fix all 3 `unknown-key` problems'],
  );
  const edits = actions[2]?.edit?.changes?.['file:///config.toml'] ?? [];
  assert.equal(actions[2]?.diagnostics?.length, 1);
  assert.equal(
    TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits),
    'concurrent = 1\nlog_level = "info"\nName = 2\n[[runners]]\n  limit = 3\n  Name = "a"\n',
    'and what has another code stays',
  );
  assert.equal(actionsAt(text, 'limt').length, 3);
  assert.deepEqual(
    actionsAt('concurent = 1\n', 'concurent').map(({ title }) => title),
    ['Rename to `concurrent`', 'Ignore unknown-key on this line'],
    'of one problem there is no all',
  );
});

test('"fix all" tells a client that wants to hear it how many are mended and left', () => {
  const text = '[[runners]]\n  limt = 3\n  [runners.docker]\n    privileged = "true"\n    disable_cache = "false"\n';
  const ask = (fixReports: boolean) => {
    const configuration = readConfiguration(documentOf(text));
    const request = { only: ['source.fixAll'], overrides: {}, fixReports };
    return codeActions(configuration, { start: 0, end: 0 }, context, request)[0]?.command;
  };
  assert.equal(ask(false), undefined);
  const left = findingsOf(text).filter(({ severity, code }) => severity !== 'hint' && code !== 'wrong-type').length;
  assert.deepEqual(ask(true)?.arguments, [{ mended: 2, left }]);
  const one = (mended: number) => ({
    title: '',
    kind: FIX_ALL,
    edit: { changes: { u: [] } },
    command: { title: '', command: 'c', arguments: [{ mended, left: 1 }] },
  });
  assert.deepEqual(withOneFixAll([one(2), one(3)], 'u')[0]?.command?.arguments, [{ mended: 5, left: 2 }]);
});

test('"fix all" removes the second of two that say the same, and leaves two that do not', () => {
  const twice = (first: string, second: string) => `[[runners]]\n  ${first}\n  ${second}\n`;
  for (const [first, second] of [
    ['limit = 2', 'limit = 2'],
    ['limit = 2', 'Limit = 2 # same'],
    ['name = "a"', "name = 'a'"],
    ['tags = ["a","b"]', 'tags = [ "a", \'b\' ]'],
    ['x = { a = [1], b = "c" }', 'x = {a=[1],"b"=\'c\'}'],
  ] as const) {
    const text = twice(first, second);
    assert.equal(applyEdits(text, fixAll(documentOf(text), context)), `[[runners]]\n  ${first}\n`, text);
  }
  for (const [first, second] of [
    ['limit = 2', 'limit = 3'],
    ['name = "a"', 'name = "A"'],
    ['tags = ["a"]', 'tags = ["a", "a"]'],
    ['x = { a = 1 }', 'x = { b = 1 }'],
  ] as const) {
    assert.deepEqual(fixAll(documentOf(twice(first, second)), context), [], second);
  }
});

test('a key goes with its line also where its table is written in braces above', () => {
  const text =
    '[[runners]]\n  [runners.cache]\n    s3 = { BucketName = "b" } # c\n  [runners.cache.s3]\n    bucketname = "a"\n';
  const remove = actionsAt(text, 'bucketname').find(({ title }) => title === 'Remove `bucketname`');
  const document = TextDocument.create('', '', 1, text);
  const edits = Object.values(remove?.edit?.changes ?? {}).flat();
  assert.equal(TextDocument.applyEdits(document, edits), text.replace('    bucketname = "a"\n', ''));
});

test('all of a code are mended only where that leaves no more errors, as the text is shown', () => {
  const text =
    'concurrent = "4"\n\n  name = "a"\n  executo#r = "docker"\n  Limit = 1\n  limit = 1\n  enviro"""\n    "A=1" # a\n    "B=2"\n  ]\n  [runners.docker]\n    image = "alpine" # b\n    privileged = yes\n    services = ["mysql"]\n    limit = 2\n';
  const titles = actionsAt(text, 'limit').map(({ title }) => title);
  assert.deepEqual(
    titles.filter((title) => title.startsWith('Fix all')),
    [],
  );
});
