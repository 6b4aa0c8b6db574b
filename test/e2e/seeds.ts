import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SEEDS = '../shared/seeds';

/** A configuration that somebody published, where it is; else a text of our own about the same mistake. */
export function seedOr(name: string, own: string): string {
  const path = join(SEEDS, name);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  console.error(`*** ${path} is not here: the test is about a text of our own instead. ***`);
  return own;
}
