/** The manifest as VS Code shows it: with the texts of a language in place of the `%key%`s. */
import { readFileSync } from 'node:fs';

export type Texts = Readonly<Record<string, string>>;

/** The English texts. */
export const englishTexts: Texts = JSON.parse(readFileSync('package.nls.json', 'utf8'));

/** The manifest as it is written. */
export const writtenManifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** Every key that a text of the manifest stands for; like VS Code, only where the key is the whole text. */
export function keyOf(text: string): string | undefined {
  return /^%([^%]+)%$/.exec(text)?.[1];
}

/** What VS Code makes of the manifest: a key without a text stays. */
export function localized(texts: Texts): typeof writtenManifest {
  return JSON.parse(JSON.stringify(writtenManifest), (_name, value: unknown) => {
    if (typeof value !== 'string') return value;
    const key = keyOf(value);
    return (key && texts[key]) ?? value;
  });
}
