/** The whole reference in Markdown. */
import { APPENDICES, flagSection, removedFlagSection, removedKeySection } from './appendix';
import { paragraphs, type Sources } from './entry';
import { contents, tableSection, tablesOf } from './sections';

/** The same text for the same schemas, texts and examples. */
export function keyReference(sources: Sources): string {
  const { schema, page } = sources;
  const flags = schema.featureFlags.filter((flag) => !flag.removed).length;
  return `${paragraphs(
    '<!-- Written by `npm run docs:keys` from schemas/: change the data there, not this file. -->',
    `# ${page('keys.title')}`,
    page('keys.introduction', { version: schema.newestVersion, keys: schema.keys.length, flags }),
    `## ${page('keys.contents')}`,
    page('keys.contents.numbers'),
    contents(
      sources,
      APPENDICES.map((title) => page(title)),
    ),
    ...tablesOf(schema).map((table) => tableSection(table, sources)),
    flagSection(sources),
    removedFlagSection(sources),
    removedKeySection(sources),
  )}\n`;
}
