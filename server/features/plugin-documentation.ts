/** What there is to say about the keys of plugins of autoscalers, which the runner hands on as they are. */
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import { type Place, tableAt } from '../meaning/locate';
import { kindsOf, PLUGIN_CONFIG, type Plugin, pluginKeyNamed, pluginsAround, spelledAs } from '../meaning/plugins';
import type { PluginKind } from '../schema/text-files';
import { type Message, message } from '../text/message';
import { documentationLine } from './documentation-line';
import { paragraphs } from './markdown';

/** In how many names a path leads to `plugin_config`. */
const DEPTH = PLUGIN_CONFIG.split('.').length;

/** The Markdown about a key at or below `plugin_config`; undefined where the plugin or the key is not known. */
export function pluginKeyDocumentation(document: ConfigDocument, place: Place, context: Context): string | undefined {
  if (place.kind === 'comment' || place.path.length <= DEPTH) return undefined;
  const { schema } = context;
  const config = schema.at(place.path.slice(0, DEPTH));
  if (config?.path !== PLUGIN_CONFIG) return undefined;
  const names = place.path.slice(DEPTH);
  const plugins = pluginsAround(tableAt(document, place.section));
  const known = plugins.flatMap((plugin) => aboutKey(plugin, names, context) ?? []);
  if (known.length === 0) return undefined;
  const link = documentationLine(config.docs, context);
  return paragraphs(known.join('\n\n'), link);
}

/** A key as one plugin has it: the kind of its value, what it is, and whose it is. */
function aboutKey(plugin: Plugin, [first = '', ...below]: readonly string[], context: Context): string | undefined {
  const { say, texts } = context;
  const named = texts.value('plugin', plugin.id) ?? plugin.id;
  const name = spelledAs(plugin, first);
  const key = name === undefined ? undefined : pluginKeyNamed(plugin, name);
  if (name === undefined || !key) return goneKey(plugin, first, below, named, context);
  const path = [name, ...below].join('.');
  const group = `plugin.${plugin.id}`;
  // Of tables whose names are the user's own the texts are about any.
  const text = texts.value(group, path) ?? texts.value(group, [name, '*', ...below.slice(1)].join('.'));
  if (below.length > 0) {
    const title = message('hover.plugin-key.below', { key: path });
    return text && paragraphs(say(title), text, say(message('hover.plugin-key.of', { plugin: named })));
  }
  const kinds = kindsOf(key).map(pluginKindInWords);
  const title = message('hover.plugin-key', {
    key: name,
    kind: { join: 'or', items: kinds },
    required: key.required ? 'yes' : 'no',
  });
  return paragraphs(say(title), text, say(message('hover.plugin-key.of', { plugin: named })));
}

function goneKey(
  { gone }: Plugin,
  name: string,
  below: readonly string[],
  named: string,
  { say }: Context,
): string | undefined {
  if (below.length > 0 || !gone || !Object.hasOwn(gone, name)) return undefined;
  const said = message('plugin-key-type.gone', { key: name, instead: gone[name] ?? 'none' });
  return paragraphs(say(said), say(message('hover.plugin-key.of', { plugin: named })));
}

/** What kind of value a plugin reads, in a word or two. */
export function pluginKindInWords(kind: PluginKind): Message {
  return kind === 'array' ? message('word.kind.array', { items: 'any' }) : message(`word.kind.${kind}`);
}
