/** The text of a new table: the pairs one starts with, as lines below a header or in one line. */
import blocks from '../../../schemas/blocks.json';
import { headerLine } from '../../edits/headers';
import type { KeySchema, Schema } from '../../schema/types';
import { keyText } from '../../toml/write';
import type { Layout } from './layout';
import { escapeSnippet, placeholder } from './snippet';
import { valueSnippet } from './value-text';

const presets: Readonly<Record<string, Readonly<Record<string, string | null>>>> = blocks.pairs;

/** The lines of a table with their indentation, and the next free tab stop. */
export function blockLines(
  key: KeySchema,
  header: readonly string[],
  layout: Layout,
  schema: Schema,
  stop: number,
): { lines: string[]; stop: number } {
  const depth = header.length;
  const lines = [layout.header(depth) + escapeSnippet(headerLine(header, key.kind === 'array-of-tables'))];
  let next = stop;
  for (const [child, preset] of firstPairs(key)) {
    lines.push(
      `${layout.pair(depth)}${keyText(child.name)} = ${valueSnippet(child, { schema, stop: next++, preset })}`,
    );
  }
  if (lines.length === 1) lines.push(`${layout.pair(depth)}$0`);
  return { lines, stop: next };
}

/** A table in one line: `{ ip = "…", hostnames = ["…"] }`. */
export function inlineTable(key: KeySchema, schema: Schema): string {
  const pairs = firstPairs(key).map(
    ([child, preset], index) => `${keyText(child.name)} = ${valueSnippet(child, { schema, stop: index + 1, preset })}`,
  );
  const table = pairs.length > 0 ? `{ ${pairs.join(', ')} }` : `{${placeholder(1, ' ')}}`;
  return key.kind === 'array-of-tables' ? `[${table}]` : table;
}

/** The pairs that a new table starts with: as schemas/blocks.json says, else those that the runner needs. */
function firstPairs(key: KeySchema): [KeySchema, string | undefined][] {
  const listed = presets[key.path];
  const names = listed ? Object.keys(listed) : key.required.map(({ name }) => name);
  return names.flatMap((name) => {
    const child = key.children.get(name);
    return child ? [[child, listed?.[name] ?? undefined] as [KeySchema, string | undefined]] : [];
  });
}
