/** The data that the reference is made of, from the last build of schemas/ and from the examples beside them. */
import { loadSchema } from '../../server/schema/schema';
import { loadTexts } from '../../server/schema/texts';
import { loadCatalog } from '../../server/text/catalog';
import { mergeExamples } from '../merge-examples.mjs';
import type { Sources } from './entry';

export function readSources(): Sources {
  const { say } = loadCatalog();
  return { schema: loadSchema(), texts: loadTexts(), examples: mergeExamples('schemas/examples'), say };
}
