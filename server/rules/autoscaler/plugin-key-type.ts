/**
 * A value in `plugin_config` of another kind than the plugin reads: what it is handed is JSON, and its structure refuses another type
 * (fleeting, internal/plugin/instance_group_server.go: "unmarshaling config"). A plugin that nobody knows has keys of its own.
 */
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { kindsOf, type Plugin, pluginKeyNamed, pluginsOf } from '../../meaning/plugins';
import type { PluginKind } from '../../schema/text-files';
import { message } from '../../text/message';
import type { Member } from '../../toml/model';
import { valueText } from '../../toml/write';
import type { Found } from '../rule';
import { scalerRule } from './scaler-rule';

export const pluginKeyType = scalerRule('plugin-key-type', ['runners[].autoscaler'], (visit, report) => {
  const config = visit.view.table('plugin_config');
  const candidates = config ? pluginsOf(visit.table) : [];
  if (!config || candidates.length === 0) return;
  for (const member of config.node.members.values()) {
    const found = wrongKind(member, candidates) ?? goneKey(member, candidates);
    if (found) report({ ...found, link: visit.schema.children.get('plugin_config')?.docs });
  }
});

function wrongKind(member: Member, candidates: readonly Plugin[]): Found | undefined {
  const written = kindOf(member);
  const keys = candidates.map((plugin) => pluginKeyNamed(plugin, member.name));
  const [first] = keys;
  if (!first || written === undefined || member.node.type !== 'value') return undefined;
  if (keys.some((key) => !key || takes(kindsOf(key), written))) return undefined;
  const { start, end } = member.node.value;
  const [kind = 'string'] = kindsOf(first);
  const isOfficial = candidates.every(({ official }) => official);
  return {
    ...(isOfficial && { severity: 'error', loads: true }),
    start,
    end,
    message: message('plugin-key-type', { key: member.name, kind }),
    fixes: () => converted(member, kind),
  };
}

/** A key that old examples have. */
function goneKey(member: Member, candidates: readonly Plugin[]): Found | undefined {
  const { name, key } = member;
  const gone = candidates.map((plugin) => plugin.gone && Object.hasOwn(plugin.gone, name));
  if (gone.length === 0 || !gone.every(Boolean)) return undefined;
  const instead = candidates[0]?.gone?.[name] ?? 'none';
  return {
    severity: 'hint',
    start: key.start,
    end: key.end,
    message: message('plugin-key-type.gone', { key: name, instead }),
  };
}

type Written = PluginKind | 'float' | 'datetime';

/** A number with a fraction is no whole one to JSON, and a whole one is a number. */
function takes(kinds: readonly string[], written: Written): boolean {
  return kinds.includes(written) || (written === 'integer' && kinds.includes('float'));
}

function kindOf({ node }: Member): Written | undefined {
  if (node.type === 'table') return 'table';
  if (node.type === 'array-of-tables') return 'array';
  const { value } = node;
  switch (value.type) {
    case 'string':
    case 'integer':
    case 'boolean':
    case 'array':
      return value.type;
    case 'float':
      return Number.isInteger(value.value) ? undefined : 'float';
    default:
      return undefined;
  }
}

/** `2` as `"2"` and the reverse, where the other kind can be read in it. */
function converted({ node }: Member, kind: PluginKind | 'float'): Fix[] {
  if (node.type !== 'value') return [];
  const { start, end, ...value } = node.value;
  const text = textFor(value, kind);
  if (text === undefined) return [];
  return [
    {
      title: message('fix.change-to', { text }),
      changes: replacements([{ start, end, newText: text }]),
      preferred: true,
    },
  ];
}

function textFor(value: { readonly type: string; readonly value?: unknown }, kind: string): string | undefined {
  const { type } = value;
  if (kind === 'string' && (type === 'integer' || type === 'boolean')) return valueText(String(value.value));
  if (type !== 'string' || typeof value.value !== 'string') return undefined;
  if (kind === 'integer' && /^-?(?:0|[1-9]\d{0,14})$/.test(value.value)) return value.value;
  return kind === 'boolean' && /^(?:true|false)$/.test(value.value) ? value.value : undefined;
}
