/** The explanation of a log as an editor gets it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainLog } from '../../server/explain-log';
import { loadCatalog } from '../../server/text/catalog';

const changesIn = (log: string, configuration?: Parameters<typeof explainLog>[2]) =>
  explainLog(log, loadCatalog(), configuration).errors[0]?.changes;

test('without a configuration it has what to write into one: the lines of each way', () => {
  const down =
    'Preparing the "kubernetes" executor\nERROR: Job failed (system failure): timed out waiting for pod to start\n';
  assert.deepEqual(changesIn(down), [['[runners.kubernetes]', 'poll_timeout = 600']]);
  const docker =
    'Preparing the "docker" executor\nCould not resolve host: a.example.com\nERROR: Job failed: exit code 1\n';
  assert.deepEqual(changesIn(docker), [
    ['[runners.docker]', 'extra_hosts: add "a.example.com:<ip>" to the list'],
    ['[runners.docker]', 'dns: add "<address of a dns server>" to the list'],
  ]);
});

test('with one it has its cures', () => {
  assert.equal(
    changesIn('Could not resolve host: a.example.com', {
      cures: () => [],
      known: () => ({}),
      knownRunner: (runner) => runner,
    }),
    undefined,
  );
});
