/** The model in the tagged JSON of toml-test: `{"type": "integer", "value": "1"}`, values normalised so that they compare. */
import { buildModel } from '../../../server/toml/build-model';
import type { Node, TableNode } from '../../../server/toml/model';
import { parseToml } from '../../../server/toml/parser';
import type { DateTimeValue, Value } from '../../../server/toml/syntax';

export type Tagged = { type: string; value: string } | { [key: string]: Tagged } | Tagged[];

/** Decodes a text to tagged JSON. */
export function decode(text: string): Tagged {
  return table(buildModel(parseToml(text)).model.root, text);
}

/** The same normalisation for the expected side: read from a `.json` of the suite. */
export function normalise(expected: unknown): Tagged {
  if (Array.isArray(expected)) return expected.map(normalise);
  const entry = expected as Record<string, unknown>;
  if (typeof entry.type === 'string' && typeof entry.value === 'string' && Object.keys(entry).length === 2) {
    return { type: entry.type, value: normalValue(entry.type, entry.value) };
  }
  return record(Object.entries(entry).map(([key, value]) => [key, normalise(value)]));
}

function table(node: TableNode, text: string): Tagged {
  return record(
    [...node.members].map(([name, member]) => [
      name,
      member.pair && member.node.type === 'value'
        ? plain(member.pair.value, text, member.node.tables.slice())
        : nodeOf(member.node, text),
    ]),
  );
}

function nodeOf(node: Node, text: string): Tagged {
  if (node.type === 'table') return table(node, text);
  if (node.type === 'array-of-tables') return node.elements.map((element) => table(element, text));
  return plain(node.value, text, node.tables.slice());
}

/** `tables` are the nodes of the inline tables in an array, in order; those of arrays in arrays are built on the way. */
function plain(value: Value, text: string, tables: TableNode[]): Tagged {
  switch (value.type) {
    case 'array':
      return value.items.map((item) => {
        const node = item.type === 'inline-table' ? tables.shift() : undefined;
        return node ? table(node, text) : plain(item, text, []);
      });
    case 'inline-table':
      // Inside arrays of arrays the model has no node: the table's own text is a document of its own.
      return (decode(`x = ${text.slice(value.start, value.end)}`) as { [key: string]: Tagged }).x as Tagged;
    case 'integer':
      return { type: 'integer', value: exactInteger(text.slice(value.start, value.end)) };
    case 'float':
      return { type: 'float', value: normalValue('float', String(value.value)) };
    case 'boolean':
      return { type: 'bool', value: String(value.value) };
    case 'string':
      return { type: 'string', value: value.value };
    case 'datetime':
      return { type: dateTypes[value.variant], value: normalValue(dateTypes[value.variant], value.value) };
    case 'invalid':
      return { type: 'invalid', value: text.slice(value.start, value.end) };
  }
}

const dateTypes: Record<DateTimeValue['variant'], string> = {
  'offset-date-time': 'datetime',
  'local-date-time': 'datetime-local',
  'local-date': 'date-local',
  'local-time': 'time-local',
};

/** The digits of a 64-bit integer; the model's own number is rounded beyond 2^53. */
export function exactInteger(text: string): string {
  const digits = text.replaceAll('_', '').replace(/^\+/, '');
  return digits.startsWith('-') ? String(-BigInt(digits.slice(1))) : String(BigInt(digits));
}

function normalValue(type: string, value: string): string {
  if (type === 'float') {
    if (/nan/i.test(value)) return 'nan';
    if (/inf/i.test(value)) return value.startsWith('-') ? '-inf' : 'inf';
    const number = Number(value.replaceAll('_', ''));
    return Object.is(number, -0) ? '0' : String(number);
  }
  return type.startsWith('date') || type.startsWith('time') ? normalDate(value) : value;
}

/** `T` between date and time, upper case, seconds written, a fraction without trailing zeros; an offset becomes UTC. */
function normalDate(value: string): string {
  const match = /^(\d{4}-\d\d-\d\d)?[Tt ]?(?:(\d\d:\d\d)(:\d\d)?(?:\.(\d+))?)?([Zz]|[+-]\d\d:\d\d)?$/.exec(value);
  if (!match) return value;
  const [, date, time, seconds = ':00', fraction = '', offset] = match;
  const parts = fraction.replace(/0+$/, '').slice(0, 9);
  const clock = time ? `${time}${seconds}` : '';
  const rest = parts ? `.${parts}` : '';
  if (!offset) return `${date ?? ''}${date && time ? 'T' : ''}${clock}${clock ? rest : ''}`;
  return `${new Date(`${date}T${clock}${offset.toUpperCase()}`).toISOString().slice(0, 19)}${rest}Z`;
}

function record(entries: [string, Tagged][]): Tagged {
  // A key may be called __proto__.
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}
