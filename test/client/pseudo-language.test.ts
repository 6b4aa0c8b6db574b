/** The client in a language that brackets every text: what shows without brackets was never given to a translator. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import vm from 'node:vm';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { COMMANDS, DISPLAY_NAME } from '../../client/names';
import templates from '../../client/new-configuration.json';
import { EXPLANATION_REQUEST, type ExplainedError, type ExplanationResult } from '../../protocol/explanation';
import { clientTexts } from '../../scripts/client-texts/calls';
import { fakeVscode } from './fake-vscode';

/** In place of the language client: a server that gives the answers of a situation, and does not start where there are none. */
const fakeServer: Plugin = {
  name: 'fake-server',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/start$/ }, ({ path }) => ({ path, namespace: 'fake-server' }));
    onLoad({ filter: /.*/, namespace: 'fake-server' }, () => ({
      contents: 'export const createClient = async () => startServer();',
    }));
  },
};

const ours = { languageId: 'toml', path: '/a.toml', text: '[[runners]]\n  executor = "shell"\n' };
const withToken = { ...ours, text: `concurrent = 4\n${ours.text}  token = "t"\n` };
const values = (text: string) => ({ languageId: 'yaml', path: '/values.yaml', text });
/** What is shown as it is: the names of the product, of files and of executors. */
const NAMES = new Set([DISPLAY_NAME, 'a.toml', 'values.yaml', ...templates.map(({ executor }) => executor)]);

interface Situation {
  readonly vscode: ReturnType<typeof fakeVscode>;
  /** Those of the server, by request; without them it does not start. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** What the server says is in brackets already. */
const SAID = '⟦of the server⟧';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const ERROR: ExplainedError = {
  complaint: { id: 'an-error', captures: {}, runner: {} },
  line: 0,
  text: SAID,
  message: SAID,
  outside: SAID,
  commands: [SAID],
  cures: [{ lines: [SAID], edits: [], runner: { index: 0 }, choice: 1, place: NOWHERE }],
  changes: [[SAID]],
};

function startServer(answers: Situation['answers']) {
  if (!answers) throw new Error('no server');
  const nothing = async () => {};
  const client = {
    ...{ getFeature: () => ({ initialize() {} }), onDidChangeState() {}, onNotification() {} },
    ...{ start: nothing, dispose: nothing, sendNotification: nothing },
    sendRequest: async (method: string) => answers[method] ?? null,
  };
  return { client, release() {} };
}

/** What is left of a text without brackets and what is in them, however deep. */
function outsideOfBrackets(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return less === text ? text : outsideOfBrackets(less);
}

describe('in a language that brackets every text, the client shows nothing without brackets', () => {
  let code: string;
  before(async () => {
    const options: BuildOptions = { bundle: true, format: 'cjs', platform: 'node', external: ['vscode'] };
    const { outputFiles } = await build({
      ...options,
      ...{ entryPoints: ['client/main.ts'], plugins: [fakeServer], write: false },
    });
    code = outputFiles[0]?.text ?? '';
  });

  /** Activates the client, runs every command, and gives what was shown. */
  async function shownBy({ vscode, answers }: Situation): Promise<ReadonlySet<string>> {
    const module = { exports: {} as { activate(context: object): void } };
    const nodeRequire = createRequire(join(process.cwd(), 'client.js'));
    const require = (name: string) => (name === 'vscode' ? vscode.api : nodeRequire(name));
    // That the server does not start is said to developers, too.
    const console = { error() {} };
    const given = { module, exports: module.exports, require, console, startServer: () => startServer(answers) };
    vm.compileFunction(code, Object.keys(given))(...Object.values(given));
    const memory = { get: () => undefined, update: async () => {} };
    module.exports.activate({
      subscriptions: [],
      workspaceState: memory,
      extension: { id: 'ours' },
      extensionUri: { path: '/ours' },
    });
    for (const command of Object.values(COMMANDS)) await vscode.run(command).catch(() => {});
    await setImmediate();
    return vscode.shown();
  }

  const situations: Readonly<Record<string, Situation>> = {
    'without an editor': { vscode: fakeVscode([]) },
    'in a configuration whose server does not start': { vscode: fakeVscode([ours]) },
    'in a configuration that it asks about': { vscode: fakeVscode([ours], { recognition: 'ask' }) },
    'beside values that have a configuration': {
      vscode: fakeVscode([ours, values('runners:\n  config: |\n    [[runners]]\n')]),
    },
    'with a token, beside values that have the same': {
      vscode: fakeVscode([withToken, values('concurrent: 1\nrunners: {}\n')]),
    },
    'beside YAML that is no values file': { vscode: fakeVscode([ours, values('apiVersion: v1\nkind: Pod\n')]) },
    'in values': { vscode: fakeVscode([values('runners:\n  config: |\n    [[runners]]\n')]) },
    'with a log that the server knows the cure of': {
      vscode: fakeVscode([ours]),
      answers: { [EXPLANATION_REQUEST]: { verdict: 'runner', errors: [ERROR] } satisfies ExplanationResult },
    },
    ...Object.fromEntries(
      (['succeeded', 'script', 'unknown'] as const).map((verdict) => [
        `with a log whose verdict is ${verdict}`,
        {
          vscode: fakeVscode([ours]),
          answers: { [EXPLANATION_REQUEST]: { verdict, errors: [] } satisfies ExplanationResult },
        },
      ]),
    ),
    'with a server that knows no runner': { vscode: fakeVscode([ours]), answers: {} },
  };
  const all = new Set<string>();

  for (const [name, situation] of Object.entries(situations)) {
    it(name, async () => {
      const shown = await shownBy(situation);
      for (const text of shown) all.add(text);
      const escaped = [...shown].filter((text) => !NAMES.has(text) && outsideOfBrackets(text) !== '');
      assert.deepEqual(escaped, []);
    });
  }

  it('and that is most of what it can say', () => {
    const said = clientTexts().filter((text) => {
      const [start = ''] = text.split('{', 1);
      return start !== '' && [...all].some((shown) => shown.includes(`⟦${start}`));
    });
    assert.ok(said.length > clientTexts().length / 2, `${said.length}`);
  });
});
