/** What a document is read as while something in it is being typed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseYaml } from '../../../../server/containers/yaml/parse';
import { readDocument } from '../../../../server/containers/yaml/parts';
import type { YamlNode } from '../../../../server/containers/yaml/tree';

/** Keys and sources of scalars, as a plain value. */
function plain(text: string, node: YamlNode | undefined): unknown {
  if (node?.kind === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(text, value)]));
  if (node?.kind === 'sequence') return node.items.map((item) => plain(text, item));
  return node && text.slice(node.start, node.end);
}

const read = (text: string) => plain(text, parseYaml(text, { start: 0, end: text.length }).root);

/** The document with each line put in before `config`, which has to be read as it is without. */
const around = (line: string) => `a: b\nrunners:\n  name: c\n${line}\n  config: |\n    [[runners]]\nz: 1\n`;
const CONFIG = '|\n    [[runners]]\n';

describe('a line that is being typed leaves the others where they are', () => {
  const lines = [
    '  tags',
    '  tags:',
    '  "tags',
    "  'tags: ",
    '  tags: "',
    '  tags: [',
    '  tags: {a',
    '  [[run',
    '  tags: *',
  ];
  lines.push(
    '  {{ if',
    '  tags: {{ a',
    '  {{- if .a }}',
    '    tags: x',
    '      tags',
    '  tags: a: b',
    '  tags: &',
    '  # "',
  );
  for (const line of lines)
    it(line, () => {
      const root = read(around(line)) as { a: string; runners: Record<string, unknown>; z: string };
      assert.deepEqual([root.a, root.runners.config, root.z], ['b', CONFIG, '1']);
    });
});

describe('a line that fits nowhere', () => {
  it('at the root: what is below it is found', () => {
    assert.deepEqual(read('  a: b\nc: d\ne:\n  f: g\n'), { a: 'b', c: 'd', e: { f: 'g' } });
  });
  it('a sequence that goes on as a map', () => assert.deepEqual(read('a: b\n- c: d\n'), { a: 'b', c: 'd' }));
  it('text between keys', () => assert.deepEqual(read('a: |\n  b\nc\n  d e\nf: g\n'), { a: '|\n  b\n', f: 'g' }));
});

it('JSON that is not closed yet', () => {
  assert.deepEqual(read('{"a": {"b": "c", "d": ['), { a: { b: '"c"', d: [] } });
});

it('deeper than anybody writes: what is above stays', () => {
  for (const deep of ['['.repeat(5000), '{a: '.repeat(5000), '- '.repeat(5000)]) {
    const root = read(`a: b\nc:\n  ${deep}\n`) as { a: string };
    assert.equal(root.a, 'b');
  }
});

describe('a long document', () => {
  const filler = (indent: string) => `${indent}filler:\n${`${indent}  key: value\n`.repeat(6000)}`;
  const readLong = (text: string) => {
    const { root, anchors } = readDocument(text, { start: 0, end: text.length });
    return { root: plain(text, root) as Record<string, unknown>, anchors };
  };

  it('is read where it can hold a configuration', () => {
    const text = `# first\n---\na: b\n${filler('').repeat(2)}runners:\n  config: |\n    [[runners]]\n`;
    const { root } = readLong(text);
    assert.deepEqual(Object.keys(root), ['a', 'filler', 'runners']);
    assert.deepEqual(root.runners, { config: CONFIG });
  });
  it('below one key', () => {
    const text = `gitlab-runner:\n  gitlabUrl: "x"\n${filler('  ')}  runners:\n    config: *a\nb: &a c\n`;
    const { root, anchors } = readLong(text);
    assert.deepEqual(Object.keys(root), ['gitlab-runner', 'b']);
    assert.deepEqual((root['gitlab-runner'] as Record<string, unknown>).runners, { config: '*a' });
    assert.deepEqual([...anchors.keys()], ['a']);
  });
  it('as a list', () => {
    const text = `items:\n- kind: a\n- kind: long\n${filler('  ')}- kind: b\n  "runners": {}\n`;
    assert.deepEqual(readLong(text).root.items, [{ kind: 'a' }, { kind: 'b', runners: {} }]);
  });
  it('as a whole, where a line is not a key of its own', () => {
    const text = `a:\n  b: "config"\n${filler('  ')}?? d\n  e: f\n`;
    assert.equal((readLong(text).root.a as Record<string, unknown>).b, '"config"');
  });
});
