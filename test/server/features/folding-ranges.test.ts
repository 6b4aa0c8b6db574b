import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldingRanges } from '../../../server/features/folding-ranges';
import { createDocument } from '../../../server/meaning/create-document';

/** `first-last kind`, lines from 0. */
function folds(lines: readonly string[]): string[] {
  return foldingRanges(createDocument('config.toml', lines.join('\n'))).map(
    ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`,
  );
}

describe('folding ranges', () => {
  it('fold a runner with its tables, and each table', () => {
    const text = [
      '[[runners]]',
      '  name = "a"',
      '  [runners.docker]',
      '    image = "b"',
      '',
      '[[runners]]',
      '  limit = 1',
    ];
    assert.deepEqual(folds(text), ['0-3', '2-3', '5-6']);
  });

  it('leave the comment above the next table, but fold keys that are switched off', () => {
    const text = ['[[runners]]', '  name = "a"', '  # limit = 1', '# the second', '[[runners]]'];
    assert.deepEqual(folds(text), ['0-2', '2-3 comment']);
  });

  it('fold arrays and inline tables up to the line that closes them', () => {
    assert.deepEqual(folds(['a = [', '  1,', '  2,', ']', 'b = {', '  c = [', '    1', '  ] }']), [
      '0-2',
      '4-6',
      '5-6',
    ]);
    assert.deepEqual(folds(['a = [', '1 ]', 'b = [', ']']), ['0-1', '2-3']);
  });

  it('fold multi-line strings', () => {
    assert.deepEqual(folds(['a = """', 'x', 'y', '"""', "b = '''", 'x', "y'''"]), ['0-2', '4-6']);
  });

  it('fold blocks of comments, not a single one and not comments behind values', () => {
    const text = ['# a', '  # b', '', '# c', 'd = 1 # d', 'e = 1 # e', '# f', '# g'];
    assert.deepEqual(folds(text), ['0-1 comment', '6-7 comment']);
  });

  it('survive what is not finished', () => {
    assert.deepEqual(folds(['[[runners', '  a = [', '    1,', '[b', 'c = """', 'd']), ['0-2', '1-2', '3-5', '4-5']);
  });
});
