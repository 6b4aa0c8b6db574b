/** *Check All Configurations in the Workspace*: what it shows of files that are not open, and until when. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import vm from 'node:vm';
import { type BuildOptions, build } from 'esbuild';
import type { WorkspaceCheck } from '../../client/workspace-check';
import type { CheckParams, CheckResult } from '../../protocol/check';
import { fakeVscode } from './fake-vscode';

const WRONG = '[[runners]]\n  limt = 3\n';
const FILES = {
  '/a.toml': WRONG,
  '/charts/values.yaml': 'runners:\n  config: |\n    [[runners]]\n      limt = 3\n',
  '/Cargo.toml': '[package]\nname = "x"\n',
  '/page.md': `\`\`\`toml\n${WRONG}\`\`\`\n`,
};

describe('the check of a workspace', () => {
  let code: string;
  before(async () => {
    const options: BuildOptions = { bundle: true, format: 'cjs', platform: 'node', external: ['vscode'] };
    const { outputFiles } = await build({ ...options, entryPoints: ['client/workspace-check.ts'], write: false });
    code = outputFiles[0]?.text ?? '';
  });

  /** A window whose server finds one problem wherever it is asked, and the check in it. */
  function windowWith(settings: Record<string, unknown> = {}, choices: Record<string, 'ours' | 'not-ours'> = {}) {
    const vscode = fakeVscode([], settings, FILES);
    const module = { exports: {} as { WorkspaceCheck: typeof WorkspaceCheck } };
    vm.compileFunction(code, ['module', 'exports', 'require'])(module, module.exports, () => vscode.api);
    const asked: string[][] = [];
    const served = new Set<string>();
    const session = {
      async ask<Result>(_method: string, params: unknown) {
        const { files } = params as CheckParams;
        asked.push(files.map(({ uri }) => uri));
        const problems = files.map(({ text }) => (text.includes('limt') ? [{ message: 'x' }] : []));
        return { problems } as unknown as CheckResult & Result;
      },
      toDiagnostics: async (found: readonly unknown[]) => found as never,
    };
    const of = (uri: string) => choices[uri];
    const check = new module.exports.WorkspaceCheck(session, { of }, (uri) => served.has(uri));
    const shown = () => [...vscode.diagnostics].filter(([, found]) => found.length > 0).map(([path]) => path);
    /** A change is followed by reading and asking. */
    const settle = async () => {
      for (let turn = 0; turn < 20; turn++) await setImmediate();
    };
    return { vscode, check, asked, served, shown, settle };
  }

  it('shows the problems of the files that would be served, and of no other', async () => {
    const { check, shown, asked, vscode } = windowWith();
    await check.run();
    assert.deepEqual(shown(), ['/a.toml', '/charts/values.yaml']);
    assert.deepEqual(asked.flat(), ['file:///a.toml', 'file:///charts/values.yaml']);
    assert.ok(
      [...vscode.shown()].some((text) => /Problems: .*2/.test(text)),
      [...vscode.shown()].join(),
    );
  });

  it('goes by the settings and by what was chosen for a file', async () => {
    const never = windowWith({ recognition: 'never' });
    await never.check.run();
    assert.deepEqual(never.shown(), []);
    const ask = windowWith({ recognition: 'ask' });
    await ask.check.run();
    assert.deepEqual(ask.shown(), ['/charts/values.yaml']);
    const markdown = windowWith({ markdown: true }, { 'file:///a.toml': 'not-ours' });
    await markdown.check.run();
    assert.deepEqual(markdown.shown(), ['/charts/values.yaml', '/page.md']);
  });

  it('leaves an open file to the server, and is back when it is closed', async () => {
    const { vscode, check, served, shown, settle } = windowWith();
    await check.run();
    served.add('file:///a.toml');
    check.served({ uri: { path: '/a.toml', toString: () => 'file:///a.toml' } } as never);
    assert.deepEqual(shown(), ['/charts/values.yaml']);
    served.delete('file:///a.toml');
    vscode.close('/a.toml');
    await settle();
    assert.deepEqual(shown().sort(), ['/a.toml', '/charts/values.yaml']);
  });

  it('follows changes, new files and settings, and forgets what is deleted, also with its folder', async () => {
    const { vscode, check, asked, shown, settle } = windowWith();
    await check.run();
    const [files, deletions] = vscode.watchers;
    vscode.files.set('/a.toml', '[[runners]]\n').set('/b.toml', WRONG);
    files?.fire('change', '/a.toml');
    files?.fire('create', '/b.toml');
    await settle();
    assert.deepEqual(shown(), ['/charts/values.yaml', '/b.toml']);
    deletions?.fire('delete', '/charts');
    assert.deepEqual(shown(), ['/b.toml']);
    asked.length = 0;
    vscode.configure();
    await settle();
    assert.deepEqual(asked.flat().sort(), ['file:///a.toml', 'file:///b.toml']);
  });

  it('of a file that is none any more nothing is left after the next check', async () => {
    const { vscode, check, shown } = windowWith();
    await check.run();
    vscode.files.delete('/charts/values.yaml');
    vscode.files.set('/a.toml', '[package]\n');
    await check.run();
    assert.deepEqual(shown(), []);
  });

  it('ends when it is cancelled, and keeps what was shown', async () => {
    const { vscode, check, asked, shown } = windowWith();
    await check.run();
    asked.length = 0;
    vscode.progress.isCancellationRequested = true;
    await check.run();
    assert.deepEqual(asked, []);
    assert.equal(shown().length, 2);
  });
});
