/** `npm run docs:keys`: writes docs/keys.md from schemas/. */
import { writeFileSync } from 'node:fs';
import { keyReference } from './key-reference/reference';
import { readSources } from './key-reference/sources';

const FILE = 'docs/keys.md';
const text = keyReference(readSources());
writeFileSync(FILE, text);
console.log(`${FILE}: ${Buffer.byteLength(text)} bytes`);
