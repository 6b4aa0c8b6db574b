/** `npm run docs:rules`: writes rules.md in each language from schemas/rules. */
import { ruleReference } from './rule-reference/reference';
import { writePages } from './write-pages';

writePages('rules.md', (language) => ruleReference(language));
