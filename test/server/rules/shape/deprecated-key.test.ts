import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../../findings';

test('a key that still works', () => {
  const text = `[[runners]]
  [runners.cache]
    [runners.cache.s3]
      UploadRoleARN = "arn:aws:iam::1:role/x"
`;
  assert.deepEqual(reportOf(text), [
    '4 information deprecated-key «UploadRoleARN»: `UploadRoleARN` is deprecated. Use `RoleARN` instead.',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('a key without effect', () => {
  const text = `[[runners]]
  [runners.machine]
    MaxBuilds = 1
    OffPeakTimezone = "UTC"
    OffPeakIdleCount = 1
`;
  assert.deepEqual(reportOf(text), [
    '2 information deprecated-key «machine»: `[runners.machine]` still works, but the executor `docker+machine` that it is for is deprecated since GitLab Runner 17.5 and planned to be removed in 20.0.',
    '4 warning deprecated-key «OffPeakTimezone»: `OffPeakTimezone` has had no effect since GitLab Runner 14.0. Use `[[runners.machine.autoscaling]]` instead.',
    '5 warning deprecated-key «OffPeakIdleCount»: `OffPeakIdleCount` has had no effect since GitLab Runner 14.0. Use `[[runners.machine.autoscaling]]` instead.',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove `OffPeakTimezone`', 'Remove `OffPeakIdleCount`']);
  const after = fixed(text, 'Remove `OffPeakTimezone`');
  assert.equal(
    after,
    `[[runners]]
  [runners.machine]
    MaxBuilds = 1
    OffPeakIdleCount = 1
`,
  );
  assert.deepEqual(reportOf(after), [
    '2 information deprecated-key «machine»: `[runners.machine]` still works, but the executor `docker+machine` that it is for is deprecated since GitLab Runner 17.5 and planned to be removed in 20.0.',
    '4 warning deprecated-key «OffPeakIdleCount»: `OffPeakIdleCount` has had no effect since GitLab Runner 14.0. Use `[[runners.machine.autoscaling]]` instead.',
  ]);
  const after1 = fixed(text, 'Remove `OffPeakIdleCount`');
  assert.equal(
    after1,
    `[[runners]]
  [runners.machine]
    MaxBuilds = 1
    OffPeakTimezone = "UTC"
`,
  );
  assert.deepEqual(reportOf(after1), [
    '2 information deprecated-key «machine»: `[runners.machine]` still works, but the executor `docker+machine` that it is for is deprecated since GitLab Runner 17.5 and planned to be removed in 20.0.',
    '4 warning deprecated-key «OffPeakTimezone»: `OffPeakTimezone` has had no effect since GitLab Runner 14.0. Use `[[runners.machine.autoscaling]]` instead.',
  ]);
});

test('docker+machine once, however many tables', () => {
  const text = `[[runners]]
  [runners.machine]
    IdleCount = 1
    [[runners.machine.autoscaling]]
      Periods = ["* * 9-17 * * mon-fri *"]
    [[runners.machine.autoscaling]]
      Periods = ["* * * * * sat,sun *"]
`;
  assert.deepEqual(reportOf(text), [
    '2 information deprecated-key «machine»: `[runners.machine]` still works, but the executor `docker+machine` that it is for is deprecated since GitLab Runner 17.5 and planned to be removed in 20.0.',
  ]);
  assert.deepEqual(fixTitles(text), []);
});
