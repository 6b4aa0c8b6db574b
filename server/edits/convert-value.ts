/** Turns a value of the wrong type into the one that was meant: `"true"` to `true`, `2` to `"2"`, a string to a list. */
import type { Change } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import type { Wanted } from '../meaning/wanted';
import type { KeySchema, Unit } from '../schema/types';
import { type Message, message } from '../text/message';
import { halfWidth } from '../toml/characters';
import type { InlineTableValue, Span, Value } from '../toml/syntax';
import { keyText, valueText } from '../toml/write';
import { grammarNamed } from '../values/all';
import { parseDuration } from '../values/go-duration';

/** A conversion where something else may have been meant: nobody should get it unasked. */
export function asGuess(fix: Fix): Fix {
  return { ...fix, preferred: false, safe: false };
}

export interface Conversion {
  readonly text: string;
  /** Whether there is only one sensible meaning. */
  readonly safe: boolean;
}

/** The fixes that convert this value, the best first; none where no conversion makes sense. */
export function conversions(document: ConfigDocument, value: Value, wanted: Wanted): Fix[] {
  return conversionsOf(document, value, wanted).map((conversion, index) => ({
    title: changeTo(conversion.text),
    changes: [conversionOf(value, conversion)],
    preferred: index === 0,
    safe: conversion.safe,
  }));
}

/** The conversions that make sense for this value, the best first. */
export function conversionsOf({ text }: ConfigDocument, value: Value, wanted: Wanted): readonly Conversion[] {
  return converted(value, text.slice(value.start, value.end), wanted);
}

/** The change that writes a conversion in place of the value. */
export function conversionOf({ start, end }: Span, { text }: Conversion): Change {
  return { op: 'replace', span: { start, end }, text };
}

/** The title of a fix that writes a value. */
export function changeTo(text: string): Message {
  return message('fix.change-to', { text: shortened(text) });
}

/** A value as titles show it. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}

/** The conversions of a value; `raw` is the value as it is written. */
export function converted(value: Value, raw: string, wanted: Wanted): readonly Conversion[] {
  const { kind, items, joint } = wanted;
  const meant = wanted.meant?.[raw];
  if (meant !== undefined) return certain(meant);
  // A switch that a text or a list takes is no text: what was meant is another key, or one of the values.
  if (value.type === 'boolean' && !wanted.isEntry && kind !== 'boolean') return [];
  switch (kind) {
    case 'boolean':
      return certain(toBoolean(value));
    case 'integer':
    case 'float':
      return certain(toNumber(value, kind === 'integer') ?? inUnit(value, wanted) ?? writtenElsewhere(value, wanted));
    case 'string':
    case 'duration':
    case 'datetime':
    case 'string-or-array':
      return certain(toText(value, raw));
    case 'array':
      return value.type === 'inline-table' ? certain(toPairs(value, raw, joint)) : toArray(value, raw, items);
    case 'map':
      return certain(toTable(value, items));
    default:
      return [];
  }
}

function certain(text: string | undefined): readonly Conversion[] {
  return text === undefined ? [] : [{ text, safe: true }];
}

function toBoolean(value: Value): string | undefined {
  const text = value.type === 'string' ? halfWidth(value.value) : '';
  if (/^(?:true|false|yes|no|on|off|1|0)$/i.test(text)) return String(/^(?:true|yes|on|1)$/i.test(text));
  return value.type === 'integer' && (value.value === 0 || value.value === 1) ? String(value.value === 1) : undefined;
}

function toNumber(value: Value, whole: boolean): string | undefined {
  if (value.type === 'string') {
    const text = halfWidth(value.value).trim();
    return (whole ? /^[+-]?(?:0|[1-9]\d{0,17})$/ : /^[+-]?(?:0|[1-9]\d{0,17})(?:\.\d+)?$/).test(text)
      ? text
      : undefined;
  }
  return whole && value.type === 'float' && Number.isSafeInteger(value.value) ? String(value.value) : undefined;
}

/** Nanoseconds of the units that a number may count. */
const unitSizes: Partial<Record<Unit, number>> = { ms: 1e6, s: 1e9 };

/** A duration in the unit that the key counts in: `"30s"` as `30`; none where it is no whole number of them. */
function inUnit(value: Value, { unit }: Wanted): string | undefined {
  const size = unit && unitSizes[unit];
  const duration = value.type === 'string' ? parseDuration(value.value.trim()) : undefined;
  const number = size === undefined || duration === undefined ? Number.NaN : duration / size;
  return Number.isSafeInteger(number) ? String(number) : undefined;
}

/** The number that a text stands for where another program takes it so. */
function writtenElsewhere(value: Value, { numberAs }: Wanted): string | undefined {
  const number = value.type === 'string' ? grammarNamed(numberAs)?.read(value.value).value : undefined;
  return Number.isSafeInteger(number) ? String(number) : undefined;
}

function toText(value: Value, raw: string): string | undefined {
  if (isScalar(value)) return valueText(raw);
  if (value.type === 'inline-table') return nameIn(value, raw);
  if (value.type !== 'array' || raw.includes('#')) return undefined;
  if (value.items.length === 0) return '""';
  // A list of one is what it holds.
  const [only] = value.items;
  return value.items.length === 1 && only?.type === 'string'
    ? raw.slice(only.start - value.start, only.end - value.start)
    : undefined;
}

/** The name of a thing that Kubernetes' manifests write as a table: `{ name = "regcred" }`. */
function nameIn({ start, pairs }: InlineTableValue, raw: string): string | undefined {
  const [only] = pairs;
  const [name, ...others] = only?.key.segments ?? [];
  if (pairs.length !== 1 || only?.value.type !== 'string' || others.length > 0 || name?.name !== 'name')
    return undefined;
  return raw.slice(only.value.start - start, only.value.end - start);
}

function isScalar({ type }: Value): boolean {
  return type === 'integer' || type === 'float' || type === 'boolean' || type === 'datetime';
}

function toArray(value: Value, raw: string, items: KeySchema['itemKind']): readonly Conversion[] {
  if (items !== 'string') return value.type === 'integer' || value.type === 'float' ? certain(`[${raw}]`) : [];
  if (isScalar(value)) return certain(`[${valueText(raw)}]`);
  if (value.type !== 'string' || value.style.startsWith('multiline')) return [];
  if (value.value === '') return certain('[]');
  const whole = `[${raw}]`;
  if (!value.value.includes(',')) return certain(whole);
  const parts = value.value.split(',').map((part) => part.trim());
  return [
    { text: valueText(parts.filter(Boolean)), safe: false },
    { text: whole, safe: false },
  ];
}

/** `{ a = "b", c = 1 }` as `["a=b", "c=1"]`. */
function toPairs({ start, pairs }: InlineTableValue, raw: string, joint: string | undefined): string | undefined {
  if (joint === undefined) return undefined;
  const texts: string[] = [];
  for (const { key, value } of pairs) {
    const [name, ...others] = key.segments;
    if (!name || others.length > 0 || !(value.type === 'string' || isScalar(value))) return undefined;
    const text = value.type === 'string' ? value.value : raw.slice(value.start - start, value.end - start);
    texts.push(`${name.name}${joint}${text}`);
  }
  return valueText(texts);
}

/** `"a=b"` and `["a=b", "c=d"]` as an inline table. */
function toTable(value: Value, items: KeySchema['itemKind']): string | undefined {
  if (value.type === 'string' && value.value === '') return '{}';
  const entries = new Map<string, string>();
  for (const item of value.type === 'array' ? value.items : [value]) {
    if (item.type !== 'string') return undefined;
    const match = /^([^=:]+)[=:](.*)$/s.exec(item.value);
    const name = (match?.[1] ?? item.value).trim();
    const content = match?.[2]?.trim();
    const text = entryText(content, items);
    if (text === undefined || name === '' || entries.has(name)) return undefined;
    entries.set(name, text);
  }
  if (entries.size === 0) return '{}';
  return `{ ${[...entries].map(([name, text]) => `${keyText(name)} = ${text}`).join(', ')} }`;
}

function entryText(content: string | undefined, items: KeySchema['itemKind']): string | undefined {
  if (items === 'string') return content === undefined ? undefined : valueText(content);
  if (items === 'integer') return content !== undefined && /^(?:0|[1-9]\d{0,17})$/.test(content) ? content : undefined;
  if (items !== 'boolean') return undefined;
  // A flag that is only named is meant to be on.
  if (content === undefined || /^(?:true|1)$/i.test(content)) return 'true';
  return /^(?:false|0)$/i.test(content) ? 'false' : undefined;
}
