/** Snippet text in the syntax of the protocol: tab stops, placeholders, choices; and the same as plain text. */

/** Text that shall stand in a snippet as it is. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A tab stop, with the text that stands there until the user types another. */
export function placeholder(stop: number, text = ''): string {
  return text === '' ? `$${stop}` : `\${${stop}:${escapeSnippet(text)}}`;
}

/** A tab stop with a list of values, the first one chosen. */
export function choice(stop: number, values: readonly string[]): string {
  return `\${${stop}|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}

const PARTS = /\\([\\$}])|\$\{\d+:((?:\\.|[^$}\\])*)\}|\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}|\$\d+/g;

/** What a snippet leaves when its placeholders are accepted as they are, for clients that know no snippets. */
export function plainText(snippet: string): string {
  return snippet.replace(PARTS, (_, escaped?: string, preset?: string, first?: string) => {
    return escaped ?? (preset ?? first ?? '').replace(/\\(.)/g, '$1');
  });
}

/** Whether a snippet holds tab stops. */
export function hasTabStops(snippet: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\$/.test(snippet);
}
