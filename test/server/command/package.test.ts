/** What `npm pack` makes, installed in an empty folder: the command line works from there. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

/** What needs all that the preview loads: a patch is YAML. */
const PODS = `[[runners]]
  executor = "kubernetes"
  [runners.kubernetes]
    [[runners.kubernetes.pod_spec]]
      patch = "hostNetwork: true"
`;

function run(folder: string, program: string, ...args: string[]) {
  return spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, npm_config_offline: 'true' },
  });
}

test('the packed command line lints, lays out, explains, previews and says its version in an empty folder', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  t.after(() => rmSync(folder, { recursive: true }));
  // What is built is there already; building it anew takes as long as all the rest.
  const packed = run('.', 'npm', 'pack', '--ignore-scripts', '--pack-destination', folder);
  assert.equal(packed.status, 0, packed.stderr);
  const [tarball = ''] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const options = ['--no-audit', '--no-fund', '--ignore-scripts'];
  const installed = run(folder, 'npm', 'install', ...options, resolve(folder, tarball));
  assert.equal(installed.status, 0, installed.stderr);
  writeFileSync(join(folder, 'config.toml'), 'concurrent="4"\n');
  const { status, stdout, stderr } = run(
    folder,
    'npx',
    'gitlab-runner-config',
    'lint',
    '--format',
    'sarif',
    'config.toml',
  );
  assert.equal(status, 1, stderr);
  assert.match(JSON.parse(stdout).runs[0].tool.driver.rules[0].help.markdown, /^### `wrong-type`/);
  assert.match(run(folder, 'npx', 'gitlab-runner-config', '--version').stdout, /^\d+\.\d+\.\d+\n$/);
  assert.equal(run(folder, 'npx', 'gitlab-runner-config', 'format', '--check', 'config.toml').status, 1);
  writeFileSync(join(folder, 'job.log'), 'ERROR: Job failed (system failure): missing SSH configuration\n');
  const explained = run(folder, 'npx', 'gitlab-runner-config', 'explain', 'job.log');
  assert.deepEqual([explained.status, explained.stderr], [0, '']);
  writeFileSync(join(folder, 'kubernetes.toml'), PODS);
  const preview = run(folder, 'npx', 'gitlab-runner-config', 'preview', '--image', 'alpine', 'kubernetes.toml');
  assert.deepEqual([preview.status, preview.stderr], [0, '']);
});
