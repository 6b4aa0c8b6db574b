/**
 * `npm run count-keys [-- CORPUS]`: counts in how many projects of the corpus each key and value is used, and writes
 * schemas/completion-order.json from it. With --check nothing is written and a difference exits 1; with --counts the
 * counts are shown.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadSchema } from '../server/schema/schema';
import { configurations } from './count-keys/corpus';
import handSet from './count-keys/hand-set.json';
import { completionOrder, FLAGS, KEYS } from './count-keys/order';
import { Tally } from './count-keys/tally';
import { findUses } from './count-keys/uses';
import { stringify } from './generate-schema.mjs';

const FILE = 'schemas/completion-order.json';
const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const [corpus = '../shared/corpus'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const schema = loadSchema();
const counts = new Tally();
const projects = new Set<string>();
for (const { project, document } of configurations(corpus)) {
  if (project in handSet.notCounted.projects) continue;
  projects.add(project);
  findUses(document.model.root, schema.root, schema, {
    key: (key) => counts.add(KEYS, key.path, project),
    value: (enumeration, value) => counts.add(enumeration, value, project),
    flag: (name) => counts.add(FLAGS, name, project),
  });
}
const text = `${stringify(completionOrder(schema, counts))}\n`;
if (options.includes('--counts')) {
  for (const { path } of schema.keys) console.log(String(counts.count(KEYS, path)).padStart(4), path);
}
const same = readFileSync(FILE, 'utf8') === text;
console.log(`${projects.size} projects counted; ${FILE} ${same ? 'is what they give' : 'differs'}.`);
if (options.includes('--check')) process.exitCode = same ? 0 : 1;
else if (!same) writeFileSync(FILE, text);
