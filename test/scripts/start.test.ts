/** `npm start` where `code` is on the PATH. No desktop VS Code is needed: a program of that name notes how it was called. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { test } from 'node:test';

const skip = process.platform === 'win32' ? 'the stand-in for `code` is a shell script' : false;
if (skip) console.error(`*** NOT tested: ${skip} ***`);

test('opens desktop VS Code with the extension on the examples, and ends as it ends', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  try {
    const noted = join(folder, 'arguments');
    const program = join(folder, 'code');
    writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > '${noted}'\nexit 3\n`);
    chmodSync(program, 0o755);
    const { status, stdout } = spawnSync(process.execPath, ['scripts/start.mjs', '--no-build'], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
    });
    assert.equal(status, 3);
    assert.match(stdout, /examples/);
    assert.deepEqual(readFileSync(noted, 'utf8').trimEnd().split('\n'), [
      `--extensionDevelopmentPath=${resolve('.')}`,
      resolve('examples'),
      resolve('examples/mistakes/config.toml'),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
