/** What an editor asks for decides which actions it gets: kinds, ranges, codes that are switched off. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeActionRequest, codeActions, fixAll } from '../../../server/features/code-actions';
import { readConfiguration } from '../../../server/meaning/configuration';
import { Service } from '../../../server/service';
import { applyEdits } from '../../../server/text/edit';
import { context, documentOf } from '../findings';

const TEXT = 'Concurrent = 4\nfoo = 1\n';
const RENAME = 'Rename to `concurrent`';
const IGNORE_CASE = 'Ignore key-case on this line';
const IGNORE_UNKNOWN = 'Ignore unknown-key on this line';

/** The titles of the fixes, and the kinds of the other actions. */
function asked(range: [start: number, end: number], request: Partial<CodeActionRequest> = {}, text = TEXT): string[] {
  const [start, end] = range;
  const all = { only: undefined, overrides: {}, ...request };
  return codeActions(readConfiguration(documentOf(text)), { start, end }, context, all)
    .map(({ kind, title }) => (kind === 'quickfix' ? title : String(kind)))
    .filter((name) => !name.includes('all of'));
}

describe('an editor that asks for', () => {
  const fixes = [RENAME, IGNORE_CASE];
  const all = ['source.fixAll.gitlabRunnerConfig'];
  for (const [only, wanted] of [
    [undefined, fixes],
    [['quickfix'], fixes],
    [['quickfix.other'], []],
    [['source'], all],
    [['source.fixAll'], all],
    [['source.fixAll.gitlabRunnerConfig'], all],
    [['source.fixAll.another'], []],
    [['refactor', 'source'], all],
    [['refactor'], []],
    [[''], [...fixes, ...all]],
    [['quick'], []],
    [[], []],
  ] as const) {
    it(`${only ? only.map((kind) => kind || 'the empty kind').join(' and ') || 'no kind' : 'anything'} gets ${wanted.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(asked([0, 0], { only }), wanted));
  }
});

describe('a range', () => {
  it('has what it touches', () => {
    assert.deepEqual(asked([10, 10]), [RENAME, IGNORE_CASE]);
    assert.deepEqual(asked([11, 11]), []);
    assert.deepEqual(asked([14, 14]), []);
    assert.deepEqual(asked([14, 15]), [IGNORE_UNKNOWN]);
    assert.deepEqual(asked([18, 18]), [IGNORE_UNKNOWN]);
    assert.deepEqual(asked([19, 19]), []);
    assert.deepEqual(asked([0, TEXT.length]), [RENAME, IGNORE_CASE, IGNORE_UNKNOWN]);
  });

  it('has nothing of a code that is switched off', () => {
    assert.deepEqual(asked([0, TEXT.length], { overrides: { 'key-case': 'off' } }), [IGNORE_UNKNOWN]);
    assert.deepEqual(asked([0, TEXT.length], { overrides: { 'key-case': 'error' } }), [
      RENAME,
      IGNORE_CASE,
      IGNORE_UNKNOWN,
    ]);
  });

  it('has no more than two hundred', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `  imag${index} = 1\n`).join('');
    assert.equal(asked([0, lines.length], {}, `[[runners]]\n${lines}`).length, 200);
  });
});

describe('"fix all"', () => {
  const mended = (text: string) => applyEdits(text, fixAll(documentOf(text), context));

  it('mends what its own fixes uncover', () => {
    assert.equal(mended('Concurrent = "4"\n'), 'concurrent = 4\n');
    assert.equal(mended('[[runners]]\n  Executor = docker\n'), '[[runners]]\n  executor = "docker"\n');
    assert.equal(
      mended('[[runners]]\n  [[runners.docker]]\n  Image = a\n'),
      '[[runners]]\n  [runners.docker]\n  image = "a"\n',
    );
  });

  it('mends what it can of a broken text', () =>
    assert.equal(mended('a = [1 2\nConcurrent = 4\n'), 'a = [1, 2\nconcurrent = 4\n'));

  it('has nothing to do a second time', () => {
    for (const text of ['Concurrent = "4"\n', '[[runners]]\n  Name = “a”\n', 'a = [1 2\nConcurrent = 4\n']) {
      assert.deepEqual(fixAll(documentOf(mended(text)), context), []);
    }
  });
});

test('quick fixes are of what the range touches, "fix all" of the whole file', () => {
  const block = (name: string) =>
    `${name}:\n  config: |\n    [[runners]]\n      Name = "a"\n      executor = "docker"\n`;
  const text = TextDocument.create(
    'file:///project/values.yaml',
    'yaml',
    1,
    `${block('runners')}---\n${block('runners')}`,
  );
  const start = text.positionAt(text.getText().indexOf('Name'));
  for (const only of [[''], ['source', 'quickfix']]) {
    const actions = new Service().codeActions(text, { start, end: start }, only);
    assert.deepEqual(
      actions.map(({ title, edit }) => [title, edit?.changes?.[text.uri]?.length]),
      [
        ['Rename to `name`', 1],
        [IGNORE_CASE, 1],
        ['Fix all safe problems', 2],
      ],
    );
  }
});
