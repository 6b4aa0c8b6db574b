/** Reads the patterns of a language from the file beside the bundle, or from where the build put it when the sources run. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from './generated/languages';
import type { Patterns } from './pattern';

/** Undefined where there are none in that language. */
export function readMessagePatterns(language: string): Patterns | undefined {
  if (!languages.includes(language)) return undefined;
  const name = `messages.${language}.json`;
  const file = [join(__dirname, name), join(__dirname, 'generated', name)].find(existsSync);
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as Patterns);
}
