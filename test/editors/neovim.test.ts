/** The set-up of docs/editors.md in a real Neovim without a screen. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { CONFIGURATION, SERVER, setUp } from './set-up';

const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout?.match(/^NVIM v(\d+)\.(\d+)\S*/);
const skip = version
  ? false
  : 'Neovim is not here (`apt-get install neovim`): the set-up of docs/editors.md is NOT tested';
if (skip) console.error(`*** ${skip} ***`);

const VALUES = `runners:
  config: |
    [[runners]]
      [runners.kubernetes]
        helper_imgae = "registry.example.com/helper:latest"
`;

interface Found {
  code: string;
  source: string;
  line: number;
  column: number;
  severity: number;
}

interface Result {
  error?: string;
  diagnostics: Found[];
  hover: string[];
  completion: string[];
  actions: string[];
  fixed: string[];
  yaml: Found[];
}

const WARNING = 2;

it('Neovim is there in CI', () => assert.ok(!skip || !process.env.CI, String(skip)));

describe(`Neovim ${version?.[0] ?? ''}`, { skip }, () => {
  let folder: string;
  let result: Result;

  before(() => {
    assert.ok(existsSync(SERVER), `${SERVER} is missing: run \`npm run build\` first`);
    folder = mkdtempSync(join(tmpdir(), 'neovim-'));
    mkdirSync(join(folder, 'gitlab-runner'));
    writeFileSync(join(folder, 'gitlab-runner', 'config.toml'), CONFIGURATION);
    writeFileSync(join(folder, 'values.yaml'), VALUES);
    writeFileSync(join(folder, 'init.lua'), setUp('## Neovim 0.7 to 0.10', 'lua'));
    const environment = { RESULT: join(folder, 'result.json'), XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder };
    const args = [
      '--headless',
      '-n',
      '-i',
      'NONE',
      '-u',
      'init.lua',
      '-c',
      `luafile ${resolve('test/editors/neovim.lua')}`,
    ];
    const { stderr } = spawnSync('nvim', args, {
      cwd: folder,
      env: { ...process.env, ...environment },
      encoding: 'utf8',
      timeout: 120_000,
    });
    assert.ok(existsSync(environment.RESULT), `Neovim wrote no result.\n${stderr}`);
    result = JSON.parse(readFileSync(environment.RESULT, 'utf8'));
    assert.equal(result.error, undefined, `${result.error}\n${stderr}`);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows the problem, and with the setting not the other spelling', () =>
    assert.deepEqual(result.diagnostics, [
      { code: 'unknown-key', source: 'gitlab-runner', line: 7, column: 4, severity: WARNING },
    ]));

  it('shows the documentation of a key', () => assert.match(result.hover.join('\n'), /image.*string/));

  it('offers the keys of the table', () => {
    for (const key of ['helper_image', 'privileged', 'volumes']) assert.ok(result.completion.includes(key), key);
    assert.ok(!result.completion.includes('concurrent'));
  });

  it('applies a fix', () => {
    assert.match(result.actions[0] ?? '', /helper_image/);
    assert.deepEqual(result.fixed, CONFIGURATION.replace('helper_imgae', 'helper_image').trimEnd().split('\n'));
  });

  it('finds the configuration in YAML', () =>
    assert.deepEqual(result.yaml, [
      { code: 'unknown-key', source: 'gitlab-runner', line: 4, column: 8, severity: WARNING },
    ]));
});
