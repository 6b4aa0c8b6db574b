/** The data that the reference is made of, from the last build of schemas/ and from the examples beside them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSchema } from '../../server/schema/schema';
import { loadTexts } from '../../server/schema/texts';
import type { Sources } from './entry';

const EXAMPLES = 'schemas/examples';

export function readSources(): Sources {
  return { schema: loadSchema(), texts: loadTexts(), examples: readExamples() };
}

/** All files of the folder as one. */
function readExamples(): Sources['examples'] {
  if (!existsSync(EXAMPLES)) return {};
  const files = readdirSync(EXAMPLES).filter((name) => name.endsWith('.json'));
  return Object.assign({}, ...files.sort().map((name) => JSON.parse(readFileSync(join(EXAMPLES, name), 'utf8'))));
}
