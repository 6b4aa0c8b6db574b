/**
 * Lines of an example that stand for what its author left out: `...`, `(...)`, `# …`, `[...]`. They are no mistakes, and
 * behind them the table may be another one than the last header says.
 */

/** Nothing with a bracket, a quote or an `=` of TOML behind it: an array may go on there. */
const ELIDED = /^([ \t]*)(?:(?:#|\/\/)[ \t]*)?(?:(?:\[\.{3,}\]|\{\.{3,}\})[ \t]*|[(<]?(?:\.{3}|…)[^=[\]{}"'\r\n]*)$/gm;

/** Where the elided lines of a text begin. */
export function elidedLines(text: string): number[] {
  return Array.from(text.matchAll(ELIDED), ({ index }) => index);
}

/** The text with comments instead of its elided lines, length kept. */
export function maskElidedLines(text: string): string {
  return text.replace(ELIDED, (line: string, indentation: string) => {
    return `${indentation}#${line.slice(indentation.length + 1)}`;
  });
}
