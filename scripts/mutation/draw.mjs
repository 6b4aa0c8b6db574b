// Which of all mutants are tested, and by which tests first.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';

/** What a mutant is called, however far its line moves: `server/edits/a.ts: was → is`. */
export function mutantKey({ fileName, location, replacement }, root) {
  const path = isAbsolute(fileName) ? relative(root, fileName) : fileName;
  return `${path.split(sep).join('/')}: ${oneLine(textAt(fileName, location))} → ${oneLine(replacement)}`;
}

/** The text at a place that counts lines and columns from 0. */
function textAt(file, { start, end }) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(start.line, end.line + 1);
  lines.push(lines.pop().slice(0, end.column));
  return lines.join('\n').slice(start.column);
}

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/** The `count` of `keys` that come first when all are sorted by a hash of `seed` and themselves. */
export function draw(keys, count, seed) {
  const hash = (key) => createHash('sha256').update(`${seed}\n${key}`).digest('hex');
  const hashed = [...keys].map((key) => [hash(key), key]).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Set(hashed.slice(0, count).map(([, key]) => key));
}

/** `tests` in the order in which they are likely to notice a change of `file`: of its name, of its folder, the others. */
export function nearestFirst(tests, file) {
  const name = basename(file, '.ts');
  const folder = dirname(file);
  const distance = (test) => {
    if (basename(test, '.test.ts') === name) return 0;
    return dirname(test).endsWith(folder) ? 1 : 2;
  };
  return [...tests].sort((a, b) => distance(a) - distance(b));
}
