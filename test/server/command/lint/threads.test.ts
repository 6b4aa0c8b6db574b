/** Many files on several threads: the same answer as on one. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { run } from '../../../../server/command/command-line';
import { Checker } from '../../../../server/command/lint/checker';
import { namedFiles } from '../../../../server/command/lint/files';
import { Progress } from '../../../../server/command/lint/progress';
import type { Help, StartThread } from '../../../../server/command/lint/task';
import { checkOnThreads, threadsFor } from '../../../../server/command/lint/threads';
import { loadCatalog } from '../../../../server/text/catalog';
import { message } from '../../../../server/text/message';
import { said } from '../../said';
import { folderWith } from './folder';

const catalog = loadCatalog('en');
const task = { runnerVersion: undefined, withFixes: false };
const texts = [
  'concurrent = "1"\n[[runners]]\n',
  '[[runners]]\n  limt = 3\n',
  '[[runners]]\n',
  'title = "of another"\n',
];

function manyFiles(t: TestContext, count: number): string {
  const entries = Array.from({ length: count }, (_, index) => [`${index}.toml`, texts[index % texts.length] ?? '']);
  return folderWith(t, { ...Object.fromEntries(entries), 'picture.toml': '\0'.repeat(100), 'main.go': 'package main' });
}

const lint = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('node', ['dist/cli.js', 'lint', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

/** Checks a folder where another thread does what is said. */
function checkWith(folder: string, startThread: StartThread) {
  const checker = new Checker(catalog, task);
  const progress = new Progress(catalog, undefined);
  const names = namedFiles([folder]);
  return checkOnThreads(names, 2, { checker, task, language: 'en', startThread, progress, patience: 10 });
}

const onOneThread = (folder: string) =>
  namedFiles([folder]).map((named) => new Checker(catalog, task).checkNamed(named, () => ''));

test('what several threads print is what one prints, in the order of the files', (t) => {
  const folder = manyFiles(t, 100);
  const named = [folder, join(folder, 'main.go'), join(folder, '1.toml')];
  for (const format of ['text', 'sarif']) {
    const alone = lint('-j', '1', '--format', format, ...named);
    assert.match(alone.stdout, /limt/);
    assert.equal(alone.status, 2);
    assert.deepEqual(lint('--jobs=3', '--format', format, ...named), alone, format);
  }
});

test('a file that cannot be read is complained of, whoever was to read it', (t) => {
  const missing = join(manyFiles(t, 100), 'missing.toml');
  const complaint = said(message('cli.unreadable.missing', { path: missing }));
  const { status, stderr } = lint('-j2', join(missing, '..'), missing);
  assert.deepEqual({ status, stderr }, { status: 2, stderr: `gitlab-runner-config: ${complaint}\n` });
});

test('what a thread took and never sent is done by the first one', (t) => {
  const folder = manyFiles(t, 80);
  let taken = 0;
  const dies = ({ counters }: Help) => {
    taken = Atomics.add(counters, 0, 1) + 1;
  };
  assert.deepEqual(checkWith(folder, dies), onOneThread(folder));
  assert.equal(taken, 1);
});

test('what a thread could not do is done by the first one, which says why', (t) => {
  const folder = manyFiles(t, 80);
  const fails = ({ counters, port }: Help) => {
    port.postMessage({ batch: Atomics.add(counters, 0, 1), verdicts: undefined });
    Atomics.add(counters, 1, 1);
  };
  assert.deepEqual(checkWith(folder, fails), onOneThread(folder));
});

test('threads are started where they pay, or where they are asked for', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => named(`${index}.toml`));
  assert.equal(threadsFor(names(100), undefined), 1);
  assert.equal(threadsFor(names(100), 2), 2);
  assert.equal(threadsFor(names(1), 4), 1, 'none without a file to check');
  assert.equal(threadsFor(names(100_000), 1), 1);
  assert.ok(threadsFor(names(100_000), undefined) <= 8);
  assert.equal(threadsFor([...names(2000), { ...named('-'), isStandardInput: true }], 4), 1);
});

function named(name: string) {
  return { name, isStandardInput: false, isInFolder: false };
}

test('a run that takes long shows how far it is, and takes that away at its end', (t) => {
  const folder = manyFiles(t, 4);
  const lines: string[] = [];
  const tick = () => t.mock.timers.tick(400);
  t.mock.timers.enable({ apis: ['Date'] });
  run(['lint', folder], () => '', undefined, {
    showProgress: (line) => lines.push(line),
    tuneForShortTexts: () => tick,
  });
  assert.deepEqual(lines, [
    said(message('cli.progress', { done: 2, all: 5 })),
    said(message('cli.progress', { done: 3, all: 5 })),
    '',
  ]);
});

test('a short run shows nothing', (t) => {
  t.mock.timers.enable({ apis: ['Date'] });
  run(['lint', manyFiles(t, 4)], () => '', undefined, { showProgress: () => assert.fail('nobody waits') });
});
