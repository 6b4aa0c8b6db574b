/** The logical tree of a TOML document: tables, arrays of tables and values by name, whichever way they were written. */
import type { InlineTableValue, KeySegment, KeyValue, Section, Span, Value } from './syntax';

/** The members of a table by name, in the order in which the names come up in the text. */
export type Members = ReadonlyMap<string, Member>;

/**
 * A table, from a header, from dotted keys, from an inline table, or implied by a longer header. `sections` are the
 * sections whose header names exactly this table (several only in a broken file).
 */
export interface TableNode {
  readonly type: 'table';
  readonly parent: TableNode | ArrayNode | undefined;
  readonly members: Members;
  readonly sections: Section[];
  readonly inline: InlineTableValue | undefined;
}

/** An array of tables made by `[[headers]]`. An array of inline tables is a value with `tables`. */
export interface ArrayNode {
  readonly type: 'array-of-tables';
  readonly parent: TableNode;
  readonly elements: TableNode[];
}

/**
 * A value that is no table. For an array, `tables` holds the nodes of those items that are inline tables; in a broken file
 * those of the `[[headers]]` of its name as well.
 */
export interface ValueNode {
  readonly type: 'value';
  readonly value: Value;
  readonly tables: readonly TableNode[];
}

export type Node = TableNode | ArrayNode | ValueNode;

/**
 * A name in a table. `key` is where it stands first; `keys` all places where it stands (in each header that passes
 * through it). `pair` is the key/value pair that defines it, undefined for what headers define.
 */
export interface Member {
  readonly name: string;
  readonly key: KeySegment;
  readonly keys: KeySegment[];
  readonly pair: KeyValue | undefined;
  readonly node: Node;
}

/** The model and the whole tree's extent. */
export interface TomlModel {
  readonly root: TableNode;
  /** The table that the pairs of a section of the syntax tree belong to. */
  readonly tableOf: { get(section: Section): TableNode | undefined };
}

/** The text that a table's sections cover, from the first header to the end of the last section. */
export function extent(table: TableNode): Span | undefined {
  if (table.inline) return table.inline;
  const first = table.sections[0];
  const last = table.sections[table.sections.length - 1];
  return first && last ? { start: first.start, end: last.end } : undefined;
}

/** Whether a table has neither a header nor braces nor keys of its own: longer headers alone lead through it. */
export function isImplied(table: TableNode): boolean {
  if (table.sections.length > 0 || table.inline) return false;
  for (const { pair } of table.members.values()) if (pair) return false;
  return true;
}

/** The name of a table in its own header. */
export function nameInHeader(table: TableNode): KeySegment | undefined {
  return table.sections[0]?.header?.key.segments.at(-1);
}
