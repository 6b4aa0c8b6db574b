/** What is known of the keys in `plugin_config`. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { pluginsNamed } from '../../../../server/meaning/plugins';
import { counted } from '../../../counted';
import { briefReportOf, fixed } from '../../findings';
import { scaled, table } from './plugin-runner';

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
