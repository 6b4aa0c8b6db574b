/** What the project offers for pipelines, run as a pipeline runs it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import near from '../../fixtures/near/files.json';
import { folderWith } from './lint/folder';

const UGLY = '[[runners]]\nlimt=1\n';

/** The hooks, as pre-commit reads them. */
const hooks: { id: string; entry: string; files: string }[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

/** Runs a hook with every file that it wants of some. */
function runHook(id: string, folder: string, names: readonly string[]) {
  const hook = hooks.find((each) => each.id === id) ?? assert.fail(id);
  const [, ...args] = hook.entry.split(' ');
  const wanted = names.filter((name) => new RegExp(hook.files).test(name)).map((name) => join(folder, name));
  const { status, stdout, stderr } = spawnSync('node', ['dist/cli.js', ...args, ...wanted], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('the hooks say nothing of files of other programs, and leave them as they are', (t) => {
  const folder = folderWith(t, near);
  for (const { id } of hooks)
    assert.deepEqual(runHook(id, folder, Object.keys(near)), { status: 0, stdout: '', stderr: '' }, id);
  for (const [name, text] of Object.entries(near)) assert.equal(readFileSync(join(folder, name), 'utf8'), text, name);
});

test('the hooks check and lay out a configuration among them', (t) => {
  const folder = folderWith(t, { ...near, 'gitlab-runner/config.toml': `concurrent = "1"\n${UGLY}` });
  const names = [...Object.keys(near), 'gitlab-runner/config.toml'];
  const { status, stdout } = runHook('gitlab-runner-config', folder, names);
  assert.equal(status, 1);
  assert.match(stdout, /1 error, 1 warning/);
  assert.equal(runHook('gitlab-runner-config-format', folder, names).status, 0);
  assert.match(readFileSync(join(folder, 'gitlab-runner/config.toml'), 'utf8'), /\n {2}limt = 1\n/);
});

test('README names the hooks and the command that there are', () => {
  const fences = [...readFileSync('README.md', 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  const named = fences.flatMap(([, language, text = '']) => (language === 'yaml' ? (parse(text).repos ?? []) : []));
  assert.deepEqual(
    named.flatMap((repo) => repo.hooks.map(({ id }: { id: string }) => id)),
    hooks.map(({ id }) => id),
  );
  const [, , recipe = ''] = fences.find(([, language]) => language === 'dockerfile') ?? assert.fail();
  const { name, bin, engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.ok(recipe.includes(`RUN npm install --global ${name}\n`));
  const [command] = JSON.parse(/^ENTRYPOINT (.*)$/m.exec(recipe)?.[1] ?? '[]');
  assert.ok(Object.hasOwn(bin, command), command);
  const [, image] = /^FROM node:(\d+)/m.exec(recipe) ?? [];
  assert.ok(Number(image) >= Number(/\d+/.exec(engines.node)?.[0]));
});

test('the job for code quality runs in a shell and writes its report', (t) => {
  const folder = folderWith(t, { 'examples/config.toml': `concurrent = "1"\n${UGLY}` });
  const { script, artifacts } = parse(readFileSync('.gitlab-ci.yml', 'utf8'))['code-quality'];
  // What it builds is there already.
  const lines = (script as string[])
    .filter((line) => !line.startsWith('npm '))
    .map((line) => line.replace('dist/cli.js', resolve('dist/cli.js')));
  assert.equal(lines.length, 1);
  const { status, stderr } = spawnSync('sh', ['-ec', lines.join('\n')], { cwd: folder, encoding: 'utf8' });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  const report = join(folder, artifacts.reports.codequality);
  assert.ok(existsSync(report));
  assert.deepEqual(
    JSON.parse(readFileSync(report, 'utf8')).map(({ check_name }: { check_name: string }) => check_name),
    ['wrong-type', 'unknown-key'],
  );
});
