/** The known keys of tables whose keys the user chooses: feature flags and the like. Free names are not guessed. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { fold } from '../../schema/lookup';
import type { KeySchema } from '../../schema/types';
import { CompletionItemKind } from '../kinds';
import { offeredFlags } from './feature-flags';
import type { KeySlot } from './key-slot';
import { orderedValues } from './ordering';
import { completionItem, type Query } from './query';
import { flagReference, valueReference } from './reference';
import { choice } from './snippet';

/** The keys of a map that are known beforehand and not in `taken` yet. */
export function mapKeys(query: Query, map: KeySchema, slot: KeySlot, taken: ReadonlySet<string>): CompletionItem[] {
  if (map.path === 'runners[].feature_flags') return flagKeys(query, slot, taken);
  const { schema } = query.context;
  const enumeration = map.enumerationOf === 'keys' && map.enumeration ? schema.enumeration(map.enumeration) : undefined;
  if (!enumeration) return [];
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

function flagKeys(query: Query, slot: KeySlot, taken: ReadonlySet<string>): CompletionItem[] {
  return offeredFlags(query.context.schema)
    .filter(({ name }) => !taken.has(`=${name}`))
    .map(({ name, wanted, detail, deprecated }) =>
      completionItem(query, slot, {
        label: name,
        kind: CompletionItemKind.Constant,
        snippet: slot.quote + name + slot.quote + (slot.nameOnly ? '' : ` = ${choice(1, [`${wanted}`, `${!wanted}`])}`),
        sort: `${deprecated ? 3 : 1}${name}`,
        filter: slot.quote + name,
        detail,
        data: flagReference(name),
        deprecated,
      }),
    );
}
