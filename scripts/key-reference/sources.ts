/** The data that the reference is made of, from the last build of schemas/ and from the examples beside them. */
import { loadSchema } from '../../server/schema/schema';
import { loadTexts } from '../../server/schema/texts';
import { loadCatalog } from '../../server/text/catalog';
import { mergeExamples } from '../merge-examples.mjs';
import { type PageLanguage, pageTexts } from '../page-texts';
import type { Sources } from './entry';

export function readSources(language: PageLanguage = 'en'): Sources {
  const { say } = loadCatalog(language);
  const texts = loadTexts(language);
  const paths = Object.keys(mergeExamples('schemas/examples'));
  // Their comments are in the language.
  const examples = Object.fromEntries(paths.map((path) => [path, texts.example(path) ?? []]));
  return { schema: loadSchema(), texts, examples, page: pageTexts(language), say };
}
