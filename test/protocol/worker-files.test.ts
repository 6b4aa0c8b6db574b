/** The files that the client puts before the bundle of the server in a web worker. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { filesScript, WORKER_FILES, type WorkerFile, workerFiles } from '../../protocol/worker-files';

test('each file that a worker is handed is one that the build makes', () => {
  const names = workerFiles(['en']);
  assert.ok(names.length >= 5, String(names));
  for (const name of names) assert.ok(existsSync(join('dist', name)), name);
});

test('what the bundle leaves out is handed over', () => {
  const bundle = readFileSync('dist/server.web.js', 'utf8');
  const named = [...bundle.matchAll(/"([\w-]+\.js(?:on)?)"/g)]
    .map(([, name = '']) => name)
    .filter((name) => existsSync(join('dist', name)));
  const handedOver = workerFiles(['zh-cn', 'en']);
  for (const name of named) assert.ok(handedOver.includes(name), name);
  assert.ok(named.includes('preview.js') && named.includes('joblog.js'), String(named));
});

test('a language adds its messages and its texts, nearest first, Chinese also what keys are called in it', () => {
  const added = workerFiles(['zh-tw', 'zh-cn', 'en']).filter((name) => !workerFiles(['en']).includes(name));
  assert.deepEqual(added, [
    'texts.zh-tw.json',
    'messages.zh-tw.json',
    'texts.zh-cn.json',
    'messages.zh-cn.json',
    'aliases.json',
  ]);
});

test('a script of files gives each to who asks, and leaves out what could not be read', async () => {
  const texts: Record<string, string> = {
    'a.json': '{"a":1}',
    'b.js': 'exports.b = require("./a.json").a + 1 // the end',
  };
  const script = await filesScript(['a.json', 'b.js', 'gone.json'], async (name) => texts[name]);
  const world: Record<string, Record<string, WorkerFile>> & { self?: unknown } = {};
  world.self = world as never;
  vm.runInContext(script, vm.createContext(world));
  const files = world[WORKER_FILES] ?? {};
  assert.deepEqual(Object.keys(files), ['a.json', 'b.js']);
  const load = (name: string): unknown => {
    const module = { exports: {} };
    files[name.replace('./', '')]?.(module, module.exports, load);
    return module.exports;
  };
  assert.equal((load('b.js') as { b: number }).b, 2);
});
