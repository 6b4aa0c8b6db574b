/** The page in the language of `translation`. */
export function translatedPage(page: string, translation: string): string;

/** A paragraph as the first phrase has it that it is an example of. */
export function phrased(paragraph: string, pairs: readonly (readonly string[])[]): string;
