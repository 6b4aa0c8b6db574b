/** Which mutants `npm run test:mutation` tests. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Asker } from '../../scripts/mutation/asker.mjs';
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

describe('the process that runs tests', () => {
  const bundle = join(folder, 'bundle.cjs');
  writeFileSync(
    bundle,
    `const hit = () => {
      if (++__stryker__.hitCount > __stryker__.hitLimit) throw new Error('no end');
    };
    exports.run = (load) => load();
    exports.files = {
      passes() {},
      fails() { throw new Error('noticed'); },
      loops() { for (;;); },
      waits() { return new Promise(() => setInterval(() => {}, 1000)); },
      eats() { for (const all = []; ; ) all.push(new Uint8Array(1e7).fill(1)); },
      ends() { process.exit(0); },
      repeats() { for (;;) hit(); },
      'repeats twice'() { for (let times = 0; times < 2_000_000; times++) hit(); },
    };`,
  );
  const asker = new Asker(bundle, folder);
  after(() => asker.end());
  /** Of the process that is there, or a new one where the last was ended. */
  const answer = async (names: string[], milliseconds = 60_000, all = 60_000) => {
    const tests = names.map((test) => ({ test, hits: test === 'repeats twice' ? 2_000_000 : 0 }));
    const { error, ...rest } = await asker.ask({ mutant: '1', tests }, () => milliseconds, all);
    return { ...rest, ...(error && { error: error.split('\n')[0] }) };
  };

  it('says which test notices', async () => {
    assert.deepEqual(await answer(['passes', 'fails', 'loops']), { by: 'fails', error: 'Error: noticed' });
    assert.deepEqual(await answer(['passes', 'passes']), {});
  });

  it('is ended where a test takes too long, busy or not, and another answers the next', async () => {
    assert.deepEqual(await answer(['passes', 'loops'], 500), { by: 'loops', over: 'time' });
    assert.deepEqual(await answer(['waits'], 500), { by: 'waits', over: 'time' });
    assert.deepEqual(await answer(['passes', 'loops'], 60_000, 500), { by: 'loops', over: 'time' });
    assert.deepEqual(await answer(['passes']), {});
  });

  it('ends where its memory is full', async () => {
    assert.deepEqual(await answer(['passes', 'eats']), { by: 'eats', over: 'memory' });
    assert.deepEqual(await answer(['passes']), {});
  });

  it('may end by itself', async () => {
    assert.deepEqual(await answer(['ends']), { by: 'ends', over: 'crash' });
    assert.deepEqual(await answer(['passes']), {});
  });

  it('takes a mutant that is reached much more often than the code for a loop without an end', async () => {
    assert.deepEqual(await answer(['repeats twice', 'repeats twice', 'passes']), {});
    assert.deepEqual(await answer(['repeats']), { by: 'repeats', error: 'Error: no end' });
  });
});
