/** The order of completion that the counts give, with what is set by hand. */
import { isOutdated } from '../../server/features/completion/ordering';
import { tablesBelow } from '../../server/features/completion/table-blocks';
import type { CompletionOrder, KeySchema, Schema } from '../../server/schema/types';
import handSet from './hand-set.json';
import type { Tally } from './tally';

/** The counted keys go by their path under this name, so that they cannot be mistaken for an enumeration. */
export const KEYS = 'keys';

/** So are the feature flags. */
export const FLAGS = 'feature flags';

/** What a single project does is no custom. */
const CUSTOM = 2;

const first: Readonly<Record<string, { readonly names: readonly string[] }>> = handSet.first;
const together: Readonly<Record<string, { readonly families: readonly (readonly string[])[] }>> = handSet.together;
const last: Readonly<Record<string, { readonly values: readonly string[] }>> = handSet.valuesLast;
const notOffered: Readonly<Record<string, { readonly values: readonly string[] }>> = handSet.notOffered;

/** `counts` has keys by path under KEYS and the values of an enumeration under its name. */
export function completionOrder(schema: Schema, counts: Tally): CompletionOrder {
  const tables = [schema.root, ...schema.keys.filter((key) => key.children.size > 0)];
  return {
    keys: entries(tables.map((table) => [table.path, orderOf(table, counts)])),
    values: entries(enumerationsOf(schema).map((name) => [name, orderOfValues(schema, name, counts)])),
    flags: orderOfFlags(schema, counts),
    notOffered: entries(Object.entries(notOffered).map(([name, { values }]) => [name, values])),
  };
}

/** A flag is set by few, so that one project counts. */
function orderOfFlags(schema: Schema, counts: Tally): string[] {
  return schema.featureFlags
    .filter(({ state }) => state === 'live')
    .map(({ name }) => ({ name, count: counts.count(FLAGS, name) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ name }) => name);
}

/** Keys that are looked for together stand together, where the one of them stands that is used most. */
function withFamilies(names: readonly string[], families: readonly (readonly string[])[]): string[] {
  const familyOf = (name: string) => families.find((family) => family.includes(name));
  const all = names.flatMap((name) => familyOf(name) ?? [name]);
  return [...new Set(all)];
}

function entries(pairs: [string, readonly string[]][]): Record<string, readonly string[]> {
  return Object.fromEntries(pairs.filter(([, names]) => names.length > 0));
}

/** The keys of a table that several projects use, most used first; equally used ones in the order of the schema. */
function orderOf(table: KeySchema, counts: Tally): string[] {
  const set = first[table.path]?.names ?? [];
  const counted = labelsOf(table)
    .filter(({ label, key }) => !set.includes(label) && !isOutdated(key))
    .map(({ label, key }) => ({ label, count: counts.count(KEYS, key.path) }))
    .filter(({ count }) => count >= CUSTOM)
    .sort((a, b) => b.count - a.count);
  const families = together[table.path]?.families ?? [];
  return [
    ...set,
    ...withFamilies(
      counted.map(({ label }) => label),
      families,
    ),
  ];
}

/** As completion offers them: the tables of a table that holds nothing else by dotted names instead of it. */
function labelsOf(table: KeySchema): { label: string; key: KeySchema }[] {
  const below = tablesBelow(table).map((path) => ({
    label: path.map(({ name }) => name).join('.'),
    key: path[path.length - 1] as KeySchema,
  }));
  const isOpened = (label: string) => below.some((other) => other.label.startsWith(`${label}.`));
  return [...table.children.values()].flatMap((key) => {
    const own = below.filter(({ label }) => label === key.name || label.startsWith(`${key.name}.`));
    return own.length > 0 ? own.filter(({ label }) => !isOpened(label)) : [{ label: key.name, key }];
  });
}

function enumerationsOf(schema: Schema): string[] {
  return [...new Set(schema.keys.flatMap(({ enumeration }) => enumeration ?? []))].sort();
}

function orderOfValues(schema: Schema, name: string, counts: Tally): string[] {
  const late = last[name]?.values ?? [];
  const hidden = notOffered[name]?.values ?? [];
  const offered = (schema.enumeration(name)?.values ?? [])
    .filter((value) => value !== '' && !late.includes(value) && !hidden.includes(value))
    .map((value) => ({ value, count: counts.count(name, value) }))
    .sort((a, b) => b.count - a.count);
  // What nobody uses follows anyway, in the order of the enumeration; it is named only where something comes after it.
  const named = late.length > 0 ? offered : offered.filter(({ count }) => count > 0);
  return [...named.map(({ value }) => value), ...late];
}
