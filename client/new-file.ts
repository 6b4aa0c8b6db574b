/** The text of a new configuration, in snippet syntax. Free of VS Code. */

/** The globals, which only a whole file has, and a runner as its snippet writes it: the tab stops of that come after theirs. */
export function newFile(concurrent: number, runner: readonly string[]): string[] {
  const later = (line: string) =>
    line.replace(/(\\.)|(\$\{?)([1-9]\d*)/g, (_, escaped: string | undefined, begin: string, stop: string) => {
      return escaped ?? `${begin}${Number(stop) + 1}`;
    });
  return [`concurrent = \${1:${concurrent}}`, 'check_interval = 0', '', ...runner.map(later), ''];
}
