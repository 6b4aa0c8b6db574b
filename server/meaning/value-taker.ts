/** The key that takes a value, for a value that is broken TOML: what was meant depends on what the key takes. */

import type { KeySchema, Schema } from '../schema/types';
import { buildModel } from '../toml/build-model';
import { parseToml } from '../toml/parser';
import type { Span } from '../toml/syntax';
import { keyText } from '../toml/write';
import { grammarNamed } from '../values/all';
import { takes } from '../values/grammar';
import type { ConfigDocument } from './document';
import { instanceOf } from './instance';
import { locate } from './locate';
import { type Wanted, wantedBy } from './wanted';

export interface ValueTaker {
  readonly key: KeySchema;
  /** The name as it is written. */
  readonly name: string;
  readonly wanted: Wanted;
  /** The value is an item of the key's array, or an entry of its map. */
  readonly inside: 'array' | 'map' | undefined;
}

/** What takes the value that starts where the span does; undefined where that is not known. */
export function valueTaker(document: ConfigDocument, schema: Schema, { start }: Span): ValueTaker | undefined {
  const place = locate(document, start);
  if (place.kind !== 'value' || place.value.start !== start) return undefined;
  return takerOf(schema, place.path, place.arrayDepth);
}

/** What takes the value of the key with this path, as deep in lists; undefined where that is not known. */
export function takerOf(schema: Schema, path: readonly string[], arrayDepth: number): ValueTaker | undefined {
  const name = path[path.length - 1] ?? '';
  const key = schema.at(path);
  if (key) {
    if (arrayDepth === 0) return { key, name, wanted: wantedBy(key), inside: undefined };
    const isList = arrayDepth === 1 && (key.kind === 'array' || key.kind === 'string-or-array');
    return isList ? inside(key, name, 'array') : undefined;
  }
  const map = schema.at(path.slice(0, -1));
  return map?.kind === 'map' && arrayDepth === 0 ? inside(map, name, 'map') : undefined;
}

function inside(key: KeySchema, name: string, part: 'array' | 'map'): ValueTaker | undefined {
  const kind = key.itemKind ?? 'string';
  return kind === 'any' ? undefined : { key, name, wanted: { kind, items: 'string', isEntry: true }, inside: part };
}

/** Whether texts are values of the key. */
export function takesText({ wanted: { kind } }: ValueTaker): boolean {
  return kind === 'string' || kind === 'duration' || kind === 'datetime' || kind === 'string-or-array';
}

/** Whether nothing would be said of the value that a text of TOML stands for. */
export function isTaken(schema: Schema, { key, name, inside: part }: ValueTaker, text: string): boolean {
  const whole = part === 'array' ? `[${text}]` : part === 'map' ? `{ ${keyText(name)} = ${text} }` : text;
  const syntax = parseToml(`key = ${whole}`);
  const node = buildModel(syntax).model.root.members.get('key')?.node;
  if (!node || key.definition === undefined || syntax.problems.length > 0) return false;
  const checked = instanceOf(node, key);
  if (!checked || schema.validate(key.definition, checked.instance).length > 0) return false;
  const { instance } = checked;
  const texts = (Array.isArray(instance) ? instance : [instance]).filter((each) => typeof each === 'string');
  const grammar = grammarNamed(key.grammar);
  return !grammar || texts.every((each) => takes(grammar, each));
}
