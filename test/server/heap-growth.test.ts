/** In a process of its own: what V8 is told cannot be taken back in this one. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** The largest heap, in MB, of a process that keeps 60 MB and leaves as much behind again and again, once it has seen a text of so many characters. */
function largest(length: number): number {
  const script = `
    const { boundHeapGrowth } = require('./server/heap-growth.ts');
    boundHeapGrowth()('x'.repeat(${length}));
    const tree = () => Array.from({ length: 600_000 }, (_, index) => ({ start: index, end: [index], kind: 'key' }));
    let largest = 0;
    let kept;
    for (let turn = 0; turn < 6; turn++) {
      kept = tree();
      largest = Math.max(largest, process.memoryUsage().heapTotal);
    }
    console.log(Math.round(largest / 1024 / 1024), kept.length > 0);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { encoding: 'utf8' });
  assert.match(stdout, /^\d+ true\n$/, stderr);
  return Number.parseInt(stdout, 10);
}

test('the heap is collected sooner once a long text was seen', () => {
  const [free, bounded] = [largest(1000), largest(1_000_000)];
  assert.ok(bounded < 0.85 * free, `${bounded} MB instead of ${free} MB`);
});
