/** One file for five runners: the differences are those that the facts predict. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { isReached, parseVersion, type Version } from '../../../server/schema/version';
import { counted } from '../../counted';
import { context, documentOf } from '../findings';
import { said } from '../said';

const versions = ['12.0', '15.8', '16.6', '18.8', '19.3'] as const;

const file = `
connection_max_age = 900000000000
[[runners]]
  url = "https://gitlab.example.com"
  token = "x"
  executor = "docker"
  unhealthy_interval = "90s"
  strict_check_interval = true
  pre_clone_script = "true"
  post_clone_script = "true"
  step_runner_image = "x"
  environment = ["FF_USE_NATIVE_STEPS=true", "FF_SKIP_NOOP_BUILD_STAGES=false"]
  [runners.feature_flags]
    FF_TIMESTAMPS = true
    FF_USE_WINDOWS_LEGACY_PROCESS_STRATEGY = false
  [runners.docker]
    image = "alpine"
    pull_policy = ["always"]
    services = ["mysql"]
    sysctls = { a = "b", }
  [runners.cache]
    AccessKey = "x"
    [runners.cache.s3]
      RoleARN = "x"
  [runners.machine]
    OffPeakTimezone = "UTC"
  [runners.kubernetes]
    terminationGracePeriodSeconds = 3
    [[runners.kubernetes.volumes.nfs]]
      name = "x"
      mount_path = "/x"
      server = "x"
      path = "/x"
`.slice(1);

/**
 * For each runner the code of what is said of a place; a dot: nothing. After keys.json (since, removed, deprecated_since,
 * no_effect_since, kind_history), feature-flags.json and keys.README.md. `section_deprecated` of the machine tables: 17.5.
 */
const newer = 'requires-newer-runner';
const expected: Readonly<Record<string, readonly string[]>> = {
  //                                          12.0   15.8   16.6   18.8   19.3
  connection_max_age: /*          16.9  */ [newer, newer, newer, '.', '.'],
  // Before 15.7 there is no such key, before 15.9 a duration in words is refused.
  unhealthy_interval: /*          15.7  */ [newer, '.', '.', '.', '.'],
  '"90s"': /*                     15.9  */ ['.', newer, '.', '.', '.'],
  strict_check_interval: /*       18.9  */ [newer, newer, newer, newer, '.'],
  pre_clone_script: /*    1.6, deprecated 15.9, removed 17.0 */ [
    '.',
    '.',
    'deprecated-key',
    'removed-key',
    'removed-key',
  ],
  post_clone_script: /*  14.9, deprecated 15.9, removed 17.0 */ [
    newer,
    '.',
    'deprecated-key',
    'removed-key',
    'removed-key',
  ],
  step_runner_image: /*  17.9, without effect since 18.6 */ [newer, newer, newer, 'deprecated-key', 'deprecated-key'],
  FF_USE_NATIVE_STEPS: /* 17.6 to 18.6 */ [newer, newer, newer, 'removed-feature-flag', 'removed-feature-flag'],
  FF_SKIP_NOOP_BUILD_STAGES: /* 13.1 to 19.3 */ [newer, '.', '.', '.', 'removed-feature-flag'],
  feature_flags: /*              13.11  */ [newer, '.', '.', '.', '.'],
  FF_TIMESTAMPS: /* 16.11, default true since 18.7 */ [
    '.',
    newer,
    newer,
    'default-feature-flag',
    'default-feature-flag',
  ],
  FF_USE_WINDOWS_LEGACY_PROCESS_STRATEGY: /* default false since 16.10 */ [
    '.',
    '.',
    '.',
    'default-feature-flag',
    'default-feature-flag',
  ],
  '["always"]': /*                13.8  */ [newer, '.', '.', '.', '.'],
  '["mysql"]': /*       until 13.0      */ ['.', 'wrong-type', 'wrong-type', 'wrong-type', 'wrong-type'],
  ',': /*               TOML 1.1: 18.9  */ [newer, newer, newer, newer, '.'],
  AccessKey: /*           removed 12.0  */ ['removed-key', 'removed-key', 'removed-key', 'removed-key', 'removed-key'],
  RoleARN: /*                     17.8  */ [newer, newer, newer, '.', '.'],
  machine: /*          deprecated 17.5  */ ['.', '.', '.', 'deprecated-key', 'deprecated-key'],
  OffPeakTimezone: /*  deprecated 13.0, without effect since 14.0 */ [
    '.',
    'deprecated-key',
    'deprecated-key',
    'deprecated-key',
    'deprecated-key',
  ],
  terminationGracePeriodSeconds: /* deprecated 14.5, removed 17.0 */ [
    '.',
    'deprecated-key',
    'deprecated-key',
    'removed-key',
    'removed-key',
  ],
  nfs: /*                         19.0  */ [newer, newer, newer, newer, '.'],
};

function codesFor(version: string): Record<string, string> {
  const document = documentOf(file);
  const found = checkDocument(document, { ...context, runnerVersion: parseVersion(version) })
    // The file has the tables of all executors, and one runner.
    .filter(({ code }) => code !== 'section-for-other-executor');
  return Object.fromEntries(found.map(({ start, end, code }) => [file.slice(start, end), code]));
}

for (const [index, version] of versions.entries()) {
  test(`the file for GitLab Runner ${version}`, () => {
    const wanted = Object.entries(expected).flatMap(([place, codes]) => {
      const code = codes[index];
      return code === undefined || code === '.' ? [] : [[place, code]];
    });
    assert.deepEqual(codesFor(version), Object.fromEntries(wanted));
  });
}

interface Fact {
  readonly path: string;
  readonly kind: string;
  readonly since: string;
  readonly removed: string | null;
  readonly deprecated_since?: string;
  readonly no_effect_since?: string;
  readonly kind_history?: unknown;
}

const FACTS = '../shared/facts/keys.json';
const skip = existsSync(FACTS)
  ? false
  : `${FACTS} is not here: the versions of the keys are NOT compared with the facts`;
if (skip) console.error(`*** ${skip} ***`);

const values: Readonly<Record<string, string>> = {
  string: '"x"',
  integer: '7',
  float: '1.5',
  boolean: 'true',
  duration: '7',
  datetime: '2026-01-01T00:00:00Z',
  array: '[]',
  'string-or-array': '"x"',
  table: '{}',
  map: '{}',
  'array-of-tables': '[]',
};

/** `a.b[].c` as inline tables, so that each key is a name of its own: `a = { b = [{ c = VALUE }] }`. */
function inlineFile(path: string, value: string): string {
  const [first, ...rest] = path.split('.') as [string, ...string[]];
  if (rest.length === 0) return `${first.replace('[]', '')} = ${value}`;
  const inner = `{ ${inlineFile(rest.join('.'), value)} }`;
  return `${first.replace('[]', '')} = ${first.endsWith('[]') ? `[${inner}]` : inner}`;
}

const reached = (version: Version, since: string | null | undefined) =>
  typeof since === 'string' && isReached(version, since.replace(/^<=/, ''));

/** What the facts say of a key for a runner: of the topmost table that it has not, else of the key itself. */
function predicted(facts: ReadonlyMap<string, Fact>, path: string, version: Version): string | undefined {
  const parts = path.split('.');
  for (let length = 1; length <= parts.length; length++) {
    const fact = facts.get(parts.slice(0, length).join('.'));
    if (fact && !reached(version, fact.since)) return `requires-newer-runner ${parts[length - 1]?.replace('[]', '')}`;
  }
  const fact = facts.get(path) as Fact;
  if (reached(version, fact.removed)) return `removed-key ${parts.at(-1)}`;
  const dated = reached(version, fact.no_effect_since) || reached(version, fact.deprecated_since);
  return dated ? `deprecated-key ${parts.at(-1)?.replace('[]', '')}` : undefined;
}

test('every key that ever was, for each of the five', { skip }, () => {
  const all = JSON.parse(readFileSync(FACTS, 'utf8')) as Fact[];
  const facts = new Map(all.map((fact) => [fact.path, fact]));
  // Kinds of value have a test of their own: test/server/rules/shape/requires-newer-runner.test.ts.
  const changed = all.filter((fact) => fact.kind_history).map((fact) => fact.path);
  const differences: string[] = [];
  const codes = new Set(['requires-newer-runner', 'removed-key', 'deprecated-key', 'unknown-key', 'unknown-table']);
  for (const { path, kind } of counted(all).filter((fact) => !changed.some((above) => fact.path.startsWith(above)))) {
    const text = inlineFile(path, values[kind] ?? assert.fail(kind));
    const document = documentOf(`${text}\n`);
    for (const name of versions) {
      const version = parseVersion(name) as Version;
      const wanted = predicted(facts, path, version);
      const found = checkDocument(document, { ...context, runnerVersion: version })
        // The tables of the machine executor are deprecated as a whole.
        .filter(({ code, message }) => codes.has(code) && !said(message).includes('planned to be removed in 20.0'))
        .map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);
      if (found.join() !== (wanted ?? '')) differences.push(`${path} for ${name}: ${wanted}, but ${found.join()}`);
    }
  }
  assert.deepEqual(differences, []);
});
