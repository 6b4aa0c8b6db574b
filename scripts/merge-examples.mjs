// Merges the files of schemas/examples into the one that the server reads.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The examples of all files of a folder, `{ "<schema path>": ["line", …] }`; they hold no language but TOML. */
export function mergeExamples(folder) {
  const merged = {};
  for (const file of readdirSync(folder).sort()) {
    const examples = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    for (const [path, lines] of Object.entries(examples)) {
      if (Object.hasOwn(merged, path)) throw new Error(`${join(folder, file)} has a second example of ${path}`);
      merged[path] = lines;
    }
  }
  return merged;
}
