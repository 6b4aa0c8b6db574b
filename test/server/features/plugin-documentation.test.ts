import assert from 'node:assert/strict';
import { test } from 'node:test';
import plugins from '../../../schemas/plugins.json';
import { completion, resolveCompletion } from '../../../server/features/completion';
import { hover } from '../../../server/features/hover';
import { createContext } from '../../../server/meaning/context';
import { createDocument } from '../../../server/meaning/create-document';
import { loadTexts } from '../../../server/schema/texts';
import { counted } from '../../counted';
import { readCursor } from '../cursor';
import { labels } from './completing';

const context = createContext({ snippets: true });

function hoverAt(marked: string): string | undefined {
  const { text, offset } = readCursor(marked);
  const found = hover(createDocument('file:///config.toml', text), offset, context);
  return found && (found.contents as { value: string }).value;
}

const scaler = (plugin: string, lines: string) =>
  `[[runners]]\n  executor = "docker-autoscaler"\n  [runners.autoscaler]\n    plugin = "${plugin}"\n${lines}\n`;
const config = (lines: string) => `    [runners.autoscaler.plugin_config]\n      ${lines}`;

test('a key of a known plugin says its type, whether it is needed and what it is', () => {
  const required = hoverAt(scaler('aws', config('na|me = "x"'))) ?? '';
  assert.match(
    required,
    /^\*\*`name`\*\* — string, which the plugin does not start without\n\nName of the Auto Scaling group\./,
  );
  assert.match(required, /For the plugin: AWS Auto Scaling group\./);
  assert.match(required, /\[Documentation\]\(https:\/\/docs\.gitlab\.com\//);
  const optional = hoverAt(scaler('aws:latest', config('CONFIG_FI|LE = "x"'))) ?? '';
  assert.match(
    optional,
    /^\*\*`config_file`\*\* — string\n\n.*By default: `~\/\.aws\/config`\./,
    'the plugin ignores case',
  );
});

test('so does its value, and a key in an inline table, with a dotted name or below', () => {
  assert.match(hoverAt(scaler('aws', config('name = "x|y"'))) ?? '', /^\*\*`name`\*\*/);
  assert.match(
    hoverAt(scaler('azure', '    plugin_config = { subscription|_id = "x" }')) ?? '',
    /^\*\*`subscription_id`\*\*/,
  );
  assert.match(hoverAt(scaler('azure', '    plugin_config.na|me = "x"')) ?? '', /^\*\*`name`\*\*/);
  const spec = 'ghcr.io/sardinasystems/fleeting-plugin-openstack:latest';
  const below = '    [runners.autoscaler.plugin_config.server_spec]\n      flavor|Ref = "1"';
  assert.match(hoverAt(scaler(spec, below)) ?? '', /^\*\*`server_spec\.flavorRef`\*\*\n\nFlavor id/);
  const machine = '    [runners.autoscaler.plugin_config.instances.a]\n      user|name = "u"';
  assert.match(hoverAt(scaler('fleeting-plugin-static', machine)) ?? '', /^\*\*`instances\.a\.username`\*\*\n\nUser/);
});

test('one name may stand for several plugins: each is asked', () => {
  const text = hoverAt(scaler('fleeting-plugin-hetzner', config('na|me = "x"'))) ?? '';
  assert.match(text, /For the plugin: Hetzner Cloud\./);
  assert.doesNotMatch(text, /first plugin/, 'it has no such key');
  const both = hoverAt(scaler('fleeting-plugin-openstack', config('na|me = "x"'))) ?? '';
  assert.ok((both.match(/For the plugin/g) ?? []).length > 1, both);
});

test('a key that the plugin no longer reads says what to write', () => {
  const text = hoverAt(scaler('aws', config('credentials_pro|file = "x"'))) ?? '';
  assert.match(text, /no longer reads `credentials_profile`, and passes it over\. Write `profile`\./);
});

test('of another key, another plugin or another table no more is said than before', () => {
  for (const text of [scaler('aws', config('ot|her = "x"')), scaler('mine', config('na|me = "x"'))]) {
    assert.match(hoverAt(text) ?? '', /^An entry of `plugin_config`\./);
  }
  assert.doesNotMatch(hoverAt('[[runners]]\n  na|me = "x"\n') ?? '', /plugin/);
});

test('what is needed is offered first, says so and is explained', () => {
  const { text, offset } = readCursor(scaler('googlecloud', config('|')));
  const items = completion(createDocument('file:///config.toml', text), offset, context);
  assert.deepEqual(
    items.slice(0, 4).map(({ label, detail }) => [label, detail]),
    [
      ['name', 'string, required'],
      ['project', 'string, required'],
      ['zone', 'string, required'],
      ['credentials_file', 'string'],
    ],
  );
  const [first] = items;
  const documentation = first && resolveCompletion(first, context).documentation;
  assert.deepEqual(documentation, { kind: 'markdown', value: 'Name of the instance group.' });
  assert.deepEqual(labels(scaler('aws', config('name = "x"\n      |'))), [
    'profile',
    'config_file',
    'credentials_file',
  ]);
});

test('each key of each plugin has a text, and each text a key', () => {
  const texts = loadTexts();
  const silent: string[] = [];
  for (const [id, { keys }] of counted(Object.entries(plugins), 29)) {
    if (!texts.value('plugin', id)) silent.push(id);
    for (const name of Object.keys(keys))
      if (!texts.value(`plugin.${id}`, name)?.endsWith('.')) silent.push(`${id}.${name}`);
  }
  assert.deepEqual(silent, []);
});
