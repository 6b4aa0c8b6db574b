/** Writes a page of docs/ in each of its languages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_FOLDERS, type PageLanguage } from './page-texts';

export function writePages(name: string, textIn: (language: PageLanguage) => string): void {
  for (const [language, folder] of Object.entries(PAGE_FOLDERS)) {
    const text = textIn(language as PageLanguage);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
    console.log(`${join(folder, name)}: ${Buffer.byteLength(text)} bytes`);
  }
}
