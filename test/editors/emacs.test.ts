/** The set-up of docs/editors.md in a real Emacs without a screen, with eglot. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { CONFIGURATION, SERVER, setUp } from './set-up';

// Debian's own packages are found after this; eglot is one of them before Emacs 29, where it is built in.
const START = ['--batch', '--eval', '(package-initialize)'];
const versions = spawnSync('emacs', [...START, '--eval', "(progn (require 'eglot) (princ emacs-version))"], {
  encoding: 'utf8',
});
const skip =
  versions.status === 0
    ? false
    : 'Emacs with eglot is not here (`apt-get install emacs-nox elpa-eglot`): the set-up of docs/editors.md is NOT tested';
if (skip) console.error(`*** ${skip} ***`);

interface Result {
  error?: string;
  diagnostics: { text: string; line: number; type: string }[];
  hover: string;
  completion: string[];
  fixed: string;
}

it('Emacs is there in CI', () => assert.ok(!skip || !process.env.CI, String(skip)));

describe(`Emacs ${skip ? '' : versions.stdout}`, { skip }, () => {
  let folder: string;
  let result: Result;
  let output: string;

  before(() => {
    assert.ok(existsSync(SERVER), `${SERVER} is missing: run \`npm run build\` first`);
    folder = mkdtempSync(join(tmpdir(), 'emacs-'));
    mkdirSync(join(folder, 'gitlab-runner'));
    writeFileSync(join(folder, 'gitlab-runner', 'config.toml'), CONFIGURATION);
    writeFileSync(join(folder, 'init.el'), setUp('## Emacs (eglot)', 'elisp'));
    const RESULT = join(folder, 'result.json');
    const { stderr } = spawnSync('emacs', [...START, '-l', 'init.el', '-l', resolve('test/editors/emacs.el')], {
      cwd: folder,
      env: { ...process.env, RESULT, HOME: folder },
      encoding: 'utf8',
      timeout: 120_000,
    });
    output = stderr;
    assert.ok(existsSync(RESULT), `Emacs wrote no result.\n${stderr}`);
    result = JSON.parse(readFileSync(RESULT, 'utf8'));
    assert.equal(result.error, undefined, `${result.error}\n${stderr}`);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows the problem, and with the setting not the other spelling', () => {
    assert.equal(result.diagnostics.length, 1);
    const [found] = result.diagnostics;
    assert.match(found?.text ?? '', /unknown-key.*`helper_imgae`.*`helper_image`/);
    assert.deepEqual([found?.line, found?.type], [7, 'eglot-warning']);
  });

  it('shows the documentation of a key', () => assert.match(result.hover, /image.*string/));

  it('offers the keys of the table', () => {
    for (const key of ['helper_image', 'privileged', 'volumes']) assert.ok(result.completion.includes(key), key);
    assert.ok(!result.completion.includes('concurrent'));
  });

  it('applies a fix', () => assert.equal(result.fixed, CONFIGURATION.replace('helper_imgae', 'helper_image')));

  it('is warned of nothing', () => assert.doesNotMatch(output, /warning|unsupported/i));
});
