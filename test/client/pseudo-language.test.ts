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
import { clientTexts } from '../../scripts/client-texts/calls';
import { fakeVscode } from './fake-vscode';

/** In place of the language client: a server that does not start. */
const noServer: Plugin = {
  name: 'no-server',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/start$/ }, ({ path }) => ({ path, namespace: 'no-server' }));
    onLoad({ filter: /.*/, namespace: 'no-server' }, () => ({
      contents: `export async function createClient() { throw new Error('no server'); }`,
    }));
  },
};

const ours = { languageId: 'toml', path: '/a.toml', text: '[[runners]]\n  executor = "shell"\n' };
const withToken = { ...ours, text: `concurrent = 4\n${ours.text}  token = "t"\n` };
const values = (text: string) => ({ languageId: 'yaml', path: '/values.yaml', text });
/** What is shown as it is: the names of the product, of files and of executors. */
const NAMES = new Set([DISPLAY_NAME, 'a.toml', 'values.yaml', ...templates.map(({ executor }) => executor)]);

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
      ...{ entryPoints: ['client/main.ts'], plugins: [noServer], write: false },
    });
    code = outputFiles[0]?.text ?? '';
  });

  /** Activates the client, runs every command, and gives what was shown. */
  async function shownBy(vscode: ReturnType<typeof fakeVscode>): Promise<ReadonlySet<string>> {
    const module = { exports: {} as { activate(context: object): void } };
    const nodeRequire = createRequire(join(process.cwd(), 'client.js'));
    const require = (name: string) => (name === 'vscode' ? vscode.api : nodeRequire(name));
    // That the server does not start is said to developers, too.
    const console = { error() {} };
    vm.compileFunction(code, ['module', 'exports', 'require', 'console'])(module, module.exports, require, console);
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

  const situations = {
    'without an editor': fakeVscode([]),
    'in a configuration whose server does not start': fakeVscode([ours]),
    'in a configuration that it asks about': fakeVscode([ours], { recognition: 'ask' }),
    'beside values that have a configuration': fakeVscode([ours, values('runners:\n  config: |\n    [[runners]]\n')]),
    'with a token, beside values that have the same': fakeVscode([withToken, values('concurrent: 1\nrunners: {}\n')]),
    'beside YAML that is no values file': fakeVscode([ours, values('apiVersion: v1\nkind: Pod\n')]),
    'in values': fakeVscode([values('runners:\n  config: |\n    [[runners]]\n')]),
  };
  const all = new Set<string>();

  for (const [situation, vscode] of Object.entries(situations)) {
    it(situation, async () => {
      const shown = await shownBy(vscode);
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
