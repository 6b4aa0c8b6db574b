/** Gives a key a value, or a list an item, wherever its table is written: below a header, in braces, or by dotted keys. */

import type { NewValue } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import { memberOf, tableAround } from '../meaning/members';
import type { TableVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import { beginsBetween } from '../text/search';
import type { Member, TableNode } from '../toml/model';
import type { InlineTableValue, KeyValue, Span } from '../toml/syntax';
import { keyText } from '../toml/write';
import type { Addition } from './additions';
import type { Pieces } from './joined-edits';
import { newText } from './new-value';
import { targetOf, type Way, wayTo } from './target-table';

/** Whether a pair is taken away by another change that is made together with this one. */
export type IsGone = (pair: Span | undefined) => boolean;

/** What gives a key a value; undefined where its table cannot be written, or a comment in the value would go. */
export function setKey(from: TableVisit, key: KeySchema, value: NewValue, isGone: IsGone): Pieces | undefined {
  const way = key.parent && wayTo(from, key.parent);
  if (!way) return undefined;
  const member = memberAt(way, key, isGone);
  if (member) return replaceValue(from.document, member, value);
  const addition = pairAddition(from.document, way, key, newText(value));
  return addition && { edits: [], additions: [addition] };
}

/** What adds an item to the list of a key, or gives the key a list of one item. */
export function appendTo(from: TableVisit, key: KeySchema, value: NewValue, isGone: IsGone): Pieces | undefined {
  const way = key.parent && wayTo(from, key.parent);
  if (!way) return undefined;
  const member = memberAt(way, key, isGone);
  if (!member) return setKey(from, key, { toml: `[${newText(value)}]` }, isGone);
  const { node, keys } = member;
  if (node.type !== 'value' || node.value.type !== 'array' || keys.length > 1) return undefined;
  return { edits: [], additions: [{ place: { list: node.value }, text: () => newText(value) }] };
}

function memberAt({ table, missing }: Way, { name }: KeySchema, isGone: IsGone): Member | undefined {
  const member = missing.length === 0 ? memberOf(table, name) : undefined;
  return isGone(member?.pair) ? undefined : member;
}

function replaceValue(document: ConfigDocument, { pair, key, keys }: Member, value: NewValue): Pieces | undefined {
  // What headers or dotted keys define is no value, and of two that say the same the runner takes one.
  if (!pair || keys.length > 1 || pair.key.segments.at(-1)?.start !== key.start) return undefined;
  const { start, end } = pair.value;
  if (beginsBetween(document.syntax.comments, start, end)) return undefined;
  const blank = start === pair.equals + 1 ? ' ' : '';
  return { edits: [{ start, end, newText: blank + newText(value) }] };
}

function pairAddition(document: ConfigDocument, way: Way, key: KeySchema, value: string): Addition | undefined {
  const { table, missing } = way;
  const entry = `${keyText(key.name)} = ${value}`;
  if (table.inline) return inBraces(table.inline, missing, entry);
  const dotted = missing.length === 0 ? dottedPair(table) : undefined;
  if (!dotted) {
    const place = way.byHeaders && targetOf(way, key.parent?.kind === 'array-of-tables');
    return place ? { place, text: (indentation) => indentation + entry } : undefined;
  }
  const text = document.text.slice(dotted.start, dotted.key.segments.at(-1)?.start) + entry;
  const braces = bracesAround(table);
  return braces
    ? { place: { braces }, text: () => text }
    : { place: { beside: dotted }, text: (indentation) => indentation + text };
}

/** Tables that are missing in braces are braces too; a list of tables would need brackets. */
function inBraces(braces: InlineTableValue, missing: readonly KeySchema[], entry: string): Addition | undefined {
  if (missing.some(({ kind }) => kind === 'array-of-tables')) return undefined;
  const text = missing.reduceRight((inner, { name }) => `${keyText(name)} = { ${inner} }`, entry);
  return { place: { braces }, text: () => text };
}

/** The last pair that makes a table which has no header by a dotted key. */
function dottedPair({ sections, members }: TableNode): KeyValue | undefined {
  if (sections.length > 0) return undefined;
  let last: KeyValue | undefined;
  for (const { pair } of members.values()) {
    if (pair && pair.key.segments.length > 1 && pair.start > (last?.start ?? -1)) last = pair;
  }
  return last;
}

/** The braces that the dotted keys of a table stand in. */
function bracesAround(table: TableNode): InlineTableValue | undefined {
  let around: TableNode | undefined = table;
  while (around && !around.inline && around.sections.length === 0) around = tableAround(around);
  return around?.inline;
}
