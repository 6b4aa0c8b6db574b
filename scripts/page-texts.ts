/** What the pages of docs/ say around the data: schemas/texts/<language>/pages.json, which no user's editor reads. */
import { existsSync, readFileSync } from 'node:fs';
import type english from '../schemas/texts/en/pages.json';
import { createCatalog, loadCatalog } from '../server/text/catalog';
import type { Message } from '../server/text/message';
import { compiledPattern } from './compile-messages.mjs';

export type PageTextId = keyof typeof english;

/** The languages that the pages are written in, with the folder of each. */
export const PAGE_FOLDERS = { en: 'docs', 'zh-cn': 'docs/zh-cn' } as const;

export type PageLanguage = keyof typeof PAGE_FOLDERS;

/** Says a text of a page. */
export type Say = (id: PageTextId, args?: Message['args']) => string;

/** The texts of a language; what they share with those of the server, such as how a list is written, is said as there. */
export function pageTexts(language: PageLanguage): Say {
  const texts: Record<string, string> = JSON.parse(readFileSync(`schemas/texts/${language}/pages.json`, 'utf8'));
  const patterns = Object.entries(texts).map(([id, text]) => [id, compiledPattern(id, text)]);
  const catalog = createCatalog(language, Object.fromEntries(patterns), loadCatalog(language));
  // The ids are those of the pages, which the compiler has checked here, not those of the server.
  return (id, args) => catalog.say({ id, args } as unknown as Message);
}

/** The evidence of rules by their code, where the one in schemas/rules says more than names: evidence.json of the language. */
export function evidenceIn(language: PageLanguage): Readonly<Record<string, string>> {
  const file = `schemas/texts/${language}/evidence.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
