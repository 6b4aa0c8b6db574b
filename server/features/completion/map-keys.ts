/** The known keys of tables whose keys the user chooses: feature flags and the like. Free names are not guessed. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { fold } from '../../schema/lookup';
import type { KeySchema } from '../../schema/types';
import { message } from '../../text/message';
import type { TableNode } from '../../toml/model';
import { keyText } from '../../toml/write';
import { CompletionItemKind } from '../kinds';
import { pluginKindInWords } from '../plugin-documentation';
import { offeredFlags } from './feature-flags';
import type { KeySlot } from './key-slot';
import { flagRank, orderedValues } from './ordering';
import { completionItem, type Query } from './query';
import { flagReference, valueReference } from './reference';
import { choice } from './snippet';
import { nameReference, pluginKeys, pluginValue, suggestedFor, suggestedNames } from './suggestions';

/** The keys of a map that are known beforehand and not in `taken` yet. */
export function mapKeys(
  query: Query,
  map: KeySchema,
  slot: KeySlot,
  taken: ReadonlySet<string>,
  table: TableNode,
): CompletionItem[] {
  if (map.path === 'runners[].feature_flags') return flagKeys(query, slot, taken);
  const { schema } = query.context;
  const enumeration = map.enumerationOf === 'keys' && map.enumeration ? schema.enumeration(map.enumeration) : undefined;
  if (!enumeration) return [...pluginItems(query, map, slot, taken, table), ...nameItems(query, map, slot, taken)];
  return orderedValues(enumeration)
    .filter((name) => !taken.has(fold(name)))
    .map((name, index) =>
      completionItem(query, slot, {
        label: name,
        kind: CompletionItemKind.Property,
        snippet: slot.quote + name + slot.quote + (slot.nameOnly ? '' : ' = "$1"'),
        sort: `1${index}`,
        filter: slot.quote + name,
        data: valueReference(enumeration.name, name),
      }),
    );
}

/** Names of the user's own, as most people have them. */
function nameItems(query: Query, map: KeySchema, slot: KeySlot, taken: ReadonlySet<string>): CompletionItem[] {
  return suggestedNames(map)
    .filter((name) => !taken.has(`=${name}`))
    .map((name, index) => {
      const [value, ...others] = suggestedFor(name);
      const written = value === undefined ? '"$1"' : `"${others.length > 0 ? choice(1, [value, ...others]) : value}"`;
      return completionItem(query, slot, {
        label: name,
        kind: CompletionItemKind.Property,
        snippet: quoted(name, slot) + (slot.nameOnly ? '' : ` = ${written}`),
        sort: `1${two(index)}`,
        filter: slot.quote + name,
        data: nameReference(name),
      });
    });
}

function pluginItems(
  query: Query,
  map: KeySchema,
  slot: KeySlot,
  taken: ReadonlySet<string>,
  table: TableNode,
): CompletionItem[] {
  // The plugin ignores case.
  return pluginKeys(map, table)
    .filter(({ name }) => !taken.has(fold(name)))
    .map(({ name, kind, required, plugin }, index) =>
      completionItem(query, slot, {
        label: name,
        kind: CompletionItemKind.Property,
        snippet: quoted(name, slot) + (slot.nameOnly ? '' : ` = ${pluginValue(kind)}`),
        sort: `1${two(index)}`,
        filter: slot.quote + name,
        detail: message('completion.plugin-key', { kind: pluginKindInWords(kind), required: required ? 'yes' : 'no' }),
        data: valueReference(`plugin.${plugin.id}`, name),
      }),
    );
}

function quoted(name: string, { quote }: KeySlot): string {
  return quote ? quote + name + quote : keyText(name);
}

const two = (index: number): string => String(index).padStart(2, '0');

function flagKeys(query: Query, slot: KeySlot, taken: ReadonlySet<string>): CompletionItem[] {
  return offeredFlags(query.context.schema)
    .filter(({ name }) => !taken.has(`=${name}`))
    .map(({ name, wanted, detail, deprecated }) =>
      completionItem(query, slot, {
        label: name,
        kind: CompletionItemKind.Constant,
        snippet: slot.quote + name + slot.quote + (slot.nameOnly ? '' : ` = ${choice(1, [`${wanted}`, `${!wanted}`])}`),
        sort: `${deprecated ? 3 : 1}${flagRank(name)}${name}`,
        filter: slot.quote + name,
        detail,
        data: flagReference(name),
        deprecated,
      }),
    );
}
