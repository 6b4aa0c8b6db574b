/** Values of another type than the plugin reads, and keys of old examples. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, dataReportOf, fixed } from '../../findings';
import { scaled, table } from './plugin-runner';

test('a value of another type than the plugin reads', () => {
  const before = scaled('aws', table('      name = 5\n'));
  assert.deepEqual(dataReportOf(before), ['8 error plugin-key-type «5»: plugin-key-type key=name kind=string']);
  assert.deepEqual(briefReportOf(fixed(before, 'Change to `"5"`')), []);
  const scaleway = (line: string) =>
    scaled(
      'fleeting-plugin-cloudscale',
      table(`      group = "g"\n      api_token = "t"\n      flavor = "f"\n      image = "i"\n${line}`),
    );
  const number = scaleway('      volume_size_gb = "20"\n');
  assert.deepEqual(briefReportOf(number), ['12 warning plugin-key-type «"20"»']);
  assert.deepEqual(briefReportOf(fixed(number, 'Change to `20`')), []);
  assert.deepEqual(briefReportOf(scaleway('      volume_size_gb = 2.5\n')), ['12 warning plugin-key-type «2.5»']);
  assert.deepEqual(briefReportOf(scaleway('      volume_size_gb = [20]\n')), ['12 warning plugin-key-type «[20]»']);
});

test('keys of old examples', () => {
  assert.deepEqual(dataReportOf(scaled('aws', table('      name = "a"\n      region = "eu-central-1"\n'))), [
    '9 hint plugin-key-type «region»: plugin-key-type.gone instead=none key=region',
  ]);
  assert.deepEqual(dataReportOf(scaled('aws', table('      name = "a"\n      credentials_profile = "ci"\n'))), [
    '9 hint plugin-key-type «credentials_profile»: plugin-key-type.gone instead=profile key=credentials_profile',
  ]);
});
