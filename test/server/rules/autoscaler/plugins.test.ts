/** What is known of the keys in `plugin_config`. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { pluginsNamed } from '../../../../server/meaning/plugins';
import { counted } from '../../../counted';
import { briefReportOf, dataReportOf, fixed, fixTitles } from '../../findings';

function scaled(plugin: string, config: string): string {
  return `[[runners]]\n  url = "https://gitlab.example.com"\n  token = "glrt-0123456789abcdefghij"\n  executor = "instance"\n  [runners.autoscaler]\n    plugin = "${plugin}"\n${config}`;
}

const table = (lines: string) => `    [runners.autoscaler.plugin_config]\n${lines}`;

test('a plugin is known by its image, its program and a path to it', () => {
  const counts = {
    aws: 1,
    'aws:1.0': 1,
    'registry.gitlab.com/gitlab-org/fleeting/plugins/aws:latest': 1,
    'fleeting-plugin-aws': 1,
    '/usr/local/bin/fleeting-plugin-aws': 1,
    'C:\\plugins\\fleeting-plugin-aws.exe': 1,
    'fleeting-plugin-openstack': 3,
    'ghcr.io/sardinasystems/fleeting-plugin-openstack:latest': 1,
    'registry.example.com:5000/fleeting-plugin-aws': 1,
    amazon: 0,
    'fleeting-plugin-of-ours': 0,
    '': 0,
  };
  for (const [name, count] of counted(Object.entries(counts))) assert.equal(pluginsNamed(name).length, count, name);
});

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

test('a key of the plugin that slipped above its table moves into it', () => {
  const before = scaled(
    'azure',
    `    subscription_id = "s"\n${table('      name = "n"\n      resource_group_name = "r"\n')}`,
  );
  const after = fixed(before, 'Move to `[runners.autoscaler.plugin_config]`');
  assert.match(after, /plugin_config\]\n(?:.*\n)*\s+subscription_id = "s"/);
  assert.deepEqual(briefReportOf(after), []);
});

describe('nothing is said of', () => {
  const quiet: Readonly<Record<string, string>> = {
    'a plugin that nobody knows': scaled('fleeting-plugin-of-ours', table('      name = 5\n      region = "r"\n')),
    'a plugin of a variable': scaled(`\${PLUGIN}`, table('      name = 5\n')),
    'a plugin of another registry': scaled('registry.example.com/ci/scaler:1', ''),
    'an excerpt without the table': scaled('aws', ''),
    'a fragment':
      '[[runners]]\n  executor = "instance"\n  [runners.autoscaler]\n    plugin = "aws"\n    [runners.autoscaler.plugin_config]\n      profile = "p"\n',
    'keys in capitals': scaled('aws', table('      Name = "a"\n')),
    'keys that nobody knows of a plugin': scaled('aws', table('      name = "a"\n      role = "r"\n')),
    'keys with the table in front of them': scaled('aws', '    plugin_config.name = "a"\n'),
    'keys in braces': scaled('aws', '    plugin_config = { name = "a", profile = "p" }\n'),
    'what one plugin of a name alone needs': scaled(
      'fleeting-plugin-upcloud',
      table('      zone = "z"\n      template = "t"\n'),
    ),
    'a name that is filled in': scaled('aws', table(`      name = "\${NAME}"\n`)),
    'a name of a template': scaled('aws', table('      name = "{{ name }}"\n')),
    'a number with zeros behind the point': scaled(
      'fleeting-plugin-cloudscale',
      table(
        '      group = "g"\n      api_token = "t"\n      flavor = "f"\n      image = "i"\n      volume_size_gb = 20.0\n',
      ),
    ),
    'all that Google needs': scaled('googlecloud', table('      name = "n"\n      project = "p"\n      zone = "z"\n')),
    'all that Azure needs': scaled(
      'fleeting-plugin-azure',
      table('      name = "n"\n      subscription_id = "s"\n      resource_group_name = "r"\n'),
    ),
    'another executor': scaled('aws', table('      profile = "p"\n')).replace('"instance"', `"\${EXECUTOR}"`),
  };
  for (const [what, text] of counted(Object.entries(quiet), 15)) {
    it(what, () => assert.deepEqual(briefReportOf(text), []));
  }
});
