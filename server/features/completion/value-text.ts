/** What to write for a key, as snippet text: quotes and brackets of its type, with the default or a choice between them. */

import blocks from '../../../schemas/blocks.json';
import type { KeySchema, Schema } from '../../schema/types';
import { type Message, message } from '../../text/message';
import { valueText } from '../../toml/write';
import { kindInShort } from '../kind-in-words';
import { orderedValues } from './ordering';
import { choice, placeholder } from './snippet';

/** What the snippet of a value needs to know. `preset` stands for the default. */
export interface ValueRequest {
  readonly schema: Schema;
  readonly stop: number;
  readonly preset?: string | undefined;
}

/** The value of a key that holds no table. An integer is never left empty: `limit = ` would be no TOML. */
export function valueSnippet(key: KeySchema, { schema, stop, preset }: ValueRequest): string {
  switch (key.kind) {
    case 'string':
    case 'duration':
    case 'string-or-array':
      return stringSnippet(key, schema, stop, preset ?? (typeof key.default === 'string' ? key.default : ''));
    case 'integer':
      return placeholder(stop, preset ?? numberText(key.default ?? (key.kind === 'integer' ? key.minimum : 0), false));
    case 'float':
      return placeholder(stop, preset ?? numberText(key.default, true));
    case 'boolean':
      return choice(stop, booleans(key));
    case 'datetime':
      return placeholder(stop, '2030-01-01T00:00:00Z');
    case 'array':
      return `[${itemSnippet(key, schema, stop)}]`;
    default:
      return `{${placeholder(stop, ' ')}}`;
  }
}

function stringSnippet(key: KeySchema, schema: Schema, stop: number, preset: string): string {
  const enumeration = key.enumeration ? schema.enumeration(key.enumeration) : undefined;
  if (!enumeration || key.enumerationOf === 'keys') return `"${placeholder(stop, valueText(preset).slice(1, -1))}"`;
  const values = orderedValues(enumeration);
  const first = values.includes(preset) ? [preset, ...values.filter((value) => value !== preset)] : values;
  return `"${choice(stop, first)}"`;
}

function itemSnippet(key: KeySchema, schema: Schema, stop: number): string {
  const first = Array.isArray(key.default) ? key.default[0] : undefined;
  if (key.itemKind === 'integer') return placeholder(stop, numberText(first, false));
  if (key.itemKind === 'float') return placeholder(stop, numberText(first, true));
  return key.itemKind === 'string' ? stringSnippet(key, schema, stop, typeof first === 'string' ? first : '') : '';
}

function numberText(value: unknown, float: boolean): string {
  const number = typeof value === 'number' ? value : 0;
  return float && Number.isInteger(number) ? `${number}.0` : String(number);
}

const cautious: readonly string[] = blocks.cautious;

/** The two booleans, first what a key is set to by most. `true` is never the first where it gives jobs power over the machine. */
export function booleans(key: KeySchema): string[] {
  return cautious.includes(key.name) ? ['false', 'true'] : ['true', 'false'];
}

/** The kind of a key in a word or two, with its default. */
export function detailOf(key: KeySchema): Message {
  const kind = kindInShort(key);
  return key.default === undefined ? kind : message('completion.key', { kind, value: valueText(key.default) });
}
