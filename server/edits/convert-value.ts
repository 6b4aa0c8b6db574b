/** Turns a value of the wrong type into the one that was meant: `"true"` to `true`, `2` to `"2"`, a string to a list. */
import type { KeyVisit } from '../check/rule';
import type { Fix, TextEdit } from '../finding';
import type { KeySchema } from '../schema/types';
import type { ArrayValue, KeyValue, Value } from '../toml/syntax';
import { headerLine } from './headers';
import { endOfPairs, insertLines, pairIndentation, standsAlone, wholeLines } from './text-lines';
import { valueText } from './values';

/** The conversions that make sense for this value; empty when there is none. */
export function conversions(visit: KeyVisit, key: KeySchema): Fix[] {
  const { node } = visit.member;
  if (node.type !== 'value') return [];
  const { value } = node;
  if (key.kind === 'array-of-tables' && value.type === 'array') return stringsToTables(visit, value);
  const text = converted(visit, value, key);
  if (text === undefined) return [];
  const edits = [{ start: value.start, end: value.end, newText: text }];
  return [
    { title: `Change to \`${text.length > 40 ? `${text.slice(0, 37)}…` : text}\``, edits, preferred: true, safe: true },
  ];
}

function converted(visit: KeyVisit, value: Value, key: KeySchema): string | undefined {
  const raw = visit.document.text.slice(value.start, value.end);
  switch (key.kind) {
    case 'boolean':
      return toBoolean(value);
    case 'integer':
    case 'float':
      return toNumber(value, key.kind === 'integer');
    case 'string':
    case 'duration':
    case 'string-or-array':
      return toText(value, raw);
    case 'array':
      return toArray(value, raw, key);
    case 'map':
      return toTable(value, key);
    default:
      return undefined;
  }
}

function toBoolean(value: Value): string | undefined {
  if (value.type === 'string' && /^(?:true|false|yes|no|on|off|1|0)$/i.test(value.value)) {
    return String(/^(?:true|yes|on|1)$/i.test(value.value));
  }
  return value.type === 'integer' && (value.value === 0 || value.value === 1) ? String(value.value === 1) : undefined;
}

function toNumber(value: Value, whole: boolean): string | undefined {
  if (value.type === 'string') {
    const text = value.value.trim();
    return (whole ? /^[+-]?(?:0|[1-9]\d*)$/ : /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?$/).test(text) ? text : undefined;
  }
  return whole && value.type === 'float' && Number.isInteger(value.value) ? String(value.value) : undefined;
}

function toText(value: Value, raw: string): string | undefined {
  if (value.type === 'integer' || value.type === 'float' || value.type === 'boolean' || value.type === 'datetime') {
    return valueText(raw);
  }
  // A list of one is what it holds.
  const only = value.type === 'array' && value.items.length === 1 ? value.items[0] : undefined;
  return only?.type === 'string' && !raw.includes('#') ? valueText(only.value) : undefined;
}

function toArray(value: Value, raw: string, key: KeySchema): string | undefined {
  if (key.itemKind === 'string') {
    if (value.type === 'string') {
      if (value.style.startsWith('multiline')) return undefined;
      return value.value === '' ? '[]' : `[${raw}]`;
    }
    if (value.type === 'integer' || value.type === 'float' || value.type === 'boolean') return `[${valueText(raw)}]`;
    return value.type === 'array' ? quotedItems(value, raw) : undefined;
  }
  return value.type === 'integer' || value.type === 'float' ? `[${raw}]` : undefined;
}

/** The array with its numbers and booleans quoted; everything else of it stays as it is. */
function quotedItems(array: ArrayValue, raw: string): string | undefined {
  let text = raw;
  for (const item of [...array.items].reverse()) {
    if (item.type === 'string') continue;
    if (item.type !== 'integer' && item.type !== 'float' && item.type !== 'boolean') return undefined;
    const start = item.start - array.start;
    const end = item.end - array.start;
    text = text.slice(0, start) + valueText(text.slice(start, end)) + text.slice(end);
  }
  return text;
}

/** `"a=b"` and `["a=b", "c=d"]` as an inline table. */
function toTable(value: Value, key: KeySchema): string | undefined {
  const items = value.type === 'array' ? value.items : [value];
  const entries: string[] = [];
  for (const item of items) {
    if (item.type !== 'string') return undefined;
    const match = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(item.value);
    const [name, content] = match ? [match[1] as string, match[2] as string] : [item.value, ''];
    if (key.itemKind === 'boolean') {
      if (match && !/^(?:true|false|1|0)$/i.test(content)) return undefined;
      entries.push(`${quoted(name)} = ${match ? /^(?:true|1)$/i.test(content) : true}`);
    } else if (key.itemKind === 'string' && match) entries.push(`${quoted(name)} = ${valueText(content)}`);
    else return undefined;
  }
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : undefined;
}

function quoted(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : valueText(name);
}

/** `services = ["mysql"]` becomes `[[runners.docker.services]]` tables behind the pairs of its table. */
function stringsToTables(visit: KeyVisit, array: ArrayValue): Fix[] {
  const { document, table, member, path } = visit;
  const { pair } = member;
  const names = array.items.map((item) => (item.type === 'string' ? item.value : undefined));
  if (!pair || names.length === 0 || names.some((name) => name === undefined)) return [];
  const inline = `[${names.map((name) => `{ name = ${valueText(name)} }`).join(', ')}]`;
  const hasComment = document.syntax.comments.some((comment) => comment.start > array.start && comment.end < array.end);
  if (hasComment) return [];
  const short: Fix = {
    title: 'Change to a list of inline tables',
    edits: [{ start: array.start, end: array.end, newText: inline }],
  };
  const blocks = tableBlocks(visit, pair, path.concat(member.name), names as string[]);
  void table;
  return blocks
    ? [
        {
          title: `Change to \`[[${path.concat(member.name).join('.')}]]\``,
          edits: blocks,
          preferred: true,
          safe: true,
        },
        short,
      ]
    : [short];
}

function tableBlocks(
  visit: KeyVisit,
  pair: KeyValue,
  path: readonly string[],
  names: readonly string[],
): TextEdit[] | undefined {
  const { document, table } = visit;
  const section = table.sections[0];
  if (!section?.header || !section.pairs.includes(pair) || pair.key.segments.length !== 1) return undefined;
  if (!standsAlone(document, pair)) return undefined;
  const indentation = pairIndentation(document, section);
  const lines = names.flatMap((name) => [
    indentation + headerLine(path, true),
    `${indentation}  name = ${valueText(name)}`,
  ]);
  // A comment behind the list would be lost with its line: then only the other form is offered.
  const whole = wholeLines(document, pair);
  if (document.text.slice(pair.end, whole.end).includes('#')) return undefined;
  const at = endOfPairs(document, section);
  if (at === whole.end) {
    const insertion = insertLines(document, at, lines);
    const eof = document.text.length === whole.end && !/\n$/.test(document.text);
    const text = eof ? insertion.newText.replace(/^\r?\n/, '') : insertion.newText;
    return [{ start: whole.start, end: whole.end, newText: text }];
  }
  return [{ ...whole, newText: '' }, insertLines(document, at, lines)];
}
