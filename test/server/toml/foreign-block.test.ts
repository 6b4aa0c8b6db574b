/** Where a pasted block of JSON or YAML ends: all of it is one mistake, and the TOML below it is none. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonBlock, yamlBlock } from '../../../server/toml/foreign-block';

/** The text of the block at the offset. */
function json(text: string, offset = 0): string | undefined {
  const end = jsonBlock(text, offset);
  return end === undefined ? undefined : text.slice(offset, end);
}

describe('a block of JSON', () => {
  it('ends with its bracket', () => {
    assert.equal(json('{"a": 1}\nb = 2\n'), '{"a": 1}');
    assert.equal(json('{ "a": {"b": [1, 2]} }\n[x]\n'), '{ "a": {"b": [1, 2]} }');
    assert.equal(json('[{"a": 1}, {"b": 2}]\nx = 1\n'), '[{"a": 1}, {"b": 2}]');
    assert.equal(json('x {"a":1} y', 2), '{"a":1}');
    assert.equal(json('x{"a":1} y', 1), '{"a":1}');
    assert.equal(json('{ }\nx = 1\n'), '{ }');
    // Nothing but the bracket can be its end here.
    assert.equal(json('[ {"a": [1, 2]} ] z'), '[ {"a": [1, 2]} ]');
    assert.equal(json('{"a": {"b": [1, 2]}} ] }'), '{"a": {"b": [1, 2]}}');
  });

  it('may have its lines apart', () => {
    assert.equal(json('{\n  "a": 1\n}\nb = 2\n'), '{\n  "a": 1\n}');
    assert.equal(json('[\n  "a",\n  "b"\n]\nx = 1\n'), '[\n  "a",\n  "b"\n]');
    assert.equal(json('[\n[\n1]]\nz = 1\n'), '[\n[\n1]]');
  });

  it('does not end in a string, whatever brackets and quotes are in it', () => {
    assert.equal(json('{"a": "}"}\nb = 2\n'), '{"a": "}"}');
    assert.equal(json('{"a": "x\\"}"}\nb = 2\n'), '{"a": "x\\"}"}');
    assert.equal(json('{"a\\"b": 1} z'), '{"a\\"b": 1}');
    // A string that is not closed ends with its line.
    assert.equal(json('{"a": "b\n}\nc = 1\n'), '{"a": "b\n}');
  });

  it('that is not closed ends where TOML begins, or with the text', () => {
    assert.equal(json('{"a": 1\n[runners]\n'), '{"a": 1');
    assert.equal(json('{"a": 1\nb = 2\n'), '{"a": 1');
    assert.equal(json('{"a": 1'), '{"a": 1');
    assert.equal(json('{\n"a\n[x]\n'), '{\n"a');
    assert.equal(json('{"a": "b\nc = 1\n'), '{"a": "b');
    assert.equal(json('{"a": "b\\\n}\nc = 1\n'), '{"a": "b\\\n}');
    assert.equal(json('{"a": 1 b = 2\n c\n[x]\n'), '{"a": 1 b = 2\n c');
  });

  it('is no header, no list of TOML and no bracket that is being typed', () => {
    for (const text of ['[[a]]\n', '[a]\n', '["a"]', '{a: 1}', '{"a" 1}', '{\n[x]\n', '{\nx = 1\n', '[\nx = 1\n']) {
      assert.equal(json(text), undefined, text);
    }
  });
});

/** The lines of the block at the offset, and whether they are YAML. */
function yaml(text: string, offset = 0): [text: string, yaml: boolean] {
  const block = yamlBlock(text, offset);
  return [text.slice(offset, block.end), block.yaml];
}

describe('a block of YAML', () => {
  it('is one by a key with deeper lines below it', () => {
    assert.deepEqual(yaml('a:\n  b: 1\n'), ['a:\n  b: 1', true]);
    assert.deepEqual(yaml('a: # note\n  b: 1\n'), ['a: # note\n  b: 1', true]);
    assert.deepEqual(yaml('a.b/c-d:\n  e: 1'), ['a.b/c-d:\n  e: 1', true]);
    assert.deepEqual(yaml('  a:\n    b: 1\n', 2), ['a:\n    b: 1', true]);
  });

  it('is one by items, also of keys in quotes', () => {
    assert.deepEqual(yaml('- a\n- b\n'), ['- a\n- b', true]);
    assert.deepEqual(yaml('-\n-\n'), ['-\n-', true]);
    assert.deepEqual(yaml('"a b":\n  - x\n'), ['"a b":\n  - x', true]);
    assert.deepEqual(yaml("'a':\n  - x\n"), ["'a':\n  - x", true]);
    assert.deepEqual(yaml('- - a: 1\n  - b\n'), ['- - a: 1\n  - b', true]);
  });

  it('is one by `---` at its start, and there alone', () => {
    assert.deepEqual(yaml('---\na: 1\n'), ['---\na: 1', true]);
    assert.deepEqual(yaml('a: 1\n---\nb: 2\n'), ['a: 1\n---\nb: 2', false]);
  });

  it('is none where colons may stand for equals signs: nothing is deeper, or nothing was open', () => {
    assert.deepEqual(yaml('a: 1\nb: 2\n'), ['a: 1\nb: 2', false]);
    assert.deepEqual(yaml('a: 1\n  b: 2\n'), ['a: 1\n  b: 2', false]);
    assert.deepEqual(yaml('a:\nb: 1\n'), ['a:\nb: 1', false]);
    assert.deepEqual(yaml('  a:\n  b: 1\n', 2), ['a:\n  b: 1', false]);
  });

  it('is none of one line', () => {
    assert.deepEqual(yaml('a:\n'), ['a:', false]);
    assert.deepEqual(yaml('- a\n'), ['- a', false]);
    assert.deepEqual(yaml('x\n'), ['', false]);
    assert.deepEqual(yaml('- a = 1\n- b\n'), ['', false]);
  });

  it('ends before TOML, without blank lines and comments behind its last line', () => {
    assert.deepEqual(yaml('a:\n\n# c\n  b: 1\n[x]\n'), ['a:\n\n# c\n  b: 1', true]);
    assert.deepEqual(yaml('a:\n  b: 1\nc = 2\n'), ['a:\n  b: 1', true]);
    assert.deepEqual(yaml('a: #x\n  b: 2   \n\n# d\n\n'), ['a: #x\n  b: 2', true]);
  });
});
