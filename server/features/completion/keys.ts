/** Keys of the table under the cursor that are not there yet. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { type KeyPlace, type TablePlace, tableAt } from '../../meaning/locate';
import { fold } from '../../schema/lookup';
import type { KeySchema, Schema } from '../../schema/types';
import { oncePer } from '../../text/once';
import type { Span } from '../../toml/syntax';
import { keyText } from '../../toml/write';
import { CompletionItemKind } from '../kinds';
import { inlineTable } from './block-text';
import { slotIn } from './brackets';
import type { KeySlot } from './key-slot';
import { mapKeys } from './map-keys';
import { executorOf, isOutdated, sortText } from './ordering';
import { completionItem, type Offer, type Query, restOfLine, startsLine } from './query';
import { blockItems } from './table-blocks';
import { takenNames } from './taken-names';
import { detailOf, valueSnippet } from './value-text';

/** The items at a key, finished or not, or between the pairs of a table. */
export function keyItems(query: Query, place: KeyPlace | TablePlace): CompletionItem[] {
  const { document, context } = query;
  const slot = keySlot(query, place);
  if (!slot) return [];
  const above =
    place.kind === 'key' ? place.pair.key.segments.slice(0, place.index).map((segment) => segment.name) : [];
  const container = place.kind === 'key' ? place.container : place.path;
  const parent = context.schema.at([...container, ...above]);
  if (!parent) return [];
  const taken = takenNames(query, place, above);
  if (parent.kind === 'map') return taken ? mapKeys(query, parent, slot, taken, tableAt(document, place.section)) : [];
  const executor = executorOf(tableAt(document, place.section));
  const blocks = blockItems(query, place, slot, executor);
  const items: CompletionItem[] = [...blocks.items];
  // Dotted keys cannot name an element of an array of tables.
  if (!taken || (above.length > 0 && parent.kind === 'array-of-tables')) return items;
  for (const key of parent.children.values()) {
    if (key.ahead) continue;
    if (taken.has(key.caseInsensitive ? fold(key.name) : `=${key.name}`) || blocks.offered.has(key)) continue;
    const text = keySnippet(query, key, place, slot);
    if (text === undefined) continue;
    items.push(
      completionItem(query, slot, { ...keyOffer(key, parent, executor), snippet: text, filter: slot.quote + key.name }),
    );
  }
  return items;
}

function keyOffer(key: KeySchema, parent: KeySchema, executor: string | undefined): Omit<Offer, 'snippet' | 'filter'> {
  return {
    label: key.name,
    kind: isTable(key) ? CompletionItemKind.Struct : CompletionItemKind.Property,
    sort: sortText(parent, key.name, key, executor),
    detail: detailOf(key),
    data: key.path,
    deprecated: isOutdated(key),
  };
}

function isTable(key: KeySchema): boolean {
  return key.kind === 'table' || key.kind === 'array-of-tables' || key.kind === 'map';
}

/** The key with its value, or the name alone where a value (or the rest of a dotted key) is there. */
function keySnippet(query: Query, key: KeySchema, place: KeyPlace | TablePlace, slot: KeySlot): string | undefined {
  const name = slot.quote ? slot.quote + key.name + slot.quote : keyText(key.name);
  const { schema } = query.context;
  if (place.kind === 'key' && place.index < place.pair.key.segments.length - 1) {
    return key.kind === 'table' || key.kind === 'map' ? name : undefined;
  }
  if (slot.nameOnly) return fitsValue(key, place) ? name : undefined;
  // `runners = [{ … }]` is TOML, but nobody writes it.
  if (key.parent?.parent === undefined && key.kind === 'array-of-tables') return undefined;
  return `${name} = ${valuesIn(schema)(key)}`;
}

/** What stands behind the `=` of a key, by the schema of a version. Kept: all keys of a table are asked for it at each question. */
const valuesIn = oncePer((schema: Schema) =>
  oncePer((key: KeySchema) =>
    key.kind === 'table' || key.kind === 'array-of-tables'
      ? inlineTable(key, schema)
      : valueSnippet(key, { schema, stop: 1 }),
  ),
);

/** Whether a key that is renamed may keep its value: a table for a table, no table for the rest. */
function fitsValue(key: KeySchema, place: KeyPlace | TablePlace): boolean {
  const value = place.kind === 'key' ? place.pair.value : undefined;
  const holdsTable =
    value?.type === 'inline-table' || (value?.type === 'array' && value.items[0]?.type === 'inline-table');
  return isTable(key) === holdsTable;
}

/** Where a key may be written, or undefined where another statement is in the way. */
function keySlot(query: Query, place: KeyPlace | TablePlace): KeySlot | undefined {
  const { document, offset } = query;
  const span = place.kind === 'key' ? segmentSpan(query, place) : { start: offset, end: offset };
  if (!span || isBetweenKeyAndValue(query, place) || document.text.charAt(offset) === '\uFEFF') return undefined;
  const statement = place.kind === 'key' ? place.pair.start : offset;
  const rest = restOfLine(document, span.end);
  const quote = /^["']/.exec(document.text.slice(span.start, span.end))?.[0] ?? '';
  if (place.inline) {
    const typed = place.kind === 'key' ? { start: statement, end: Math.max(span.end, place.pair.end) } : span;
    const plain = slotIn(query, typed, typed, place.enclosing);
    const nameOnly = place.kind === 'key' && !/^(?:[,}]|$)/.test(rest);
    return { ...plain, ...span, suffix: nameOnly ? '' : plain.suffix, quote, nameOnly };
  }
  const own = startsLine(document, statement);
  const nameOnly = rest !== '';
  if (place.kind === 'table' ? !own || nameOnly : !own && !nameOnly) return undefined;
  return { ...span, suffix: '', edits: [], quote, nameOnly };
}

/** Whether the cursor is behind a key of an inline table that has no value yet, or in front of its `=`. */
function isBetweenKeyAndValue({ offset }: Query, place: KeyPlace | TablePlace): boolean {
  if (place.kind === 'key' || !place.inline) return false;
  const before = place.inline.pairs.filter((pair) => pair.start <= offset).at(-1);
  return before !== undefined && (before.end > offset || before.value.end === before.value.start);
}

/** The part of the key that is replaced. A quoted part without its closing quote reaches to the end of the word only. */
function segmentSpan({ document, offset }: Query, { segment }: KeyPlace): Span | undefined {
  if (segment.end === segment.start) return { start: offset, end: offset };
  if (segment.style === 'bare') return segment;
  if (segment.style !== 'basic' && segment.style !== 'literal') return undefined;
  const quote = document.text.charAt(segment.start);
  const closed = segment.end - segment.start > 1 && document.text.charAt(segment.end - 1) === quote;
  if (offset === segment.start || (closed && offset === segment.end)) return undefined;
  if (closed) return segment;
  const word = /^[\w-]*/.exec(document.text.slice(offset))?.[0] ?? '';
  return { start: segment.start, end: offset + word.length };
}
