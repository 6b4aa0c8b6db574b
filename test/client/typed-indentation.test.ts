import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { typedBlock } from '../../client/typed-block';
import { commentsAbove, type Lines, wantedIndentation } from '../../client/typed-indentation';

/** The text with its last line, which begins with `given` blanks and `typed` more, where it shall be. */
function indented(text: string, typed = 0, around?: (at: (line: number) => string, line: number) => Lines | undefined) {
  const all = text.split('\n');
  const line = all.length - 1;
  const at = (index: number) => all[index] ?? '';
  const lines = around ? around(at, line) : { at, first: 0, margin: 0 };
  const last = at(line);
  const given = last.length - last.trimStart().length - typed;
  const wanted = lines && wantedIndentation({ line, given, typed }, lines);
  return wanted === undefined ? last : ' '.repeat(wanted) + last.trimStart();
}

const RUNNER = '[[runners]]\n  name = "a"\n  [runners.docker]\n    image = "x"\n';

describe('a header that was typed below the keys of another table', () => {
  it('stands beside a table of the same depth', () => {
    assert.equal(indented(`${RUNNER}    [runners.cache]`), '  [runners.cache]');
    assert.equal(indented(`${RUNNER}    [[runners]]`), '[[runners]]');
    assert.equal(indented('[session_server]\n  a = 1\n\n  [[runners]] # first'), '[[runners]] # first');
  });

  it('stays one step below its parent', () => {
    assert.equal(indented(`${RUNNER}    [runners.docker.sysctls]`), '    [runners.docker.sysctls]');
    assert.equal(
      indented(`${RUNNER}    [[runners.docker.services]]\n      name = "a"\n      [[runners.docker.services]]`),
      '    [[runners.docker.services]]',
    );
  });

  it('follows a file that indents otherwise', () => {
    assert.equal(indented('[[runners]]\n[runners.docker]\nimage = "x"\n  [runners.cache]'), '[runners.cache]');
    assert.equal(
      indented('[[runners]]\n    [runners.docker]\n        image = "x"\n        [runners.cache]'),
      '    [runners.cache]',
    );
  });

  it('is none inside of a list or a string', () => {
    assert.equal(indented('[a]\n  b = [\n    [1],\n    [c]'), '    [c]');
    assert.equal(indented('[a]\n  b = """\n    [[runners]]'), '    [[runners]]');
    assert.equal(indented('[a]\n  b = [ # ]\n    [c]'), '    [c]');
  });

  it('takes along the comments that belong to it', () => {
    const all = `${RUNNER}\n    # two\n    # lines\n    [[runners]]`.split('\n');
    const lines: Lines = { at: (index) => all[index] ?? '', first: 0, margin: 0 };
    assert.deepEqual(commentsAbove(all.length - 1, 4, lines), [all.length - 2, all.length - 3]);
    const tight = `${RUNNER}    # a key switched off\n    [[runners]]`.split('\n');
    assert.deepEqual(commentsAbove(tight.length - 1, 4, { ...lines, at: (index) => tight[index] ?? '' }), []);
  });
});

describe('blanks that were typed on top of those that VS Code gave', () => {
  it('end a table of a template where its line stands', () => {
    const text = '[[runners]]\n  {{- if .a }}\n  [runners.cache]\n    [runners.cache.s3]\n      a = 1\n';
    assert.equal(indented(`${text}        {{ end }}`, 2), '  {{ end }}');
  });

  it('are those of the whole block, where VS Code gave no more than the block has', () => {
    const block = 'data:\n  config.toml: |\n    ';
    assert.equal(
      indented(`${block}concurrent = 4\n        check_interval = 3`, 4, typedBlock),
      '    check_interval = 3',
    );
    assert.equal(indented(`${block}[[runners]]\n          name = "a"`, 6, typedBlock), '      name = "a"');
    // A step below the header, or the indentation of the block: who types four on top of four means a step.
    assert.equal(indented(`${block}[[runners]]\n        name = "a"`, 4, typedBlock), '        name = "a"');
  });

  it('are all that is meant', () => {
    assert.equal(indented('[[runners]]\n    name = "a"', 2), '  name = "a"');
    assert.equal(indented(`${RUNNER}      [runners.cache]`, 2), '  [runners.cache]');
    assert.equal(indented('[[runners]]\n      # four', 4), '    # four');
    assert.equal(indented('[a]\n  b = [\n        "x"', 4), '    "x"');
  });

  it('are more of them where a key is moved in, or in the text of a string', () => {
    assert.equal(indented('[[runners]]\n  [runners.docker]\n          image = "x"', 1), '          image = "x"');
    assert.equal(indented('[a]\n  b = """\n    if x; then\n      y', 2), '      y');
    assert.equal(indented('[a]\n  b = """\n  x\n    "', 2), '  "');
  });
});

describe('in a block of YAML', () => {
  const values = 'runners:\n  config: |\n    [[runners]]\n      name = "a"\n';
  it('the block is the margin', () => {
    assert.equal(indented(`${values}      [[runners]]`, 0, typedBlock), '    [[runners]]');
    assert.equal(indented(`${values}            url = "b"`, 6, typedBlock), '      url = "b"');
    assert.equal(indented(`${values}        url = "b"`, 2, typedBlock), '      url = "b"', 'typed without the margin');
  });

  it('nothing of another block, or of YAML itself, is moved', () => {
    assert.equal(indented('script: |\n  if x; then\n      [y]', 2, typedBlock), '      [y]');
    assert.equal(indented('a:\n  b: 1\n    [runners]', 2, typedBlock), '    [runners]');
    assert.equal(indented('a:\n  - x\n  [b]', 0, typedBlock), '  [b]');
  });
});

it('long texts are looked at to a point', () => {
  const text = `[[runners]]\n${'  a = """\n'.repeat(200_000)}  [[runners]]`;
  const start = performance.now();
  indented(text);
  assert.ok(performance.now() - start < 2_000);
});
