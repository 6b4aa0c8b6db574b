/** What is dropped on the view of job logs is explained: a file, or else the text. */
import assert from 'node:assert/strict';
import Module from 'node:module';
import { test } from 'node:test';
import { fakeVscode } from './fake-vscode';

type Load = (request: string, ...others: unknown[]) => unknown;

interface DroppedFile {
  readonly uri?: unknown;
  data(): Promise<Uint8Array>;
}

interface Drop {
  handleDrop(
    target: undefined,
    dropped: Map<string, { asString(): Promise<string>; asFile(): DroppedFile | undefined }>,
  ): Promise<void>;
}

/** What the view asks to have explained of what is dropped on it, by its type. */
async function explainedOf(dropped: Readonly<Record<string, string | DroppedFile>>): Promise<unknown[]> {
  const { api } = fakeVscode([]);
  let drop: Drop | undefined;
  const createTreeView = (_: string, { dragAndDropController }: { dragAndDropController: Drop }) => {
    drop = dragAndDropController;
    return { dispose() {} };
  };
  const vscode = { ...api, window: { ...api.window, createTreeView } };
  const loader = Module as unknown as { _load: Load };
  const load = loader._load;
  loader._load = (request, ...others) => (request === 'vscode' ? vscode : load(request, ...others));
  const explained: unknown[] = [];
  try {
    const { JobLogView } = require('../../client/job-log-view') as typeof import('../../client/job-log-view');
    new JobLogView((log) => explained.push(log));
  } finally {
    loader._load = load;
    for (const name of ['job-log-view', 'job-log-entries', 'cure', 'l10n'])
      delete require.cache[require.resolve(`../../client/${name}`)];
  }
  const parts = Object.entries(dropped).map(([type, part]) => {
    const isText = typeof part === 'string';
    return [type, { asString: async () => (isText ? part : ''), asFile: () => (isText ? undefined : part) }] as const;
  });
  await drop?.handleDrop(undefined, new Map(parts));
  return explained;
}

test('the first file of those that are dropped', async () => {
  const files = { 'text/uri-list': 'file:///job.log\r\nfile:///other.log', 'text/plain': '/job.log' };
  assert.deepEqual(await explainedOf(files), [{ path: 'file:///job.log' }]);
});

test('a file of another program by its address, and by what is in it where it has none', async () => {
  const data = async () => new TextEncoder().encode('ERROR: Job failed');
  assert.deepEqual(await explainedOf({ 'text/x-log': { uri: 'file:///job.log', data }, 'text/plain': '/job.log' }), [
    'file:///job.log',
  ]);
  assert.deepEqual(await explainedOf({ 'text/uri-list': '', 'text/x-log': { data } }), [
    { text: 'ERROR: Job failed', firstLine: 0 },
  ]);
});

test('a text, and nothing of anything else', async () => {
  assert.deepEqual(await explainedOf({ 'text/plain': 'ERROR: Job failed' }), [
    { text: 'ERROR: Job failed', firstLine: 0 },
  ]);
  assert.deepEqual(await explainedOf({ 'image/png': '' }), []);
});
