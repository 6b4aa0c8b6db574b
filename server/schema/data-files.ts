/** Reads the texts from the file beside the bundle, or from where the build put it when the sources run. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextFile } from './texts';

export function readTexts(): TextFile {
  const name = 'texts.en.json';
  const beside = join(__dirname, name);
  return JSON.parse(readFileSync(existsSync(beside) ? beside : join(__dirname, 'generated', name), 'utf8'));
}
