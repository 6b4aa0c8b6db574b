/** The contents and one section a table. */
import { headerOf } from '../../server/meaning/table-names';
import type { KeySchema, Schema } from '../../server/schema/types';
import { hasSection, linkTo, pathText, slug } from './anchors';
import { body, keyEntry, paragraphs, type Sources } from './entry';

const ROOT = 'The file itself';

/** So many keys do not fit on a screen, so they get a list of their own. */
const MANY = 8;

/** The tables in the order of the schema, the file itself first. */
export function tablesOf(schema: Schema): KeySchema[] {
  return [schema.root, ...schema.keys.filter(hasSection)];
}

/** A nested list of all tables; links of the file's own are behind them. */
export function contents(schema: Schema, others: readonly string[]): string {
  const lines = tablesOf(schema).map((table) => {
    const depth = table.path === '' ? 0 : table.path.split('.').length - 1;
    const values = [...table.children.values()].filter((key) => !hasSection(key)).length;
    return `${'  '.repeat(depth)}- ${linkToSection(table)}${values > 0 ? ` (${values})` : ''}`;
  });
  return [...lines, ...others.map((title) => `- [${title}](#${slug(title)})`)].join('\n');
}

function linkToSection(table: KeySchema): string {
  if (table.path === '') return `[${ROOT}](#${slug(ROOT)})`;
  return `[\`${headerOf(table)}\`](#${slug(pathText(table))})`;
}

/** A table: what it is, links to what is in it, and its keys. */
export function tableSection(table: KeySchema, sources: Sources): string {
  const children = [...table.children.values()];
  const keys = children.filter((key) => !hasSection(key));
  const tables = children.filter(hasSection);
  const heading = table.path === '' ? ROOT : `\`${headerOf(table)}\``;
  const documentation = table.path === '' ? [`[Documentation](${table.docs})`] : body(table, sources);
  return paragraphs(
    `## ${heading}`,
    ...documentation,
    keys.length >= MANY && `Keys: ${keys.map((key) => linkTo(key, key.name)).join(' · ')}`,
    tables.length > 0 && `Tables: ${tables.map(linkToSection).join(' · ')}`,
    ...keys.map((key) => keyEntry(key, sources)),
  );
}
