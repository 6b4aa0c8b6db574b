/** Which mutants `npm run test:mutation` tests. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { draw, mutantKey, nearestFirst } from '../../scripts/mutation/draw.mjs';
import * as inOneProcess from '../../scripts/mutation/node-test.mjs';
import { asWhereItStands } from '../../scripts/mutation/where-it-stands.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const keys = Array.from({ length: 1000 }, (_, index) => `mutant ${index}`);

it('draws the same for the same commit, whatever the order, and others for another', () => {
  const drawn = draw(keys, 100, 'a');
  assert.equal(drawn.size, 100);
  assert.deepEqual([...draw([...keys].reverse(), 100, 'a')], [...drawn]);
  const other = [...draw(keys, 100, 'b')].filter((key) => drawn.has(key));
  assert.ok(other.length < 30, `${other.length} are in both`);
});

it('lets what is bundled find the files beside it', () => {
  const file = join(folder, 'asks.ts');
  writeFileSync(join(folder, 'data.json'), '{ "found": true }');
  const source = asWhereItStands(
    "const read = (load, name) => load(name);\nreturn [__dirname, read(require, './data.json')];",
    file,
  );
  assert.deepEqual(new Function('require', source)(createRequire(file)), [folder, { found: true }]);
});

it('draws from all over', () => {
  const firstHalf = [...draw(keys, 200, 'a')].filter((key) => keys.indexOf(key) < 500);
  assert.ok(firstHalf.length > 70 && firstHalf.length < 130, `${firstHalf.length}`);
});

it('draws all where there are no more', () => assert.equal(draw(keys, 5000, 'a').size, 1000));

it('asks the test of the same name first, then those of the folder', () =>
  assert.deepEqual(
    nearestFirst(
      ['test/server/rules/a.test.ts', 'test/server/edits/b.test.ts', 'test/server/edits/move-pair.test.ts'],
      'server/edits/move-pair.ts',
    ),
    ['test/server/edits/move-pair.test.ts', 'test/server/edits/b.test.ts', 'test/server/rules/a.test.ts'],
  ));

it('names a mutant by what stood there, not by its line', () => {
  const file = join(folder, 'a.ts');
  writeFileSync(file, 'const a = 1;\nif (a <\n  2) done();\n');
  const location = { start: { line: 1, column: 4 }, end: { line: 2, column: 3 } };
  assert.equal(mutantKey({ fileName: file, location, replacement: 'true' }, folder), 'a.ts: a < 2 → true');
});

describe('tests in one process', () => {
  it('run in order with their hooks, those of a suite around and between', async () => {
    const said: string[] = [];
    await inOneProcess.run(() => {
      inOneProcess.test('first', () => said.push('first'));
      inOneProcess.describe('suite', () => {
        inOneProcess.before(() => said.push('before'));
        inOneProcess.after(() => said.push('after'));
        inOneProcess.beforeEach(() => said.push('each'));
        inOneProcess.it('second', async () => said.push('second'));
      });
      inOneProcess.test('skipped', { skip: 'no reason' }, () => said.push('skipped'));
      inOneProcess.test('last', { skip: false }, (t) => t.diagnostic(`${said.push('last')}`));
    });
    assert.deepEqual(said, ['first', 'before', 'each', 'second', 'after', 'last']);
  });

  it('end with the first that fails', async () => {
    let ran = 0;
    const failing = inOneProcess.run(() => {
      inOneProcess.test('one', async () => assert.equal(++ran, 2));
      inOneProcess.test('two', () => ++ran);
    });
    await assert.rejects(failing, { code: 'ERR_ASSERTION' });
    assert.equal(ran, 1);
  });
});
