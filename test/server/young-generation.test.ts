/** The bound holds in a process of its own: what V8 is told cannot be taken back in this one. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** The largest space for new objects, in MB, of a process in which much survives. */
function largest(bounded: boolean): number {
  const script = `
    const { getHeapSpaceStatistics } = require('node:v8');
    const { boundYoungGeneration } = require('./server/young-generation.ts');
    if (${bounded}) boundYoungGeneration();
    const kept = [];
    const turn = (left) => {
      for (let i = 0; i < 20000; i++) kept.push({ i, text: [i] });
      if (kept.length > 400000) kept.length = 0;
      if (left > 0) return setImmediate(turn, left - 1);
      const { space_size } = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
      console.log(space_size / 1024 / 1024);
    };
    turn(60);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
    encoding: 'utf8',
  });
  assert.match(stdout, /^\d+(\.\d+)?\n$/, stderr);
  return Number(stdout);
}

test('the space for new objects stops growing at 8 MB, or where the first look at it finds it', () => {
  const [free, bounded] = [largest(false), largest(true)];
  assert.ok(free > 16, `without the bound it grows to ${free} MB`);
  assert.ok(bounded <= 16, `with it to ${bounded} MB`);
});
