/** The small runner as schemas/ know it, against the small runner after a change. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../../scripts/schema-update/compare';
import { report } from '../../../scripts/schema-update/report';
import { type Edit, smallRunner } from './small-runner';

const CONFIG = 'common/config.go';

/** The lines of the report, without its first and the numbers of lines. */
function reported(...edits: readonly Edit[]): string[] {
  const ours = smallRunner();
  const source = smallRunner(...edits);
  const lines = report(source, ours, compare(source, ours)).split('\n').slice(1);
  // The small runner lacks what explained.json explains.
  const end = lines.indexOf('To be taken out of explained.json');
  return lines
    .slice(0, end)
    .filter((line) => line !== '')
    .map((line) => line.replace(/\.go:\d+/, '.go'));
}

test('nothing changed, nothing said', () => {
  assert.deepEqual(reported(), []);
});

test('a new key', () => {
  assert.deepEqual(reported([CONFIG, '\tSysctls ', '\tTmpfs []string `toml:"tmpfs"`\n\tSysctls ']), [
    'New keys',
    '  runners[].docker.tmpfs: array of string (common/config.go)',
  ]);
});

test('a new table comes with its keys', () => {
  const field = '\tBoot *Boot `toml:"boot"`\n\tsecret ';
  const type = 'type Boot struct {\n\tTimeout time.Duration `toml:"timeout"`\n}\n\ntype DockerMachine struct';
  assert.deepEqual(reported([CONFIG, '\tsecret ', field], [CONFIG, 'type DockerMachine struct', type]), [
    'New keys',
    '  runners[].boot: table (common/config.go)',
    '  runners[].boot.timeout: duration (common/config.go)',
  ]);
});

test('a gone key', () => {
  assert.deepEqual(reported([CONFIG, '\tSysctls    map[string]string `toml:"sysctls"`\n', '']), [
    'Gone keys',
    '  runners[].docker.sysctls',
  ]);
});

test('another type', () => {
  assert.deepEqual(reported([CONFIG, 'Concurrent       int ', 'Concurrent       time.Duration ']), [
    'Changed keys',
    '  concurrent: kind: integer -> duration',
  ]);
});

test('a key that moves into an embedded struct is the same key', () => {
  assert.deepEqual(
    reported(
      [CONFIG, '\tName string `toml:"name" long:"description" env:"RUNNER_NAME"`\n', ''],
      [CONFIG, '\tsecret ', '\tName string `toml:"name" long:"description" env:"RUNNER_NAME"`\n\tsecret '],
    ),
    [],
  );
});

test('a key that moves into another table is gone there and new here', () => {
  assert.deepEqual(
    reported(
      [CONFIG, '\tSysctls    map[string]string `toml:"sysctls"`\n', ''],
      [CONFIG, '\tsecret ', '\tSysctls map[string]string `toml:"sysctls"`\n\tsecret '],
    ),
    [
      'New keys',
      '  runners[].sysctls: map of string (common/config.go)',
      'Gone keys',
      '  runners[].docker.sysctls: perhaps moved to runners[].sysctls; if so, say it in its replacedBy',
    ],
  );
});

test('another spelling, and a table that becomes a list of tables, need a hand', () => {
  assert.deepEqual(reported([CONFIG, 'toml:"IdleTime,', 'toml:"idletime,']), [
    'Changed keys',
    '  runners[].machine.IdleTime: spelling: IdleTime -> idletime (to be written by hand: paths change with it)',
  ]);
  assert.deepEqual(reported([CONFIG, 'Machine *DockerMachine ', 'Machine []DockerMachine ']), [
    'Changed keys',
    '  runners[].machine: spelling: machine -> machine[] (to be written by hand: paths change with it)',
    '  runners[].machine: kind: table -> array-of-tables (to be written by hand: paths change with it)',
    '  runners[].machine.IdleCount: registration option: --machine-idle-nodes -> none',
    '  runners[].machine.IdleCount: environment variable at registration: MACHINE_IDLE_COUNT -> none',
  ]);
});

test('a toml tag comes or goes', () => {
  assert.deepEqual(reported([CONFIG, 'IdleCount int `', 'IdleCount int `toml:"IdleCount" ']), [
    'Changed keys',
    '  runners[].machine.IdleCount: matched by: field-name -> tag',
  ]);
});

test('a deprecation, a default, a registration option', () => {
  assert.deepEqual(
    reported(
      [CONFIG, '\tName string', '\t// Deprecated: use description\n\tName string'],
      [CONFIG, '15 * time.Minute', '2 * time.Hour'],
      [CONFIG, 'env:"DOCKER_PULL_POLICY"', 'env:"DOCKER_PULL"'],
    ),
    [
      'Changed keys',
      '  connection_max_age: default: 15m -> 2h',
      '  runners[].name: deprecated: false -> true',
      '  runners[].docker.pull_policy: environment variable at registration: DOCKER_PULL_POLICY -> DOCKER_PULL',
    ],
  );
});

const FLAGS = 'helpers/featureflags/flags.go';

test('feature flags: new, gone, changed', () => {
  assert.deepEqual(
    reported([FLAGS, 'var flags = []FeatureFlag{', 'var flags = []FeatureFlag{\n\t{Name: "FF_" + "NEW"},']),
    ['New feature flags', '  FF_NEW: off by default'],
  );
  assert.deepEqual(reported([FLAGS, '"FF_USE_FASTZIP"', '"FF_FASTER"']), [
    'New feature flags',
    '  FF_FASTER: on by default, deprecated',
    'Gone feature flags',
    '  FF_USE_FASTZIP',
  ]);
  assert.deepEqual(reported([FLAGS, 'DefaultValue:    true', 'DefaultValue:    false'], [FLAGS, '"20.7"', '""']), [
    'Changed feature flags',
    '  FF_USE_FASTZIP: default: true -> false',
    '  FF_USE_FASTZIP: to be removed with: 20.7 -> none',
  ]);
});
