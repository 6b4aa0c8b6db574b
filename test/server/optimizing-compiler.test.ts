/** In a process of its own: what V8 is told cannot be taken back in this one. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** How often a function has to be called until V8 has optimized it, after a text of so many characters was seen; 0: not within 500 calls. */
function callsUntilOptimized(length: number): number {
  const script = `
    const { holdOptimizingCompilerBack } = require('./server/optimizing-compiler.ts');
    holdOptimizingCompilerBack()('x'.repeat(${length}));
    const isOptimized = new Function('f', 'return (%GetOptimizationStatus(f) & 16) !== 0');
    const work = (n) => { let sum = 0; for (let i = 0; i < n; i++) sum += i % 7; return sum; };
    let calls = 0;
    while (calls < 500 && !isOptimized(work)) { calls++; work(40); }
    console.log(calls < 500 ? calls : 0);`;
  const flags = ['--allow-natives-syntax', '--no-concurrent-recompilation', '--no-use-osr', '--import', 'tsx'];
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, '-e', script], { encoding: 'utf8' });
  assert.match(stdout, /^\d+\n$/, stderr);
  return Number(stdout);
}

test('the optimizing compiler waits until a long text was seen', () => {
  assert.equal(callsUntilOptimized(1000), 0);
  assert.notEqual(callsUntilOptimized(300_000), 0);
});
