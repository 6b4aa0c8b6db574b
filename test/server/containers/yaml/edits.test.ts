import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { applyEdits, type TextEdit } from '../../../../server/text/edit';
import type { OffsetMap } from '../../../../server/text/offset-map';
import { counted } from '../../../counted';
import { SHARED } from '../../../shared';
import { yamlRegions } from './yaml-regions';

const shared = SHARED;
const withShared = existsSync(shared) ? {} : { skip: `${shared} is not here` };

/** The file after an edit of the region's text. */
function applyToHost(yaml: string, map: OffsetMap, edit: TextEdit): string {
  return applyEdits(yaml, map.toHostEdits([edit]));
}

/** The file after the region's `from` (where it first stands) is replaced by `to`; `$` is the region's end. */
function replace(yaml: string, from: string, to: string): string {
  const [region] = yamlRegions(yaml);
  assert.ok(region);
  const start = from === '$' ? region.text.length : region.text.indexOf(from);
  assert.notEqual(start, -1);
  const end = from === '$' ? start : start + from.length;
  return applyToHost(yaml, region.map, { start, end, newText: to });
}

const BLOCK = 'runners:\n  config: |\n    [[runners]]\n      limit = 1\n\n    # end\na: b\n';

describe('edits keep the indentation of a block', () => {
  it('a word', () => assert.equal(replace(BLOCK, '1', '2'), BLOCK.replace('1', '2')));
  it('a line in the middle', () =>
    assert.equal(
      replace(BLOCK, '  limit = 1\n', '  limit = 1\n  name = "x"\n'),
      BLOCK.replace('limit = 1\n', 'limit = 1\n      name = "x"\n'),
    ));
  it('a line gone', () => assert.equal(replace(BLOCK, '  limit = 1\n', ''), BLOCK.replace('      limit = 1\n', '')));
  it('on a blank line without indentation', () =>
    assert.equal(replace(BLOCK, '\n# end', 'x = 1\n# end'), BLOCK.replace('\n    # end', '    x = 1\n    # end')));
  it('at the end: before the next key', () =>
    assert.equal(replace(BLOCK, '$', 'x = 1\n'), BLOCK.replace('# end\n', '# end\n    x = 1\n')));
  it('the last line gone', () => assert.equal(replace(BLOCK, '# end\n', ''), BLOCK.replace('    # end\n', '')));
  it('everything, as a formatter does', () =>
    assert.equal(
      replace(BLOCK, '[[runners]]\n  limit = 1\n\n# end\n', '[[runners]]\n\nlimit = 2\n'),
      'runners:\n  config: |\n    [[runners]]\n\n    limit = 2\na: b\n',
    ));
  it('the first line gone: the next one takes its indentation', () => {
    const yaml = 'runners:\n  config: |\n    x = 1\n\n      [[runners]]\n    # end\n';
    assert.equal(replace(yaml, 'x = 1\n', ''), 'runners:\n  config: |\n\n    [[runners]]\n    # end\n');
    const told = yaml.replace('|', '|2');
    assert.equal(replace(told, 'x = 1\n', ''), told.replace('    x = 1\n', ''));
  });
  it('a first line that is indented', () =>
    assert.equal(replace(BLOCK, '[[', '  # a\n  # b\n[['), BLOCK.replace('    [[', '    # a\n      # b\n    [[')));
  it('CRLF', () => {
    const windows = BLOCK.replaceAll('\n', '\r\n');
    assert.equal(
      replace(windows, '  limit = 1\n', '  limit = 1\n  x = 1\n'),
      replace(BLOCK, '  limit = 1\n', '  limit = 1\n  x = 1\n').replaceAll('\n', '\r\n'),
    );
  });
  it('into an empty block', () =>
    assert.equal(
      replace('runners:\n  config: |\n    \na: b\n', '$', '[[runners]]\n  x = 1'),
      'runners:\n  config: |\n    [[runners]]\n      x = 1\na: b\n',
    ));
  it('TOML in YAML in YAML', () => {
    const yaml = 'helm:\n  values: |\n    runners:\n      config: |\n        [[runners]]\n    a: b\n';
    assert.equal(replace(yaml, '$', 'x = 1\n'), yaml.replace('[[runners]]\n', '[[runners]]\n        x = 1\n'));
  });
});

describe('edits of a scalar that is no literal block', () => {
  const scalars = {
    'double quotes': 'runners: {config: "[[runners]]\\n  lim = 1\\n"}\n',
    'single quotes': "runners:\n  config: '[[runners]]\n\n    lim = 1'\n",
    folded: 'runners:\n  config: >\n    [[runners]]\n\n    lim = 1\n',
  };
  for (const [name, yaml] of Object.entries(scalars)) {
    it(`${name}: a word stands where it is written`, () =>
      assert.equal(replace(yaml, 'lim', 'limit'), yaml.replace('lim', 'limit')));
    it(`${name}: no line is made, and none goes`, () => {
      for (const to of ['1\n# a', '# a\n1']) assert.equal(replace(yaml, '1', to), yaml, to);
      assert.equal(replace(yaml, '[[runners]]\n', ''), yaml);
      assert.equal(replace(yaml, 'runners]]\n', 'runners]]\n'), yaml);
    });
  }
  it('quotes are not escaped', () => {
    assert.equal(replace(scalars['double quotes'], '1', '"1"'), scalars['double quotes']);
    assert.equal(replace(scalars['single quotes'], '1', "'1'"), scalars['single quotes']);
    assert.equal(replace(scalars.folded, '1', '"1"'), scalars.folded.replace('1', '"1"'));
  });
  it('what a line begins with stays in it: folding looks at that', () => {
    assert.equal(replace(scalars.folded, 'lim', '  lim'), scalars.folded);
    assert.equal(replace(scalars.folded, 'lim = 1', ''), scalars.folded);
    assert.equal(replace(scalars.folded, '= 1', ''), scalars.folded.replace('= 1', ''));
  });
  it('a literal block in double quotes', () => {
    const yaml = `values: ${JSON.stringify(BLOCK)}\n`;
    assert.equal(yamlRegions(yaml)[0]?.traits.editable, false);
    assert.equal(replace(yaml, 'limit', 'name'), yaml.replace('limit', 'name'));
    assert.equal(replace(yaml, 'limit', '"limit"'), yaml);
  });
});

/** Always the same numbers. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

describe('any edit', () => {
  const pieces = [
    'x = 1',
    'x = 1\n',
    '\n',
    '\nx = 1',
    '',
    '[[runners]]\n  a = "b"\n\n  c = 1\n',
    '"',
    "# \\ '",
    '\n\n',
  ];

  /** Edits the file, and the text of its region; both have to come to the same. */
  function check(yaml: string, index: number, next: (below: number) => number, name: string): boolean {
    const region = yamlRegions(yaml)[index];
    if (!region?.traits.editable) return false;
    const start = next(region.text.length + 1);
    const end = Math.min(region.text.length, start + next(3) * next(40));
    const edit = { start, end, newText: pieces[next(pieces.length)] ?? '' };
    const expected = applyEdits(region.text, [edit]);
    // The beginning tells that the text is ours, and which indentation the block has.
    if (start < 14 || !/^(?:\[\[\w+\]\]|\w+ = \S.*|#.*)$/m.test(expected.split('\n', 1)[0] ?? '')) return false;
    const again = yamlRegions(applyToHost(yaml, region.map, edit))[index];
    // In a ConfigMap a mistake may end what the text is recognised by.
    if (!again && region.place !== 'chart-config') return false;
    const trimmed = (text: string | undefined) => text?.replace(/[ \t]+$/gm, '').trimEnd();
    assert.equal(trimmed(again?.text), trimmed(expected), `${name}: ${JSON.stringify(edit)}`);
    return true;
  }

  it('of the example', () => {
    const next = random(7);
    for (let round = 0; round < 3000; round++) check(BLOCK, 0, next, 'example');
  });
  it('of a folded block is made as it is, or not at all', () => {
    const next = random(13);
    let made = 0;
    for (const yaml of [
      'runners:\n  config: >\n    [[runners]]\n\n    limit = 1\n\n\n    # end\n      name = "x"\n      # a\n\n      # b\n    # c\na: b\n',
      'runners:\n  config: >-\n    [[runners]]\n      name =\n      "x"\n    limit =\n    1\n    \n\n    # a\n\n    # b\n    \n  a: b\n',
      'runners:\n  config: >+\n    [[runners]]\n\n\n\n    limit = 1\n      # a\n\n\n',
    ])
      for (const file of [yaml, yaml.replaceAll('\n', '\r\n')])
        for (let round = 0; round < 2000; round++) {
          const [region] = yamlRegions(file);
          assert.ok(region);
          const start = 14 + next(region.text.length - 13);
          const end = Math.min(region.text.length, start + next(3) * next(10));
          const edit = { start, end, newText: ['x', '', '"y" ', 'a\n', ' '][next(5)] ?? '' };
          const edits = region.map.toHostEdits([edit]);
          if (edits.length === 0) continue;
          made++;
          const trimmed = (text: string | undefined) => text?.replace(/[ \t]+$/gm, '').trimEnd();
          const after = yamlRegions(applyEdits(file, edits))[0]?.text;
          assert.equal(trimmed(after), trimmed(applyEdits(region.text, [edit])), JSON.stringify(edit));
        }
    assert.ok(made > 1000, `${made}`);
  });
  it('of real files', withShared, () => {
    const next = random(11);
    let edits = 0;
    for (const folder of ['seeds', 'corpus/yaml']) {
      for (const name of counted(readdirSync(join(shared, folder)).filter((each) => /\.ya?ml$/.test(each)))) {
        const yaml = readFileSync(join(shared, folder, name), 'utf8');
        for (let round = 0; round < 30; round++) if (check(yaml, 0, next, name)) edits++;
      }
    }
    console.log(`${edits} edits of real files`);
  });
});
