import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOf, subjectOf } from '../../client/preview-address';
import { runnerAt, runnerLabel } from '../../client/runners';
import { bracketed } from './translations';

describe('the address of a preview', () => {
  const subject = { file: 'file:///etc/gitlab%20runner/config.toml', runner: { index: 1, name: 'a/b' } };

  it('holds all that the preview is of', () => assert.deepEqual(subjectOf(addressOf(subject)), subject));

  it('names the file and the runner, and is YAML', () => {
    assert.equal(addressOf(subject).path, '/config.toml (a∕b).yaml');
    assert.equal(addressOf({ ...subject, runner: { index: 1 } }).path, '/config.toml (2).yaml');
    assert.equal(addressOf({ ...subject, file: 'file:///100%' }).path, '/100% (a∕b).yaml');
  });

  it('tells the texts of a file apart', () => {
    const all = ([undefined, 'saved', 'head', { version: '17.0' }] as const).map((text) => ({
      ...subject,
      ...(text && { text }),
    }));
    for (const each of all) assert.deepEqual(subjectOf(addressOf(each)), each);
    assert.equal(new Set(all.map((each) => addressOf(each).path)).size, all.length);
  });

  it('of a runner itself is TOML', () => {
    const effective = { ...subject, view: 'effective' } as const;
    assert.match(addressOf(effective).path, /\.effective\.toml$/);
    assert.deepEqual(subjectOf(addressOf(effective)), effective);
  });

  it('of something else has no subject', () => {
    for (const query of ['', 'null', '{}', '{"file":1}', '{"file":"a","runner":{}}']) {
      assert.equal(subjectOf({ query }), undefined, query);
    }
  });
});

describe('the runners of a list', () => {
  const at = (line: number) => ({ line, character: 0 });
  const runner = (index: number, start: number, end: number) => {
    const range = { start: at(start), end: at(end) };
    return { index, header: range, range };
  };
  const runners = [runner(0, 2, 5), runner(1, 5, 9)];

  it('the one at the cursor is that which begins there', () => {
    assert.deepEqual(
      [0, 2, 5, 9, 10].map((line) => runnerAt(runners, at(line))?.index),
      [undefined, 0, 1, 1, undefined],
    );
    assert.equal(runnerAt(runners, undefined), undefined);
  });

  it('have a label, with a number where they have no name', () => {
    assert.deepEqual(runnerLabel(bracketed, { ...runner(1, 2, 3), name: 'n', executor: 'docker' }), {
      label: 'n',
      description: 'docker',
      detail: '⟦line {line}⟧'.replace('{line}', '3'),
    });
    assert.match(runnerLabel(bracketed, { ...runner(1, 2, 3), name: '' }).label, /2/);
  });
});
