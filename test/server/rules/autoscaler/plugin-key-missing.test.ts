/** Keys that a plugin cannot do without. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, dataReportOf, fixed, fixTitles } from '../../findings';
import { scaled, table } from './plugin-runner';

test('keys that GitLab cannot do without', () => {
  assert.deepEqual(dataReportOf(scaled('aws', table('      profile = "ci"\n'))), [
    '7 error plugin-key-missing «runners.autoscaler.plugin_config»: plugin-key-missing count=1 keys=`name` plugin=aws',
  ]);
  assert.deepEqual(dataReportOf(scaled('azure:1', table('      endpoint = "e"\n'))), [
    '7 error plugin-key-missing «runners.autoscaler.plugin_config»: plugin-key-missing count=3 keys=`name` and `subscription_id` and `resource_group_name` plugin=azure:1',
  ]);
  assert.deepEqual(briefReportOf(scaled('fleeting-plugin-ionos', table('      datacenter_id = "1"\n'))), [
    '7 warning plugin-key-missing «runners.autoscaler.plugin_config»',
  ]);
});

test('a key that is nearly called as one that is needed', () => {
  const before = scaled('aws', table('      nmae = "x"\n'));
  assert.deepEqual(briefReportOf(fixed(before, 'Rename to `name`')), []);
  assert.deepEqual(
    fixTitles(scaled('aws', table('      profile = "ci"\n'))).filter((title) => /Rename/.test(title)),
    [],
  );
});
