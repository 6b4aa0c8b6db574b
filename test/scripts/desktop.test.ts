/**
 * How `npm run test:desktop` calls VS Code. No desktop VS Code is needed: a program in its place notes what it was given.
 * What the tests say of the extension, `npm run test:vscode` shows with the same files.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';

const skip = process.platform === 'win32' ? 'the stand-in for VS Code is a script with a #! line' : false;
if (skip) console.error(`*** NOT tested: ${skip} ***`);

/** Runs the suite's windows with these words in a stand-in that ends with `status`. */
function runDesktop(words: string[], status: number) {
  const folder = mkdtempSync(join(tmpdir(), 'desktop-'));
  try {
    const noted = join(folder, 'calls');
    const program = join(folder, 'vscode');
    const note = `require('fs').appendFileSync(${JSON.stringify(noted)}, JSON.stringify(process.argv.slice(2)) + '\\n')`;
    writeFileSync(program, `#!${process.execPath}\n${note};\nprocess.exit(${status});\n`);
    chmodSync(program, 0o755);
    const run = spawnSync(process.execPath, ['test/vscode/desktop.mjs', ...words], {
      encoding: 'utf8',
      env: { ...process.env, VSCODE_EXECUTABLE: program },
    });
    const calls = existsSync(noted) ? readFileSync(noted, 'utf8').trimEnd().split('\n') : [];
    return { ...run, calls: calls.map((call): string[] => JSON.parse(call)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const values = (call: string[], option: string) =>
  call.filter((argument) => argument.startsWith(`--${option}=`)).map((argument) => argument.slice(option.length + 3));

describe('the suite on the desktop', { skip }, () => {
  it('is given the extension, the tests and the workspace of a window, and passes as VS Code does', () => {
    const { calls, status, stdout } = runDesktop(['beside-toml'], 0);
    assert.equal(calls.length, 1);
    const [call = []] = calls;
    const [ours, other] = values(call, 'extensionDevelopmentPath');
    assert.equal(ours, resolve('.'));
    assert.equal(JSON.parse(readFileSync(join(other ?? '', 'package.json'), 'utf8')).name, 'other-toml');
    const [tests = ''] = values(call, 'extensionTestsPath');
    assert.match(readFileSync(tests, 'utf8'), /beside an extension that owns TOML/);
    assert.ok(
      existsSync(join(call[0] ?? '', 'gitlab-runner', 'config.toml')),
      'the workspace is a folder that is there',
    );
    assert.ok(call.includes('--disable-extensions'));
    assert.equal(status, 0);
    assert.match(stdout, /1 of 1 windows passed/);
  });

  it('fails when VS Code does', () => {
    const { status, stderr, stdout } = runDesktop(['hover'], 1);
    assert.equal(status, 1);
    assert.match(stderr, /^alone: /m);
    assert.match(stdout, /0 of 1 windows passed/);
  });

  it('says aloud what it cannot run', () => {
    const { calls, stdout } = runDesktop(['restricted'], 0);
    assert.deepEqual(calls, []);
    assert.match(stdout, /restricted is NOT run/);
  });
});
