/** The hooks as pre-commit itself installs and runs them: it clones the project, builds its package and installs that. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import near from '../fixtures/near/files.json';
import { folderWith } from '../server/command/lint/folder';

const isHere = spawnSync('pre-commit', ['--version']).status === 0;
const skip =
  isHere && existsSync('.git')
    ? false
    : `${isHere ? 'This is no repository' : 'pre-commit is not here (`apt-get install pre-commit`)'}: .pre-commit-hooks.yaml is NOT tested with it`;
if (skip) console.error(`*** ${skip} ***`);

const CONFIGURATION = 'concurrent = "1"\n\n[[runners]]\nlimt=1\n';

/** Variables that Git sets for its own hooks lead to another repository. What npm has at hand it need not ask for again. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
};

it('pre-commit is there in CI', () => assert.ok(!skip || !process.env.CI, String(skip)));

describe('pre-commit', { skip }, () => {
  it('installs the hooks from the repository, and they check and lay out what is a configuration', (t) => {
    const cache = folderWith(t, {});
    const folder = folderWith(t, { ...near, 'gitlab-runner/config.toml': CONFIGURATION });
    const run = (program: string, ...args: string[]) =>
      spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...env, PRE_COMMIT_HOME: cache } });
    assert.equal(run('git', 'init', '--quiet').status, 0);
    assert.equal(run('git', 'add', '.').status, 0);

    const { stdout, stderr } = run('pre-commit', 'try-repo', resolve('.'), '--all-files', '--color', 'never');
    assert.match(stdout, /^GitLab Runner configuration\.+Failed$/m, stdout + stderr);
    assert.match(stdout, /^gitlab-runner\/config\.toml:1:14: error: .* \[wrong-type\]$/m);
    assert.match(stdout, /^1 error, 1 warning$/m);
    assert.match(stdout, /^Layout of GitLab Runner configurations\.+Failed$/m);
    assert.equal(
      readFileSync(join(folder, 'gitlab-runner/config.toml'), 'utf8'),
      'concurrent = "1"\n\n[[runners]]\n  limt = 1\n',
    );
    assert.equal(run('git', 'diff', '--name-only').stdout, 'gitlab-runner/config.toml\n');
  });
});
