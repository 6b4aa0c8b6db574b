/** Which keys and values a configuration uses: those that say something which leaving them out would not. */

import { fold } from '../../server/schema/lookup';
import type { KeySchema, Schema } from '../../server/schema/types';
import type { Node, TableNode } from '../../server/toml/model';
import handSet from './hand-set.json';
import { memberValue } from './plain-value';

export interface Uses {
  /** A key of the schema that the configuration sets to something. */
  key(key: KeySchema): void;
  /** A value of an enumeration, in its canonical spelling. */
  value(enumeration: string, value: string): void;
  /** A feature flag that it sets, in its table or as a variable. */
  flag(name: string): void;
}

const ownKeys: Readonly<Record<string, string>> = handSet.notCounted.keys;
const ownValues: Readonly<Record<string, { readonly values: readonly unknown[] }>> = handSet.notCounted.values;

/** Tells `uses` of everything in a table; whether there was anything. */
export function findUses(table: TableNode, parent: KeySchema, schema: Schema, uses: Uses): boolean {
  let any = false;
  for (const { name, node } of table.members.values()) {
    const key = schema.find(parent, name)?.schema;
    if (!key || key.path in ownKeys) continue;
    if (!usesKey(node, key, schema, uses)) continue;
    uses.key(key);
    any = true;
  }
  return any;
}

function usesKey(node: Node, key: KeySchema, schema: Schema, uses: Uses): boolean {
  const tables = tablesOf(node);
  if (key.children.size > 0) {
    // Not `some`: each of the tables is looked through.
    return tables.filter((table) => findUses(table, key, schema, uses)).length > 0;
  }
  if (key.kind === 'map') {
    const members = tables.flatMap((table) => [...table.members.values()]);
    for (const { name, node: member } of members) {
      if (key.path === 'runners[].feature_flags') uses.flag(name);
      if (key.enumerationOf === 'keys') report(key, name, schema, uses);
      if (key.enumerationOf === 'values' && member.type === 'value')
        reportValue(key, memberValue(member), schema, uses);
    }
    return members.length > 0;
  }
  if (node.type !== 'value') return false;
  const value = memberValue(node);
  if (saysNothing(key, value)) return false;
  reportValue(key, value, schema, uses);
  return true;
}

function tablesOf(node: Node): readonly TableNode[] {
  if (node.type === 'table') return [node];
  return node.type === 'array-of-tables' ? node.elements : node.tables;
}

/** Go's zero value is what the runner has without the key, and what `gitlab-runner register` writes by the dozen. */
function saysNothing(key: KeySchema, value: unknown): boolean {
  if (value === false || value === 0 || value === '' || (Array.isArray(value) && value.length === 0)) return true;
  const text = JSON.stringify(value);
  return ownValues[key.path]?.values.some((own) => JSON.stringify(own) === text) ?? false;
}

function reportValue(key: KeySchema, value: unknown, schema: Schema, uses: Uses): void {
  for (const item of Array.isArray(value) ? value : [value]) {
    if (typeof item !== 'string') continue;
    report(key, item, schema, uses);
    const flag = key.path === 'runners[].environment' ? /^(FF_\w+)=/.exec(item)?.[1] : undefined;
    if (flag) uses.flag(flag);
  }
}

function report(key: KeySchema, text: string, schema: Schema, uses: Uses): void {
  const enumeration = key.enumeration === undefined ? undefined : schema.enumeration(key.enumeration);
  const spelled = enumeration?.values.find(
    (value) => value === text || (!enumeration.caseSensitive && fold(value) === fold(text)),
  );
  if (enumeration && spelled !== undefined) uses.value(enumeration.name, spelled);
}
