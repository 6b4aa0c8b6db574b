/**
 * Where a line belongs that is being typed: VS Code gives each new line the indentation of the one above, and that is wrong for
 * a header that leaves a table, and for whoever types the indentation as well. Free of VS Code.
 */

/** A line that VS Code has begun with `given` blanks; the user typed `typed` more before anything else. */
export interface TypedLine {
  readonly line: number;
  readonly given: number;
  readonly typed: number;
}

/** The text around it. */
export interface Lines {
  at(line: number): string;
  /** The first line of the configuration, and the blanks that all of its lines have: more than none in a block of YAML. */
  readonly first: number;
  readonly margin: number;
}

/** How far back is looked for tables and for the start of a string. */
const LOOKED_AT = 500;
/** What the runner itself indents by. */
const STEP = 2;
const HEADER = /^[ \t]*\[\[?[ \t]*([A-Za-z_"'][^\]#]*)\]{1,2}[ \t]*(?:#.*)?$/;

/**
 * The number of blanks that a line shall begin with; undefined when it may stay. Blanks that were typed are meant: nobody types
 * the indentation of a line on top of what is there. A header without any goes beside its like, or one step below its parent.
 */
export function wantedIndentation({ line, given, typed }: TypedLine, lines: Lines): number | undefined {
  const text = lines.at(line);
  const now = blanks(text);
  const begins = text.charAt(now);
  if (now !== given + typed || begins === '') return undefined;
  if (typed > 0) {
    if (given <= lines.margin && !isWholeIndentation({ line, given, typed }, lines)) return undefined;
    // The text of a string is nobody's to move; the quotes that end it are.
    if (isInString(line, lines) && !/^["']$/.test(begins)) return undefined;
    const meant = typed < lines.margin ? lines.margin + typed : typed;
    // A key that somebody moves in by hand, a level or two: as it was typed.
    return /[[\]{}#"']/.test(begins) || meant >= given - STEP ? meant : undefined;
  }
  const path = headerPath(text);
  if (!path || isInString(line, lines) || isInBrackets(line, lines)) return undefined;
  const wanted = headerIndentation(path, line, lines);
  return wanted === undefined || wanted >= now ? undefined : wanted;
}

/**
 * Whether the blanks on a line that VS Code has begun without any of its own are those of the whole block as well. As many as the
 * block has may also be one step below a header.
 */
function isWholeIndentation({ line, typed }: TypedLine, lines: Lines): boolean {
  if (lines.margin === 0 || typed < lines.margin) return false;
  return typed > lines.margin || headerPath(lines.at(line - 1)) === undefined;
}

/** The comments above a header that go where it goes: those between it and a blank line, begun like it. */
export function commentsAbove(header: number, given: number, lines: Lines): number[] {
  const found: number[] = [];
  for (let line = header - 1; line >= firstLookedAt(header, lines); line--) {
    const text = lines.at(line);
    if (text.trim() === '') return found;
    if (blanks(text) !== given || text.charAt(given) !== '#') return [];
    found.push(line);
  }
  return [];
}

/** The names in the header that a line is; undefined for any other line. */
export function headerPath(text: string): string[] | undefined {
  const names = HEADER.exec(text)?.[1];
  return names === undefined ? undefined : names.split('.').map((name) => name.trim().toLowerCase());
}

function headerIndentation(path: readonly string[], line: number, lines: Lines): number | undefined {
  for (let above = line - 1; above >= firstLookedAt(line, lines); above--) {
    const text = lines.at(above);
    const other = headerPath(text);
    if (!other) continue;
    if (other.length === path.length && startsWith(path, other.slice(0, -1))) return blanks(text);
    if (other.length === path.length - 1 && startsWith(path, other))
      return blanks(text) + stepBelow(above, line, lines);
  }
  return path.length === 1 ? lines.margin : undefined;
}

/** How much deeper than its header a table's lines are. */
function stepBelow(header: number, end: number, lines: Lines): number {
  for (let line = header + 1; line < end; line++) {
    const text = lines.at(line);
    if (text.trim() !== '') return Math.max(0, blanks(text) - blanks(lines.at(header)));
  }
  return STEP;
}

function isInString(line: number, lines: Lines): boolean {
  let isIn = false;
  for (let above = line - 1; above >= firstLookedAt(line, lines); above--) {
    const text = lines.at(above);
    if (headerPath(text)) break;
    if (!/^[ \t]*#/.test(text) && (text.split(/"""|'''/).length - 1) % 2 === 1) isIn = !isIn;
  }
  return isIn;
}

/** Whether the line above leaves a list or an inline table open. */
function isInBrackets(line: number, lines: Lines): boolean {
  for (let above = line - 1; above >= firstLookedAt(line, lines); above--) {
    const text = lines.at(above).trim();
    if (text !== '' && !text.startsWith('#')) return /[[{,][ \t]*(?:#|$)/.test(text) && !headerPath(text);
  }
  return false;
}

function firstLookedAt(line: number, { first }: Lines): number {
  return Math.max(first, line - LOOKED_AT);
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((name, index) => path[index] === name);
}

/** With how many blanks a line begins; one that begins with a tab is nobody's business here. */
export function blanks(text: string): number {
  return /^ */.exec(text)?.[0].length ?? 0;
}
