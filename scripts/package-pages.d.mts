export function readmeWithoutAddress(markdown: string): string;
export function guide(markdown: string): string;

/** What differs between a page and its translation, paragraph by paragraph. */
export function translationOf(page: string, translated: string): string;
