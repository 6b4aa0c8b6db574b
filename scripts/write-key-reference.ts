/** `npm run docs:keys`: writes keys.md in each language from schemas/. */
import { keyReference } from './key-reference/reference';
import { readSources } from './key-reference/sources';
import { writePages } from './write-pages';

writePages('keys.md', (language) => keyReference(readSources(language)));
