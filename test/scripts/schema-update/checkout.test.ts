/** The whole command on the runner's own source: it finds nothing in it, and what is changed in a copy of it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const source = process.env.GITLAB_RUNNER_SOURCE ?? '../runner-src';
const skip = existsSync(join(source, 'common/config.go'))
  ? false
  : `no checkout of the runner's source in ${source} (or where GITLAB_RUNNER_SOURCE says): schemas/ are NOT compared with it`;
if (skip) console.error(`*** ${skip} ***`);

function update(...args: string[]) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/schema-update.ts', ...args], {
    encoding: 'utf8',
  });
  return { code: run.status, lines: run.stdout.split('\n').filter(Boolean), error: run.stderr.trim() };
}

const {
  'x-gitlab-runner': { version },
} = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'));
const next = `${version.split('.')[0]}.${Number(version.split('.')[1]) + 1}`;

const withoutLines = (lines: readonly string[]) => lines.map((line) => line.replace(/\.go:\d+/, '.go'));

test('schemas/ say what the source says', { skip }, () => {
  const { code, lines, error } = update(source, '--check');
  assert.equal(error, '');
  assert.equal(lines.length, 1, lines.join('\n'));
  assert.match(
    lines[0] ?? '',
    /^GitLab Runner [^(]*\(\d{3,} keys, \d{2,} feature flags\) against .*: nothing is new, gone or changed\.$/,
  );
  assert.equal(code, 0);
});

let copy = '';
let schemas = '';
before(() => {
  if (skip) return;
  copy = mkdtempSync(join(tmpdir(), 'runner-'));
  for (const name of ['go.mod', 'VERSION', 'common', 'helpers', 'referees', 'cache', 'executors']) {
    cpSync(join(source, name), join(copy, name), { recursive: true });
  }
  schemas = join(mkdtempSync(join(tmpdir(), 'schemas-')), 'schemas');
  cpSync('schemas', schemas, { recursive: true });
});
after(() => {
  if (copy) for (const folder of [copy, join(schemas, '..')]) rmSync(folder, { recursive: true });
});

function replace(file: string, old: RegExp, now: string): void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  assert.match(text, old);
  writeFileSync(path, text.replace(old, now));
}

const readJson = (name: string) => JSON.parse(readFileSync(join(schemas, name), 'utf8'));

test('an added, a removed, a changed and a moved key and a new flag are reported, written and then settled', {
  skip,
}, () => {
  writeFileSync(join(copy, 'VERSION'), `${next}.0\n`);
  const config = 'common/config.go';
  replace(config, /(type DockerConfig struct \{\n)/, '$1\tTurbo *bool `toml:"turbo,omitempty" long:"turbo"`\n');
  replace(config, /\n\tShmSize [^\n]*/, '');
  replace(config, /(type RunnerConfig struct \{\n.*\n\tLimit +)int /, '$1time.Duration ');
  replace(config, /\n\tUser +string +`toml:"user,omitempty" json:"user"`/, '');
  replace(config, /(type SessionServer struct \{\n)/, '$1\tUser string `toml:"user"`\n');
  replace(config, /\n\tRuntime +string +`toml:"runtime,[^\n]*/, '');
  replace(
    'helpers/docker/credentials.go',
    /(type Credentials struct \{\n)/,
    '$1\tRuntime string `toml:"runtime" long:"runtime" env:"DOCKER_RUNTIME"`\n',
  );
  replace(
    'helpers/featureflags/flags.go',
    /(var flags = \[\]FeatureFlag\{\n)/,
    '$1\t{Name: "FF_TURBO", DefaultValue: true},\n',
  );

  const differences = [
    'New keys',
    '  session_server.user: string (common/config.go)',
    '  runners[].docker.turbo: boolean (common/config.go)',
    'Gone keys',
    '  runners[].docker.shm_size',
    '  user: perhaps moved to session_server.user; if so, say it in its replacedBy',
    'Changed keys',
    '  runners[].limit: kind: integer -> duration',
    'New feature flags',
    '  FF_TURBO: on by default',
  ];
  const checked = update(copy, schemas, '--check');
  assert.deepEqual(withoutLines(checked.lines.slice(1)), differences);
  assert.equal(checked.code, 1);
  assert.equal(readJson('config.schema.json')['x-gitlab-runner'].version, version, '--check writes nothing');

  const written = update(copy, schemas);
  assert.deepEqual(withoutLines(written.lines.slice(1, -1)), differences);
  assert.equal(written.code, 0, written.error);
  const schema = readJson('config.schema.json');
  assert.equal(schema['x-gitlab-runner'].version, next);
  assert.equal(schema['x-gitlab-runner'].removedKeys.user.removed, next);
  const docker = schema.properties.runners.items.properties.docker;
  assert.equal(docker.properties.turbo['x-gitlab-runner'].flag, '--docker-turbo');
  assert.equal(docker.properties.turbo['x-gitlab-runner'].since, next);
  assert.equal(docker['x-gitlab-runner'].removedKeys.shm_size.removed, next);
  assert.equal(schema.properties.runners.items.properties.limit.$ref, '#/$defs/duration');
  // `TODO:` is the mark of a stub: the test of the texts refuses it until somebody has written the text.
  const texts = readJson('texts/en/keys.json');
  assert.match(texts['runners[].docker.turbo'].text, /^TODO: /);
  assert.match(texts['runners[].limit'].text, /^TODO: is this still true\? .+ \S/);
  assert.equal('user' in texts, false);
  assert.match(readJson('texts/en/feature-flags.json').FF_TURBO.text, /^TODO: /);
  assert.match(written.lines.at(-1) ?? '', /^Written: .*config\.schema\.json.*feature-flags\.json.*keys\.json/);

  const again = update(copy, schemas, '--check');
  assert.match(again.lines.join('\n'), /nothing is new, gone or changed\.$/);
  assert.equal(again.code, 0);

  const older = update(source, schemas);
  assert.equal(older.error, `The checkout is GitLab Runner ${version}; schemas/ are for ${next} already.`);
  assert.equal(older.code, 2);
});

test('a folder that is no checkout, and no folder at all', () => {
  assert.equal(update('test').code, 2);
  assert.match(update().error, /^Usage: npm run schema:update/);
});
