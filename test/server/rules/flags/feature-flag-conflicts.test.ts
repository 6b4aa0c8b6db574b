/** Flags that the executor never asks for, or that fail its jobs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf } from '../../findings';

function flags(executor: string, ...lines: readonly string[]): string {
  return `[[runners]]\n  executor = "${executor}"\n  [runners.feature_flags]\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

test('a flag of another executor', () => {
  for (const [executor, flag] of counted([
    ['kubernetes', 'FF_NETWORK_PER_BUILD'],
    ['shell', 'FF_USE_ADVANCED_POD_SPEC_CONFIGURATION'],
    ['docker', 'FF_KUBERNETES_HONOR_ENTRYPOINT'],
  ] as const)) {
    const found = briefReportOf(flags(executor, `${flag} = true`));
    assert.deepEqual(found, [`4 hint feature-flag-conflicts «${flag}»`]);
  }
});

test('in a variable of the runner, too', () => {
  const text = '[[runners]]\n  executor = "kubernetes"\n  environment = ["FF_NETWORK_PER_BUILD=true"]\n';
  assert.deepEqual(briefReportOf(text), ['3 hint feature-flag-conflicts «FF_NETWORK_PER_BUILD»']);
});

test('scripts as steps without native steps', () => {
  assert.deepEqual(briefReportOf(flags('kubernetes', 'FF_SCRIPT_TO_STEP_MIGRATION = true')), [
    '4 error feature-flag-conflicts «FF_SCRIPT_TO_STEP_MIGRATION»',
  ]);
  assert.deepEqual(briefReportOf(flags('docker', 'FF_SCRIPT_TO_STEP_MIGRATION = true')), []);
});

test('nothing is said of a flag of this executor, of one that all ask for, or of an executor that is filled in', () => {
  for (const text of counted([
    flags('docker-autoscaler', 'FF_NETWORK_PER_BUILD = true'),
    flags('kubernetes', 'FF_PRINT_POD_EVENTS = true'),
    flags('shell', 'FF_HASH_CACHE_KEYS = true'),
    flags('$' + '{EXECUTOR}', 'FF_NETWORK_PER_BUILD = true'),
    flags('kubernetes', 'FF_CONCRETE = true', 'FF_SCRIPT_TO_STEP_MIGRATION = true'),
    `[[runners]]\n  environment = ["FF_CONCRETE=true"]${flags('kubernetes', 'FF_SCRIPT_TO_STEP_MIGRATION = true').slice(11)}`,
    '[[runners]]\n  [runners.feature_flags]\n    FF_NETWORK_PER_BUILD = true\n',
  ]))
    assert.deepEqual(briefReportOf(text), []);
});
