import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataReportOf, fixed, fixTitles } from '../../findings';

test('a key that still works', () => {
  const text = `[[runners]]
  [runners.cache]
    [runners.cache.s3]
      UploadRoleARN = "arn:aws:iam::1:role/x"
`;
  assert.deepEqual(dataReportOf(text), [
    '4 hint deprecated-key «UploadRoleARN»: deprecated-key.replaced key=UploadRoleARN replacements=`RoleARN` since=unknown',
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
  assert.deepEqual(dataReportOf(text), [
    '2 hint deprecated-key «machine»: deprecated-key.executor executors=`docker+machine` key=[runners.machine] planned=20.0 since=17.5',
    '4 warning deprecated-key «OffPeakTimezone»: deprecated-key.no-effect-replaced key=OffPeakTimezone replacements=`[[runners.machine.autoscaling]]` since=14.0',
    '5 warning deprecated-key «OffPeakIdleCount»: deprecated-key.no-effect-replaced key=OffPeakIdleCount replacements=`[[runners.machine.autoscaling]]` since=14.0',
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
  assert.deepEqual(dataReportOf(after), [
    '2 hint deprecated-key «machine»: deprecated-key.executor executors=`docker+machine` key=[runners.machine] planned=20.0 since=17.5',
    '4 warning deprecated-key «OffPeakIdleCount»: deprecated-key.no-effect-replaced key=OffPeakIdleCount replacements=`[[runners.machine.autoscaling]]` since=14.0',
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
  assert.deepEqual(dataReportOf(after1), [
    '2 hint deprecated-key «machine»: deprecated-key.executor executors=`docker+machine` key=[runners.machine] planned=20.0 since=17.5',
    '4 warning deprecated-key «OffPeakTimezone»: deprecated-key.no-effect-replaced key=OffPeakTimezone replacements=`[[runners.machine.autoscaling]]` since=14.0',
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
  assert.deepEqual(dataReportOf(text), [
    '2 hint deprecated-key «machine»: deprecated-key.executor executors=`docker+machine` key=[runners.machine] planned=20.0 since=17.5',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('off-peak keys become one table of what took their place', () => {
  const text = `[[runners]]
  [runners.machine]
    MaxBuilds = 1
    OffPeakPeriods = ["* * * * * sat,sun *"]
    OffPeakTimezone = "UTC"
    OffPeakIdleCount = 70 # at night
`;
  const title = 'Change to `[[runners.machine.autoscaling]]`';
  assert.deepEqual(fixTitles(text).slice(0, 2), [title, 'Remove `OffPeakPeriods`']);
  const after = fixed(text, title);
  assert.equal(
    after,
    `[[runners]]
  [runners.machine]
    MaxBuilds = 1
    [[runners.machine.autoscaling]]
      Periods = ["* * * * * sat,sun *"]
      Timezone = "UTC"
      IdleCount = 70 # at night
`,
  );
  assert.deepEqual(
    dataReportOf(after).filter((line) => !line.includes('«machine»')),
    [],
  );
});
