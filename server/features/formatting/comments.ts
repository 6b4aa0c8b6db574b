/** Where comments on lines of their own belong: to what follows them, or to the table above. */
import { type Layout, UNKNOWN } from './row-layout';
import { columnOf, LEVEL_COLUMNS, type Row } from './rows';

/** A statement that a comment may belong to: the column it stands in and the level it goes to. */
interface Neighbour {
  readonly column: number;
  readonly level: number;
}

/** Gives every own-line comment between statements its level. */
export function placeComments(layout: Layout): void {
  const { kinds, levels } = layout;
  const next = nextStatements(layout);
  let above: Neighbour | undefined;
  let afterBlank = false;
  for (let index = 0; index < kinds.length; index++) {
    const kind = kinds[index];
    if (kind === 'comment') {
      levels[index] = levelOfComment(layout, index, above, next[index], afterBlank);
      continue;
    }
    afterBlank = kind === 'blank';
    if (kind === 'header' || kind === 'pair') above = neighbourAbove(layout, index, above);
  }
}

/** For each row the next one that is neither blank nor a comment. */
function nextStatements({ kinds }: Layout): (number | undefined)[] {
  const next = new Array<number | undefined>(kinds.length);
  let found: number | undefined;
  for (let index = kinds.length - 1; index >= 0; index--) {
    next[index] = found;
    if (kinds[index] !== 'blank' && kinds[index] !== 'comment') found = index;
  }
  return next;
}

function neighbourAbove(layout: Layout, index: number, before: Neighbour | undefined): Neighbour | undefined {
  const { document, rows, kinds, frozen, keyLevels } = layout;
  const level = keyLevels[index] as number;
  if (level === UNKNOWN) return undefined;
  const column = columnOf(document.text, rows[index] as Row);
  if (kinds[index] === 'pair') return frozen[index] ? before : { column, level };
  // A table without keys: where its first one would stand.
  return { column: frozen[index] ? level * LEVEL_COLUMNS : column + LEVEL_COLUMNS, level };
}

/**
 * A comment takes the level of what follows. Above a header that is not certain: `# privileged = true` at the end of
 * `[runners.docker]` is a key switched off, no remark about the next table. There its column tells.
 */
function levelOfComment(
  layout: Layout,
  index: number,
  above: Neighbour | undefined,
  next: number | undefined,
  afterBlank: boolean,
): number {
  const { document, rows, kinds, levels, frozen } = layout;
  const column = columnOf(document.text, rows[index] as Row);
  if (next === undefined) {
    // A last remark about the file, such as an editor's mode line.
    if (column === 0 && afterBlank) return 0;
    return layout.keyLevels[index] as number;
  }
  if (frozen[next]) return UNKNOWN;
  const below: Neighbour = { column: columnOf(document.text, rows[next] as Row), level: levels[next] as number };
  if (kinds[next] !== 'header' || !above || below.level === UNKNOWN) return below.level;
  if (isSettled(above) && isSettled(below) && column % LEVEL_COLUMNS === 0) {
    const level = column / LEVEL_COLUMNS;
    // A table switched off, between the depths of its neighbours.
    if (level > below.level && level < above.level) return level;
  }
  return Math.abs(column - above.column) < Math.abs(column - below.column) ? above.level : below.level;
}

function isSettled({ column, level }: Neighbour): boolean {
  return column === level * LEVEL_COLUMNS;
}
