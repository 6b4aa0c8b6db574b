export function readmeWithoutAddress(markdown: string): string;
export function guide(markdown: string): string;

/** What differs between a page and its translation, paragraph by paragraph. */
export function translationOf(page: string, translated: string, phrases: readonly (readonly string[])[]): string;

/** What a page says of each code, in English and in another language. */
export function phrasesOf(
  english: Readonly<Record<string, string>>,
  translated: Readonly<Record<string, string>>,
): string[][];
