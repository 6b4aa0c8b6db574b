/** Known errors in a terminal and in an open log: only there, and only what the server knows. */
import assert from 'node:assert/strict';
import Module from 'node:module';
import { test } from 'node:test';
import type { ExplanationResult } from '../../protocol/explanation';
import { fakeVscode } from './fake-vscode';

const ERROR_TEXT = 'ERROR: Preparation failed: no configuration has been provided';

type Load = (request: string, ...others: unknown[]) => unknown;

/** The module, in a VS Code of its own, beside a server that knows one error. */
function places(state: 'running' | 'not-needed') {
  const vscode = fakeVscode([]);
  const loader = Module as unknown as { _load: Load };
  const load = loader._load;
  loader._load = (request, ...others) => (request === 'vscode' ? vscode.api : load(request, ...others));
  const asked: string[] = [];
  const explained: string[] = [];
  try {
    const { showJobLogPlaces } = require('../../client/job-log-places') as typeof import('../../client/job-log-places');
    const ask = async (_: string, { log }: { log: string }): Promise<ExplanationResult> => {
      asked.push(log);
      const line = log.split('\n').findIndex((each) => each.includes(ERROR_TEXT));
      const error = {
        complaint: { id: 'known', captures: {}, runner: {} },
        line,
        text: ERROR_TEXT,
        message: '',
        commands: [],
        cures: [],
      };
      return { verdict: 'runner', errors: line === -1 ? [] : [error] };
    };
    showJobLogPlaces({ state, ask } as never, ({ text }) => explained.push(text));
  } finally {
    loader._load = load;
    delete require.cache[require.resolve('../../client/job-log-places')];
  }
  const linksIn = async (line: string) => (await vscode.terminal.links?.provideTerminalLinks({ line })) ?? [];
  const lensesIn = async (text: string) => {
    const lines = text.split('\n');
    const lineAt = (line: number) => ({ range: `line ${line}` });
    const document = { uri: 'the log', getText: () => text, lineCount: lines.length, lineAt };
    return (await vscode.lenses.get('log')?.provideCodeLenses(document)) ?? [];
  };
  return { asked, linksIn, lensesIn };
}

test('a known error in the terminal is a link, from where it begins', async () => {
  const { linksIn } = places('running');
  const [link] = await linksIn(`12:00:01 ${ERROR_TEXT}`);
  assert.deepEqual([link?.startIndex, link?.length], [9, ERROR_TEXT.length]);
  assert.deepEqual(await linksIn('error: of something else'), []);
});

test('lines that tell of no error are not asked about, and no terminal starts the server', async () => {
  const running = places('running');
  assert.deepEqual(await running.linksIn('npm run build'), []);
  assert.deepEqual(running.asked, []);
  const idle = places('not-needed');
  assert.deepEqual(await idle.linksIn(ERROR_TEXT), []);
  assert.deepEqual(idle.asked, []);
});

test('the log of a job has a lens above its error, another log has none', async () => {
  const { asked, lensesIn } = places('not-needed');
  const [lens] = await lensesIn(`Running with gitlab-runner 19.3.0\nPreparing\n${ERROR_TEXT}\n`);
  assert.equal(lens?.args[0], 'line 2');
  assert.deepEqual(await lensesIn('Running with gitlab-runner 19.3.0\nJob succeeded\n'), []);
  assert.equal(asked.length, 2);
  assert.deepEqual(await lensesIn(`[nginx] error: ${ERROR_TEXT.slice(7)}\n`), []);
  assert.equal(asked.length, 2);
});
