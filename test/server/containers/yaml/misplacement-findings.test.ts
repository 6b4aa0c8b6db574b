import assert from 'node:assert/strict';
import { test } from 'node:test';
import { misplacementFindings } from '../../../../server/containers/yaml/misplacement-findings';

/** The findings in one line each, with the line of the file from 1. */
function report(yaml: string): string[] {
  return misplacementFindings(yaml).map(({ start, end, severity, code, message }) => {
    const line = yaml.slice(0, start).split('\n').length;
    return `${line} ${severity} ${code} «${yaml.slice(start, end)}»: ${message}`;
  });
}

const CONFIG = '  config: |\n    [[runners]]\n';

test('a key that the chart no longer reads', () => {
  assert.deepEqual(report(`runners:\n  privileged: true\n${CONFIG}`), [
    '2 hint chart-key-removed «privileged»: The gitlab-runner chart no longer reads `runners.privileged`. Write `privileged` below `[runners.kubernetes]` in the TOML of `runners.config`.',
  ]);
});

test('a key that belongs to the runner itself, and one with no single counterpart', () => {
  assert.deepEqual(report(`runners:\n  outputLimit: 1\n  builds: {a: b}\n${CONFIG}`), [
    '2 hint chart-key-removed «outputLimit»: The gitlab-runner chart no longer reads `runners.outputLimit`. Write `output_limit` below `[[runners]]` in the TOML of `runners.config`.',
    '3 hint chart-key-removed «builds»: The gitlab-runner chart no longer reads `runners.builds`. Write the setting into the TOML of `runners.config`.',
  ]);
});

test('a key of the cache', () => {
  assert.deepEqual(report(`runners:\n${CONFIG}  cache:\n    s3BucketName: a\n    secretName: b\n`), [
    '5 hint chart-key-removed «s3BucketName»: The gitlab-runner chart no longer reads `runners.cache.s3BucketName`. Write `BucketName` below `[runners.cache.s3]` in the TOML of `runners.config`.',
  ]);
});

test('a key that counts for a registration token only', () => {
  assert.deepEqual(report(`runners:\n${CONFIG}  tags: docker\n`), [
    "4 hint chart-key-registration «tags»: `runners.tags` only counts for a registration token. With an authentication token it is set on the runner's page in GitLab.",
  ]);
});

test('a configuration where the chart does not look', () => {
  assert.deepEqual(report('gitlabUrl: x\nrunners:\n  name: a\nconfig: |\n  [[runners]]\n'), [
    '4 warning chart-config-misplaced «config»: The chart ignores `config` here. It reads `config` below `runners`.',
  ]);
});

test('in the order of the file, in an umbrella chart and with CRLF', () => {
  const yaml = `gitlab-runner:\n  runners:\n    tags: a\n    config: |\n      [[runners]]\n    image: b\n`;
  const expected = ['3 chart-key-registration «tags»', '6 chart-key-removed «image»'];
  for (const text of [yaml, yaml.replaceAll('\n', '\r\n')])
    assert.deepEqual(
      report(text).map((line) => line.replace(/ hint|: .*/g, '')),
      expected,
    );
});

test('values as they should be', () => {
  assert.deepEqual(report(`gitlabUrl: x\nrunners:\n${CONFIG}  secret: y\n`), []);
});
