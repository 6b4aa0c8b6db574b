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

test('what one of them asks for is handed over, too', () => {
  const names = workerFiles(['en']);
  const bundles = names.filter((name) => name.endsWith('.js'));
  const asked = bundles.flatMap((name) =>
    [...readFileSync(join('dist', name), 'utf8').matchAll(/\brequire\("\.\/([^"]+)"\)/g)].map(([, path = '']) => path),
  );
  assert.ok(asked.includes('preview.js') && asked.includes('patch-yaml.js'), String(asked));
  assert.deepEqual(
    asked.filter((name) => !names.includes(name)),
    [],
  );
});

test('a language adds its messages and its texts, nearest first', () => {
  const added = workerFiles(['zh-tw', 'zh-cn', 'en']).filter((name) => !workerFiles(['en']).includes(name));
  assert.deepEqual(added, ['messages.zh-tw.json', 'texts.zh-tw.json', 'messages.zh-cn.json', 'texts.zh-cn.json']);
});

test('a script of files gives each to who asks', async () => {
  const texts: Record<string, string> = {
    'a.json': '{"a":1}',
    'b.js': 'exports.b = require("./a.json").a + 1 // the end',
  };
  const script = await filesScript(Object.keys(texts), async (name) => texts[name] ?? '');
  const world: Record<string, Record<string, WorkerFile>> & { self?: unknown } = {};
  world.self = world as never;
  vm.runInContext(script, vm.createContext(world));
  const files = world[WORKER_FILES] ?? {};
  const load = (name: string): unknown => {
    const module = { exports: {} };
    files[name.replace('./', '')]?.(module, module.exports, load);
    return module.exports;
  };
  assert.equal((load('b.js') as { b: number }).b, 2);
});
