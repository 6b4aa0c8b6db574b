/** How deep the rows of a value that runs over several rows are indented below its key. */
import type { TomlSyntax } from '../../toml/syntax';
import { TokenKind } from '../../toml/token';
import type { Row } from './rows';

/**
 * The levels of the rows `first` to `last` of one pair, relative to the pair's own. What stands in brackets is one level
 * below the row that opened them, however many it opened (`[{`); a row that starts by closing brackets is on the level of the
 * row that opened the last of these.
 */
export function bracketLevels(syntax: TomlSyntax, rows: readonly Row[], first: number, last: number): number[] {
  const levels: number[] = [];
  /** For each open bracket the level of the row that opened it. */
  const open: number[] = [];
  for (let index = first; index <= last; index++) {
    const row = rows[index] as Row;
    const outer = open[open.length - 1];
    let level = outer === undefined ? 0 : outer + 1;
    let leading = true;
    for (let token = row.firstToken; token < row.endToken; token++) {
      const kind = syntax.tokenKinds[token];
      if (kind === TokenKind.whitespace) continue;
      if (kind === TokenKind.rightBracket || kind === TokenKind.rightBrace) {
        const opened = open.pop();
        if (leading && opened !== undefined) level = opened;
        continue;
      }
      leading = false;
      if (kind === TokenKind.leftBracket || kind === TokenKind.leftBrace) open.push(level);
    }
    levels.push(level);
  }
  return levels;
}
