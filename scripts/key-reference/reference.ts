/** The whole reference in Markdown. */
import { FLAGS, flagSection, REMOVED_FLAGS, REMOVED_KEYS, removedFlagSection, removedKeySection } from './appendix';
import { paragraphs, type Sources } from './entry';
import { contents, tableSection, tablesOf } from './sections';

const CONTENTS = 'Contents';

/** The same text for the same schemas, texts and examples. */
export function keyReference(sources: Sources): string {
  const { schema } = sources;
  const flags = schema.featureFlags.filter((flag) => !flag.removed).length;
  return `${paragraphs(
    '<!-- Written by `npm run docs:keys` from schemas/: change the data there, not this file. -->',
    '# Keys of `config.toml`',
    `What GitLab Runner ${schema.newestVersion} reads from its configuration file: ${schema.keys.length} keys and ` +
      `tables, ${flags} feature flags. *Since* is the first minor version that knew a key.`,
    `## ${CONTENTS}`,
    'The numbers are those of the keys in a table, tables in it not counted.',
    contents(schema, [FLAGS, REMOVED_FLAGS, REMOVED_KEYS]),
    ...tablesOf(schema).map((table) => tableSection(table, sources)),
    flagSection(sources),
    removedFlagSection(sources),
    removedKeySection(sources),
  )}\n`;
}
