/** Reads Go types as they are written. Names are not resolved here. */
import type { Cursor } from './cursor';

export type GoType =
  | { readonly form: 'named'; readonly package: string | undefined; readonly name: string }
  | { readonly form: 'pointer' | 'list'; readonly item: GoType }
  | { readonly form: 'map'; readonly key: GoType; readonly item: GoType }
  | { readonly form: 'struct'; readonly fields: readonly GoField[] }
  /** Functions, channels, interfaces: nothing that a configuration file could fill in. */
  | { readonly form: 'other' };

export interface GoField {
  /** The type's own name where the field is embedded. */
  readonly name: string;
  readonly embedded: boolean;
  readonly type: GoType;
  readonly tag: string;
  readonly line: number;
  /** The comment above it and the one behind it. */
  readonly comments: readonly string[];
}

const OTHER: GoType = { form: 'other' };

export function readType(cursor: Cursor): GoType {
  if (cursor.take('*')) return { form: 'pointer', item: readType(cursor) };
  if (cursor.at('[')) {
    cursor.brackets();
    return { form: 'list', item: readType(cursor) };
  }
  if (cursor.at('(')) {
    cursor.brackets();
    return OTHER;
  }
  if (cursor.take('map')) return readMap(cursor);
  if (cursor.take('struct')) return readStruct(cursor);
  if (cursor.take('interface')) {
    cursor.brackets();
    return OTHER;
  }
  if (cursor.at('func') || cursor.at('chan') || cursor.at('<-')) {
    while (cursor.peek().type !== 'end' && cursor.peek().type !== 'text' && !cursor.at('}')) {
      if (cursor.at('(') || cursor.at('{')) cursor.brackets();
      else cursor.next();
    }
    return OTHER;
  }
  return readName(cursor);
}

function readName(cursor: Cursor): GoType {
  if (cursor.peek().type !== 'name') {
    const { text, line } = cursor.peek();
    throw new Error(`line ${line}: a type was expected, not ${JSON.stringify(text)}`);
  }
  const first = cursor.next().text;
  const second = cursor.take('.') ? cursor.next().text : undefined;
  // The arguments of a generic type.
  if (cursor.at('[')) cursor.brackets();
  return { form: 'named', package: second && first, name: second ?? first };
}

function readMap(cursor: Cursor): GoType {
  cursor.take('[');
  const key = readType(cursor);
  cursor.take(']');
  return { form: 'map', key, item: readType(cursor) };
}

function readStruct(cursor: Cursor): GoType {
  const fields: GoField[] = [];
  cursor.take('{');
  for (cursor.takeEnds(); !cursor.done && !cursor.take('}'); cursor.takeEnds()) fields.push(...readField(cursor));
  return { form: 'struct', fields };
}

/** One line of a struct, which may name several fields. */
function readField(cursor: Cursor): GoField[] {
  const { line, comments } = cursor.peek();
  const names = isEmbedded(cursor) ? [] : readNames(cursor);
  const type = readType(cursor);
  const tag = cursor.peek().type === 'text' ? cursor.next().text : '';
  const all = [...comments, ...cursor.peek().comments];
  const common = { type, tag, line, comments: all };
  if (names.length === 0) return [{ ...common, name: nameOf(type), embedded: true }];
  return names.map((name) => ({ ...common, name, embedded: false }));
}

/** `Name`, `*Name` or `package.Name` with nothing but a tag behind it. */
function isEmbedded(cursor: Cursor): boolean {
  if (cursor.at('*')) return true;
  const after = cursor.peek(1);
  return after.type === 'end' || after.type === 'text' || after.text === '.' || after.text === '}';
}

function readNames(cursor: Cursor): string[] {
  const names = [cursor.next().text];
  while (cursor.take(',')) names.push(cursor.next().text);
  return names;
}

function nameOf(type: GoType): string {
  if (type.form === 'pointer') return nameOf(type.item);
  return type.form === 'named' ? type.name : '';
}

/** The value of one key of a struct tag such as `toml:"name,omitempty" json:"name"`. */
export function tagValue(tag: string, key: string): string | undefined {
  for (const [, name, value] of tag.matchAll(/([^\s:"]+):"((?:[^"\\]|\\.)*)"/g)) {
    if (name === key) return (value as string).replace(/\\(.)/g, '$1');
  }
  return undefined;
}
