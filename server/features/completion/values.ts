/** Values: of enumerations, booleans, defaults, feature flags in the environment, helper images. */
import type { CompletionItem } from 'vscode-languageserver-types';
import helperImages from '../../../schemas/helper-images.json';
import type { ValuePlace } from '../../meaning/locate';
import type { KeySchema, Schema } from '../../schema/types';
import { type Message, message } from '../../text/message';
import { valueText } from '../../toml/write';
import { CompletionItemKind } from '../kinds';
import { textInWords } from '../value-in-words';
import { offeredFlags } from './feature-flags';
import { itemsInside } from './inside-string';
import { flagRank, orderedValues } from './ordering';
import { completionItem, type Query } from './query';
import { flagReference, valueReference } from './reference';
import { escapeSnippet } from './snippet';
import { nameReference, suggestedFor, suggestedValues, suggestionReference } from './suggestions';
import { type ValueSlot, valueSlot } from './value-slot';
import { booleans, valueSnippet } from './value-text';

/** A value to offer. Text goes between quotes, the rest as it is. */
interface Candidate {
  readonly text: string;
  readonly quoted: boolean;
  readonly kind: CompletionItemKind;
  readonly detail?: Message;
  /** Undefined: there is nothing to say but what the key is. */
  readonly data?: string | undefined;
  readonly deprecated?: boolean;
}

/** The values that fit where one is typed or missing. */
export function valueItems(query: Query, place: ValuePlace): CompletionItem[] {
  const slot = valueSlot(query, place);
  if (!slot) return [];
  const { schema } = query.context;
  const key = schema.at(place.path);
  const map = key ? undefined : schema.at(place.path.slice(0, -1));
  const owner = key ?? (map?.kind === 'map' ? map : undefined);
  if (!owner) return [];
  const wrap = key?.kind === 'array' && slot.depth === 0;
  if (
    !wrap &&
    slot.depth !== expectedDepth(owner, key !== undefined) &&
    !(key?.kind === 'string-or-array' && slot.depth <= 1)
  )
    return [];
  const list = candidates(owner, key !== undefined, schema, place.path.at(-1) ?? '').filter(
    (candidate) => !slot.taken.has(takenText(candidate)),
  );
  const items = list.map((candidate, index) =>
    item(query, slot, { ...candidate, data: candidate.data ?? owner.path }, index, wrap),
  );
  if (place.value.type === 'string') {
    const offered = new Set(list.map(({ text }) => text));
    items.push(...itemsInside(query, slot, place.value, owner, offered));
  }
  // Of suggestions none may be meant.
  const isOpen = items.length === 0 || (key !== undefined && suggestedValues(key).length > 0);
  if (wrap && isOpen && slot.quote === '' && key) items.push(emptyList(query, slot, key));
  return items;
}

/** Items of an array are typed inside its brackets. */
function expectedDepth(owner: KeySchema, isKey: boolean): number {
  if (!isKey) return owner.itemKind === 'array' ? 1 : 0;
  return owner.kind === 'array' ? 1 : 0;
}

const VARIABLE = /^\w+=/;

/** A variable may be set once: `FF_X=false` takes `FF_X=true`'s place. */
function takenText({ text, data }: Candidate): string {
  return data?.startsWith('flag/') || VARIABLE.test(text) ? (text.split('=')[0] as string) : text;
}

/** `name` is that of the key as it is written. */
function candidates(owner: KeySchema, isKey: boolean, schema: Schema, name: string): Candidate[] {
  if (isKey && owner.path === 'runners[].environment') return [...suggestedOf(owner), ...flagVariables(schema)];
  if (isKey && helperImages.keys.includes(owner.path)) {
    const { repository, tags } = helperImages;
    return tags.map((tag) => ({ text: `${repository}:${tag}`, quoted: true, kind: CompletionItemKind.Value }));
  }
  const kind = isKey ? owner.kind : owner.itemKind;
  if (kind === 'boolean')
    return booleans(owner).map((text) => ({ text, quoted: false, kind: CompletionItemKind.Keyword }));
  const enumeration = owner.enumeration ? schema.enumeration(owner.enumeration) : undefined;
  if (enumeration && (isKey || owner.enumerationOf === 'values')) {
    return orderedValues(enumeration).map((text) => ({
      text,
      quoted: true,
      kind: CompletionItemKind.EnumMember,
      ...(owner.default === text ? { detail: message('completion.default') } : {}),
      data: valueReference(enumeration.name, text),
    }));
  }
  if (!isKey) return suggestedFor(name).map((text) => suggestion(text, nameReference(name)));
  const byDefault = defaultValue(owner);
  return [...byDefault, ...suggestedOf(owner).filter((value) => !byDefault.some(({ text }) => text === value.text))];
}

function suggestedOf(key: KeySchema): Candidate[] {
  return suggestedValues(key).map((text) => {
    const words = textInWords(text, key);
    return { ...suggestion(text, suggestionReference(key, text)), ...(words && { detail: words }) };
  });
}

function suggestion(text: string, data: string | undefined): Candidate {
  return { text, quoted: true, kind: CompletionItemKind.Value, data };
}

function defaultValue(key: KeySchema): Candidate[] {
  const value = key.default;
  const detail = message('completion.default');
  if (typeof value === 'string' && value !== '')
    return [{ text: value, quoted: true, kind: CompletionItemKind.Value, detail }];
  if (typeof value !== 'number') return [];
  const text = key.kind === 'float' && Number.isInteger(value) ? `${value}.0` : String(value);
  return [{ text, quoted: false, kind: CompletionItemKind.Value, detail }];
}

function flagVariables(schema: Schema): Candidate[] {
  const flags = offeredFlags(schema)
    .filter((flag) => !flag.onlyTable)
    .sort((a, b) => flagRank(a.name).localeCompare(flagRank(b.name)));
  return [...flags.filter((flag) => !flag.deprecated), ...flags.filter((flag) => flag.deprecated)].map((flag) => ({
    text: `${flag.name}=${flag.wanted}`,
    quoted: true,
    kind: CompletionItemKind.Constant,
    detail: flag.detail,
    data: flagReference(flag.name),
    deprecated: flag.deprecated,
  }));
}

function item(query: Query, slot: ValueSlot, candidate: Candidate, index: number, wrap: boolean): CompletionItem {
  const { text, quoted, kind, detail, data, deprecated } = candidate;
  const isLiteral = (slot.quote === "'" || text.includes('"')) && !text.includes("'");
  const literal = isLiteral ? `'${text}'` : valueText(text);
  const value = quoted ? literal : text;
  const whole = wrap ? `[${value}]` : value;
  return completionItem(query, slot, {
    label: text,
    kind,
    snippet: slot.prefix + escapeSnippet(whole),
    sort: String(index).padStart(3, '0'),
    filter: typedText(slot, candidate),
    detail,
    data,
    deprecated: deprecated ?? false,
  });
}

/** A filter that nothing matches which somebody types: for what is offered only where there is nothing yet. */
const NOTHING_TYPED = ' ';

/**
 * What is compared with the typed text. With a whole value typed the list must close, or Enter would accept it once more
 * instead of ending the line: so `true` is not found by its last letter, and no number by another that it begins with.
 */
function typedText({ quote }: ValueSlot, { text, quoted, kind }: Candidate): string {
  if (quoted) return quote + text;
  return quote + (kind === CompletionItemKind.Keyword ? text.slice(0, -1) : NOTHING_TYPED);
}

function emptyList(query: Query, slot: ValueSlot, key: KeySchema): CompletionItem {
  const list = valueSnippet(key, { schema: query.context.schema, stop: 1 });
  return completionItem(query, slot, {
    label: '[ ]',
    kind: CompletionItemKind.Value,
    snippet: slot.prefix + list,
    sort: '999',
    filter: NOTHING_TYPED,
    detail: message('completion.list'),
  });
}
