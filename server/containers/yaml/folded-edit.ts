/**
 * Writes into a folded block scalar (`>`). Between two lines that begin with no space YAML makes a space of one line break, and
 * one break fewer of more: there the file has one more than the text.
 */
import type { Edit } from '../../text/offset-map';

/** A folded block, and the places of its text in the file. */
export interface FoldedBlock {
  readonly source: string;
  readonly text: string;
  readonly margin: string;
  readonly lineBreak: string;
  toHost(offset: number): number;
}

/** Whether an edit neither makes nor removes a line, nor changes what one begins with: the breaks around stay right. */
export function staysInLine(text: string, { start, end, text: inserted }: Edit): boolean {
  if (/[\r\n]/.test(inserted + text.slice(start, end))) return false;
  const begins = isFlush(inserted === '' ? text.slice(end) : inserted, 0);
  if (!isInLine(text, start)) return isFlush(text, start) && begins;
  return begins || text[start - 1] !== ' ';
}

/** An edit of the text as one of the file, with the line breaks around it as the lines that then are neighbours need them. */
export function foldedEdit({ source, text, margin, lineBreak, toHost }: FoldedBlock, edit: Edit): Edit {
  const inserted = edit.text.replaceAll('\r\n', '\n');
  const after = text.slice(0, edit.start) + inserted + text.slice(edit.end);
  const longer = after.length - text.length;
  let from = isInLine(text, edit.start) ? edit.start : endOfLineAbove(text, edit.start);
  // A space before it may be a line break in the file, which it is not before white space.
  if (!isFlush(after, from)) while (text[from - 1] === ' ') from--;
  const to = endOfChange(text, edit.end, after, longer);
  let start = toHost(from);
  let end = toHost(to);
  let written = folded(after, from, to + longer, lineBreak, margin);
  // Breaks that are there stay: what is written at a cursor is written on its line.
  const line = source.lastIndexOf('\n', toHost(edit.start) - 1) + 1;
  const startsLine = !isInLine(text, edit.start) && source.slice(line, toHost(edit.start)).trim() === '';
  const above = leadingBreaks(written);
  const kept = breaksIn(source.slice(start, line));
  if (startsLine && breaksIn(above) >= kept) {
    start = line;
    written = lineBreak.repeat(breaksIn(above) - kept) + (above === '' ? margin : '') + written.slice(above.length);
  }
  const below = /(?:\r?\n)+ *$/.exec(written)?.[0] ?? '';
  const left = breaksIn(source.slice(toHost(edit.end), end));
  if (text[edit.end] === '\n' && to > edit.end && below !== written && breaksIn(below) >= left) {
    end = toHost(edit.end);
    written = written.slice(0, -below.length) + lineBreak.repeat(breaksIn(below) - left);
  }
  return { start, end, text: written };
}

/** Several edits as one. */
export function asOne(text: string, edits: readonly Edit[]): Edit {
  const [first, ...others] = [...edits].sort((a, b) => a.start - b.start || a.end - b.end) as [Edit, ...Edit[]];
  return others.reduce(
    (one, { start, end, text: inserted }) => ({
      start: one.start,
      end,
      text: one.text + text.slice(one.end, start) + inserted,
    }),
    first,
  );
}

/** The text between two offsets as it has to stand in the file. */
function folded(text: string, from: number, to: number, lineBreak: string, margin: string): string {
  return text.slice(from, to).replace(/\n+/g, (breaks, offset: number) => {
    const above = from + offset;
    const below = above + breaks.length;
    const more = isFlush(text, lineStart(text, above)) && isFlush(text, below) ? 1 : 0;
    return lineBreak.repeat(breaks.length + more) + (isEmptyAt(text, below) ? '' : margin);
  });
}

/** The offset up to which the text is written anew: that of the edit, or of the next line, where the breaks before it change. */
function endOfChange(text: string, end: number, after: string, longer: number): number {
  const lines = [lineStart(text, end), lineStart(after, end + longer)] as const;
  if (!isEmptyAt(text, end)) {
    const startsLine = lines[0] === end && lines[1] === end + longer;
    if (startsLine || isFlush(text, lines[0]) === isFlush(after, lines[1])) return end;
  }
  const next = /\n+(?=[^\n])/g;
  next.lastIndex = end;
  return next.exec(text) ? next.lastIndex : end;
}

function endOfLineAbove(text: string, offset: number): number {
  let end = lineStart(text, offset);
  while (text[end - 1] === '\n') end--;
  return end;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Whether something else than white space stands before an offset on its line. */
function isInLine(text: string, offset: number): boolean {
  return /\S/.test(text.slice(lineStart(text, offset), offset));
}

/** Whether something else than white space stands at an offset. */
function isFlush(text: string, offset: number): boolean {
  return /\S/.test(text.charAt(offset));
}

function isEmptyAt(text: string, offset: number): boolean {
  return text[offset] === undefined || text[offset] === '\n';
}

function leadingBreaks(text: string): string {
  return /^(?:\r?\n)*/.exec(text)?.[0] ?? '';
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}
