/** What the browser loads: bundles without anything of Node, in a world that has only what a web worker has. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { filesScript, workerFiles } from '../../protocol/worker-files';

/** `require("fs")`, also by the name that the minifier gave to `require`; esbuild's stand-in for it says "Dynamic require". */
function requiredModules(bundle: string): string[] {
  return [...bundle.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, name = '']) => name);
}

test('the client in the browser requires VS Code and nothing else', () => {
  const bundle = readFileSync('dist/client.web.js', 'utf8');
  assert.deepEqual([...new Set(requiredModules(bundle))], ['vscode']);
  assert.doesNotMatch(bundle, /Dynamic require of|["'`]node:/);
});

test('the server in the browser requires nothing', () => {
  const bundle = readFileSync('dist/server.web.js', 'utf8');
  assert.deepEqual(requiredModules(bundle), []);
  assert.doesNotMatch(bundle, /Dynamic require of|["'`]node:/);
});

test('the client’s bundle loads without Node, and can be activated', () => {
  const asked: string[] = [];
  const module = { exports: {} as Record<string, unknown> };
  const require = (name: string) => {
    asked.push(name);
    return anything;
  };
  vm.runInContext(readFileSync('dist/client.web.js', 'utf8'), vm.createContext(workerGlobals({ module, require })));
  assert.equal(typeof module.exports.activate, 'function');
  assert.equal(typeof module.exports.deactivate, 'function');
  assert.deepEqual([...new Set(asked)], ['vscode']);
});

test('the server’s bundle answers without Node', async () => {
  interface Message {
    id?: number;
    result?: { serverInfo?: unknown };
    method?: string;
    params?: { diagnostics: { code: string; message: string }[] };
  }
  const answers: Message[] = [];
  let heard = () => {};
  const worker = workerGlobals({
    addEventListener() {},
    postMessage(message: Message) {
      answers.push(message);
      heard();
    },
  });
  // As the client puts it together.
  const files = await filesScript(workerFiles(['en']), async (name) => readFileSync(join('dist', name), 'utf8'));
  vm.runInContext(files + readFileSync('dist/server.web.js', 'utf8'), vm.createContext(worker));
  const send = (message: object) =>
    (worker.onmessage as (event: object) => void)({ data: { jsonrpc: '2.0', ...message } });
  const until = async (wanted: (message: Message) => boolean) => {
    for (;;) {
      const found = answers.find(wanted);
      if (found) return found;
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
  };

  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  const initialized = await until(({ id }) => id === 1);
  assert.deepEqual(plain(initialized.result?.serverInfo), { name: 'gitlab-runner-config' });
  send({ method: 'initialized', params: {} });
  const textDocument = { languageId: 'toml', version: 1, text: '[[runners]]\n  limt = 1\n' };
  for (const uri of ['file:///config.toml', 'file:///values.yaml']) {
    const isYaml = uri.endsWith('yaml');
    const text = isYaml ? 'runners:\n  config: |\n    [[runners]]\n      limt = 1\n' : textDocument.text;
    const languageId = isYaml ? 'yaml' : 'toml';
    send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId, version: 1, text } } });
    const published = await until(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && JSON.stringify(params).includes(uri),
    );
    assert.deepEqual(plain(published.params?.diagnostics.map(({ code }) => code)), ['unknown-key']);
    assert.match(published.params?.diagnostics[0]?.message ?? '', /`limt` is not a key of .*`limit`/);
  }
});

/** The globals of a web worker that the bundles may use; `process`, `Buffer`, `require` and `setImmediate` are none. */
function workerGlobals(more: object): Record<string, unknown> {
  const globals: Record<string, unknown> = {
    ...{ console, performance, queueMicrotask, setTimeout, clearTimeout, setInterval, clearInterval },
    ...{ TextDecoder, TextEncoder, URL, AbortController },
    ...more,
  };
  globals.self = globals;
  return globals;
}

/** Stands for all of VS Code's API: whatever is read, called or made is there. */
const anything: unknown = new Proxy(class {}, {
  get: (target, name) => (name === 'prototype' ? target.prototype : name === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
  construct: () => ({}),
});

/** An object of the other world, as one of ours. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
