/** The snippets with the names and descriptions of a language, as JSON. */
export function snippetsIn(language: string): string;
