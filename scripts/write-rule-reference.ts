/** `npm run docs:rules`: writes docs/rules.md from schemas/rules. */
import { writeFileSync } from 'node:fs';
import { ruleReference } from './rule-reference/reference';

const FILE = 'docs/rules.md';
const text = ruleReference();
writeFileSync(FILE, text);
console.log(`${FILE}: ${Buffer.byteLength(text)} bytes`);
