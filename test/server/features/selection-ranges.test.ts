import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { selectionRanges } from '../../../server/features/selection-ranges';
import { createDocument } from '../../../server/meaning/create-document';
import { readCursor } from '../cursor';

/** What is selected step by step, without the whole document at the end. */
function steps(marked: string): string[] {
  const { text, offset } = readCursor(marked);
  const document = createDocument('config.toml', text);
  let [selection] = selectionRanges(document, [offset]);
  const selected: string[] = [];
  for (; selection; selection = selection.parent) {
    selected.push(text.slice(document.offset(selection.range.start), document.offset(selection.range.end)));
  }
  assert.equal(selected.pop(), text);
  return selected;
}

describe('selection ranges', () => {
  it('grow from a part of a key to the runner', () => {
    assert.deepEqual(steps('x = 1\n[[runners]]\nname = "a"\n[runners.docker]\ndoc|ker.image = "b"\ncpus = 1\n'), [
      'docker',
      'docker.image',
      'docker.image = "b"',
      '[runners.docker]\ndocker.image = "b"\ncpus = 1',
      '[[runners]]\nname = "a"\n[runners.docker]\ndocker.image = "b"\ncpus = 1',
    ]);
  });

  it('grow from the content of a string over the array', () => {
    assert.deepEqual(steps('a = 1\nvolumes = ["/ca|che", "/b"]\n'), [
      '/cache',
      '"/cache"',
      '"/cache", "/b"',
      '["/cache", "/b"]',
      'volumes = ["/cache", "/b"]',
    ]);
  });

  it('go through inline tables', () => {
    assert.deepEqual(steps("a = 1\nb = [{ 'c d' = tr|ue, e = 1 }]\n"), [
      'true',
      "'c d' = true",
      "'c d' = true, e = 1",
      "{ 'c d' = true, e = 1 }",
      "[{ 'c d' = true, e = 1 }]",
      "b = [{ 'c d' = true, e = 1 }]",
    ]);
    assert.deepEqual(steps("a = 1\n'c| d' = 1\n").slice(0, 2), ['c d', "'c d'"]);
  });

  it('go from a part of a header over its table', () => {
    const section = '[runners.docker]\n  image = "b"';
    assert.deepEqual(steps('[runners.doc|ker]\n  image = "b"\n[runners.docker.sysctls]\n'), [
      'docker',
      'runners.docker',
      '[runners.docker]',
      section,
      `${section}\n[runners.docker.sysctls]`,
    ]);
  });

  it('go from a comment over its block', () => {
    assert.deepEqual(steps('a = 1\n\n# one\n## tw|o\n# three\nb = 1\n'), ['two', '## two', '# one\n## two\n# three']);
    assert.deepEqual(steps('a = 1 # o|ne\n# two\n'), ['one', '# one']);
  });

  it('select the lines of a multi-line string', () => {
    assert.deepEqual(steps('a = """\nx\n|y"""\nb = 1').slice(0, 2), ['\nx\ny', '"""\nx\ny"""']);
  });

  it('answer for each offset, in broken files too', () => {
    const document = createDocument('config.toml', '[[runners\na = "b\n[runners.\nc = [1,');
    const offsets = Array.from({ length: document.text.length + 1 }, (_, offset) => offset);
    assert.equal(selectionRanges(document, offsets).length, offsets.length);
  });
});
