/** Which level of indentation every row belongs to, and which rows formatting must leave alone. */

import type { ConfigDocument } from '../../meaning/document';
import { writtenLineStart } from '../../text/written-line';
import type { KeyValue, Section } from '../../toml/syntax';
import { TokenKind } from '../../toml/token';
import { bracketLevels } from './bracket-levels';
import { placeComments } from './comments';
import { type Layout, type RowKind, UNKNOWN } from './row-layout';
import { cutRows, isBlank, rowAt } from './rows';

/**
 * Lays a document out. A header of n parts is on level n - 1 and its keys are on level n: that is how the runner saves
 * the file (github.com/BurntSushi/toml, encode.go, `indentStr`).
 */
export function layOut(document: ConfigDocument): Layout {
  const rows = cutRows(document.syntax);
  const layout = {
    document,
    rows,
    kinds: rows.map((row): RowKind => (isBlank(row) ? 'blank' : row.comment ? 'comment' : 'foreign')),
    levels: new Array<number>(rows.length).fill(UNKNOWN),
    frozen: new Array<boolean>(rows.length).fill(false),
    keyLevels: new Array<number>(rows.length).fill(UNKNOWN),
    outdented: 0,
  };
  freezeProblems(layout);
  for (const section of document.syntax.sections) placeSection(layout, section);
  for (let index = 0; index < rows.length; index++) {
    if (layout.kinds[index] === 'foreign') layout.frozen[index] = true;
  }
  const { linesAboveFirst } = document.traits;
  if (linesAboveFirst !== undefined)
    layout.outdented = outdentFirstTables(layout, rowAt(rows, writtenLineStart(document.text, linesAboveFirst)));
  placeComments(layout);
  return layout;
}

/**
 * The first line of a block of YAML cannot be indented. Where it begins a table of a runner, or is a comment above one, this
 * table and those that follow move out by what it has too much, up to the first that would not. Returns how many rows do.
 */
function outdentFirstTables({ kinds, levels, keyLevels }: Layout, from: number): number {
  const first = kinds.findIndex((kind, index) => index >= from && kind !== 'blank' && kind !== 'comment');
  const base = levels[first] ?? 0;
  if (base <= 0) return 0;
  const next = levels.findIndex((level, index) => kinds[index] === 'header' && level !== UNKNOWN && level < base);
  const end = next < 0 ? levels.length : next;
  for (const list of [levels, keyLevels]) {
    for (let index = first; index < end; index++)
      if (list[index] !== UNKNOWN) list[index] = (list[index] as number) - base;
  }
  return end;
}

/** The string that indents a level: the runner's two spaces, whatever the tab size, or a tab where the client wants tabs. */
export function indentation(level: number, insertSpaces: boolean): string {
  return (insertSpaces ? '  ' : '\t').repeat(level);
}

/**
 * What is defined twice is no syntax error here: the shape of such a line is not in doubt. A line with a token that fits
 * nothing may be without a problem of its own, when the line above is the cause.
 */
function freezeProblems({ document, rows, frozen }: Layout): void {
  const { problems, tokenKinds, tokenEnds } = document.syntax;
  for (
    let token = tokenKinds.indexOf(TokenKind.invalid);
    token >= 0;
    token = tokenKinds.indexOf(TokenKind.invalid, token + 1)
  ) {
    frozen[rowAt(rows, (tokenEnds[token] as number) - 1)] = true;
  }
  for (const { code, start, end } of problems) {
    // White space behind a lone carriage return keeps it from becoming a CRLF.
    const last = rowAt(rows, code === 'control-character' ? end : Math.max(start, end - 1));
    for (let index = rowAt(rows, start); index <= last; index++) frozen[index] = true;
  }
}

function placeSection(layout: Layout, section: Section): void {
  const { rows, kinds, levels, keyLevels } = layout;
  const { header } = section;
  const keyLevel = levelOfKeys(section);
  const firstRow = rowAt(rows, section.start);
  const lastRow = section.end === layout.document.text.length ? rows.length - 1 : rowAt(rows, section.end) - 1;
  for (let index = firstRow; index <= lastRow; index++) {
    keyLevels[index] = keyLevel;
    if (kinds[index] === 'blank') levels[index] = keyLevel;
  }
  if (header) {
    kinds[firstRow] = 'header';
    levels[firstRow] = keyLevel === UNKNOWN ? UNKNOWN : keyLevel - 1;
  }
  for (const pair of section.pairs) placePair(layout, pair, keyLevel);
}

/** No table of a runner is half as deep. Below a thousand names each line would get two thousand spaces. */
const DEEPEST_LEVEL = 20;

/** `[runners.` may become a table of any depth; its keys stay where they are until it is finished. */
function levelOfKeys({ header }: Section): number {
  if (!header) return 0;
  const { segments } = header.key;
  if (segments.length > DEEPEST_LEVEL) return UNKNOWN;
  return segments.every((segment) => segment.end > segment.start) ? segments.length : UNKNOWN;
}

function placePair({ document, rows, kinds, levels, frozen }: Layout, pair: KeyValue, keyLevel: number): void {
  const first = rowAt(rows, pair.start);
  const last = rowAt(rows, Math.max(pair.start, pair.end - 1));
  // A pair behind a header or another pair has a problem; that row keeps its first kind.
  if (kinds[first] !== 'foreign') return;
  kinds[first] = 'pair';
  levels[first] = keyLevel;
  if (pair.equals < 0) frozen[first] = true;
  if (last === first) return;
  let broken = false;
  for (let index = first; index <= last; index++) broken ||= frozen[index] as boolean;
  const inner = bracketLevels(document.syntax, rows, first, last);
  for (let index = first; index <= last; index++) {
    if (broken) frozen[index] = true;
    if (index === first) continue;
    kinds[index] = kinds[index] === 'blank' ? 'blank' : 'inner';
    levels[index] = keyLevel === UNKNOWN ? UNKNOWN : keyLevel + (inner[index - first] as number);
  }
}
