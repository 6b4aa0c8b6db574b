/** Turns values of the tree into the JSON instances that the schema's definitions are checked against. */
import type { KeySchema, Schema, ValidationProblem } from '../schema/types';
import type { Member, Node, TableNode } from '../toml/model';
import type { KeyValue, Span, Value } from '../toml/syntax';

/** Stands for a whole float such as `4.0`: JSON cannot tell it from an integer, but the runner does. */
const WHOLE_FLOAT = 0.5;

const NO_PROBLEMS: readonly ValidationProblem[] = [];

/** What is wrong with a member's value as one of the key; undefined when it has a syntax problem of its own and nothing can be said. */
export function problemsOf({ node }: Member, key: KeySchema, schema: Schema): readonly ValidationProblem[] | undefined {
  if (key.definition === undefined) return undefined;
  if (node.type === 'value' && isOfType(node.value, key.definition)) return NO_PROBLEMS;
  const checked = instanceOf(node, key);
  return checked && schema.validate(key.definition, checked.instance);
}

/** Whether a definition takes a value because of its type alone; most keys take any string, integer or boolean. */
function isOfType(value: Value, definition: string): boolean {
  if (definition === 'string-array')
    return value.type === 'array' && value.closed && value.items.every(({ type }) => type === 'string');
  return value.type === definition && (definition === 'string' || definition === 'integer' || definition === 'boolean');
}

/** An instance, or undefined when the value has a syntax problem of its own and nothing can be said. */
export function instanceOf(node: Node, key: KeySchema): { instance: unknown } | undefined {
  switch (node.type) {
    case 'value':
      return hasInvalid(node.value) ? undefined : { instance: valueInstance(node.value, key) };
    case 'table':
      return tableInstance(node, key);
    case 'array-of-tables':
      return { instance: node.elements.map(() => ({})) };
  }
}

function tableInstance(table: TableNode, key: KeySchema): { instance: unknown } | undefined {
  const instance: Record<string, unknown> = {};
  for (const member of table.members.values()) {
    const value = instanceOf(member.node, key);
    // A value with a syntax problem is left out; the others of the map are still checked.
    if (value) Object.defineProperty(instance, member.name, { value: value.instance, enumerable: true });
  }
  return { instance };
}

function valueInstance(value: Value, key: KeySchema): unknown {
  switch (value.type) {
    case 'string':
    case 'boolean':
    case 'integer':
      return value.value;
    case 'float':
      return Number.isInteger(value.value) || !Number.isFinite(value.value) ? WHOLE_FLOAT : value.value;
    case 'datetime':
      return key.kind === 'datetime' ? value.value : null;
    case 'array':
      return value.items.map((item) => valueInstance(item, key));
    case 'inline-table':
      return {};
    case 'invalid':
      return undefined;
  }
}

function hasInvalid(value: Value): boolean {
  if (value.type === 'array') return !value.closed || value.items.some(hasInvalid);
  if (value.type === 'inline-table')
    return !value.closed || value.pairs.some((pair: KeyValue) => hasInvalid(pair.value));
  return value.type === 'invalid';
}

/** The part of a node that a JSON pointer names: an item of an array, an entry of a map. Headers have none. */
export function valueAt(node: Node, pointer: string): Value | undefined {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  let place: Node | undefined = node;
  while (place?.type === 'table' && parts.length > 0) place = place.members.get(parts.shift() as string)?.node;
  if (place?.type === 'table') return place.inline;
  let value = place?.type === 'value' ? place.value : undefined;
  for (const part of parts) value = value?.type === 'array' ? (value.items[Number(part)] ?? value) : value;
  return value;
}

/** Where in the text that part lies; `whole` where it is no value. */
export function spanAt(node: Node, whole: Span, pointer: string): Span {
  return valueAt(node, pointer) ?? whole;
}

/** The type of a value as messages tell it apart; a table is one however it is written. */
export function typeOf(node: Node): Exclude<Value['type'], 'inline-table' | 'invalid'> | 'table' | 'tables' {
  if (node.type === 'table') return 'table';
  if (node.type === 'array-of-tables') return 'tables';
  const { type } = node.value;
  return type === 'inline-table' || type === 'invalid' ? 'table' : type;
}
