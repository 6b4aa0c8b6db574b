/** The contents and one section a table. */
import { headerOf } from '../../server/meaning/table-names';
import type { KeySchema, Schema } from '../../server/schema/types';
import type { Say } from '../page-texts';
import { hasSection, linkTo, pathText, slug } from './anchors';
import { body, documentationLink, keyEntry, paragraphs, type Sources } from './entry';

/** So many keys do not fit on a screen, so they get a list of their own. */
const MANY = 8;

/** The tables in the order of the schema, the file itself first. */
export function tablesOf(schema: Schema): KeySchema[] {
  return [schema.root, ...schema.keys.filter(hasSection)];
}

/** A nested list of all tables; links of the file's own are behind them. */
export function contents({ schema, page }: Sources, others: readonly string[]): string {
  const lines = tablesOf(schema).map((table) => {
    const depth = table.path === '' ? 0 : table.path.split('.').length - 1;
    const values = [...table.children.values()].filter((key) => !hasSection(key)).length;
    const link = linkToSection(table, page);
    return `${'  '.repeat(depth)}- ${values > 0 ? page('keys.contents.count', { link, count: values }) : link}`;
  });
  return [...lines, ...others.map((title) => `- [${title}](#${slug(title)})`)].join('\n');
}

function linkToSection(table: KeySchema, page: Say): string {
  if (table.path === '') return `[${page('keys.root')}](#${slug(page('keys.root'))})`;
  return `[\`${headerOf(table)}\`](#${slug(pathText(table))})`;
}

/** A table: what it is, links to what is in it, and its keys. */
export function tableSection(table: KeySchema, sources: Sources): string {
  const { page } = sources;
  const children = [...table.children.values()];
  const keys = children.filter((key) => !hasSection(key));
  const tables = children.filter(hasSection);
  const heading = table.path === '' ? page('keys.root') : `\`${headerOf(table)}\``;
  const documentation = table.path === '' ? [documentationLink(table, sources)] : body(table, sources);
  return paragraphs(
    `## ${heading}`,
    ...documentation,
    keys.length >= MANY && page('keys.keys', { links: keys.map((key) => linkTo(key, key.name)).join(' · ') }),
    tables.length > 0 && page('keys.tables', { links: tables.map((each) => linkToSection(each, page)).join(' · ') }),
    ...keys.map((key) => keyEntry(key, sources)),
  );
}
