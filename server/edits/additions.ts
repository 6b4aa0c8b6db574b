/** Makes edits of what is added to tables, braces and lists: all that goes to one place becomes one edit. */
import type { ConfigDocument } from '../meaning/document';
import type { TextEdit } from '../text/edit';
import type { ArrayValue, InlineTableValue, KeyValue, Section, TomlSyntax } from '../toml/syntax';
import { headerLine } from './headers';
import { addItems, addPairs } from './list-items';
import type { Target } from './target-table';
import { addToSection, deeper, indentationAt, insertLines, lineBreak, pairIndentation } from './text-lines';

/** Where something is added. */
export type Place =
  | Target
  /** Between braces. */
  | { readonly braces: InlineTableValue }
  /** On the line below another dotted key of the same table. */
  | { readonly beside: KeyValue }
  /** To the items of an array. */
  | { readonly list: ArrayValue }
  /** As a table of its own behind the pairs of a section. `indentation`: of its header. */
  | { readonly behind: Section; readonly indentation: string };

/** Something to add; `text` writes it, where it is lines with their indentation. */
export interface Addition {
  readonly place: Place;
  text(indentation: string): string;
}

interface Group {
  readonly place: Place;
  readonly texts: Addition['text'][];
}

/** The edits that add everything, keys before tables; undefined where a comment would suffer. */
export function additionEdits(document: ConfigDocument, additions: readonly Addition[]): TextEdit[] | undefined {
  const lines: TextEdit[] = [];
  const others: TextEdit[] = [];
  for (const { place, texts } of inOrder(groups(additions))) {
    if ('list' in place || 'braces' in place) {
      const made = addBetween(
        document,
        place,
        texts.map((text) => text('')),
      );
      if (!made) return undefined;
      others.push(...made);
    } else {
      lines.push(addLines(document, place, texts));
    }
  }
  return [...others, ...joined(lines)];
}

function groups(additions: readonly Addition[]): Group[] {
  const found: Group[] = [];
  for (const { place, text } of additions) {
    // Each table is an addition of its own, and a list may become ten thousand of them.
    const group = 'behind' in place ? undefined : found.find((other) => isSame(other.place, place));
    if (group) group.texts.push(text);
    else found.push({ place, texts: [text] });
  }
  return found;
}

/** Whether two additions are written as one; lines that only go to one offset are joined afterwards. */
function isSame(one: Place, other: Place): boolean {
  if ('braces' in one) return 'braces' in other && one.braces === other.braces;
  if ('list' in one) return 'list' in other && one.list === other.list;
  // Each table of a list is an addition of its own.
  if (!('below' in one && 'below' in other) || one.below !== other.below || one.array || other.array) return false;
  return one.header.join('\n') === other.header.join('\n');
}

/** Keys come before headers: behind a header they would be another table's. */
function inOrder(found: readonly Group[]): Group[] {
  const beginsTable = ({ place }: Group) => 'below' in place || 'behind' in place;
  return [...found.filter((group) => !beginsTable(group)), ...found.filter(beginsTable)];
}

function addBetween(
  document: ConfigDocument,
  place: { readonly list: ArrayValue } | { readonly braces: InlineTableValue },
  texts: readonly string[],
): TextEdit[] | undefined {
  return 'list' in place ? addItems(document, place.list, texts) : addPairs(document, place.braces, texts);
}

function addLines(
  document: ConfigDocument,
  place: Exclude<Place, { list: ArrayValue } | { braces: InlineTableValue }>,
  texts: readonly Addition['text'][],
): TextEdit {
  const written = (indentation: string) => texts.map((text) => text(indentation)).join(lineBreak(document));
  if ('beside' in place) {
    const { lines } = document;
    const next = lines.lineStart(lines.lineOf(place.beside.end) + 1);
    return insertLines(document, next, [written(indentationAt(document, place.beside.start))]);
  }
  if ('behind' in place) return addToSection(document, place.behind, [written(place.indentation)]);
  return insertionAt(document, place, written);
}

/** Lines that are added at one offset, as one edit. */
function joined(lines: readonly TextEdit[]): TextEdit[] {
  const byOffset = new Map<number, TextEdit>();
  for (const edit of lines) {
    const before = byOffset.get(edit.start);
    byOffset.set(edit.start, before ? { ...edit, newText: before.newText + edit.newText } : edit);
  }
  return [...byOffset.values()];
}

/** Adds lines to the target; `written` gives them for an indentation. */
function insertionAt(document: ConfigDocument, target: Target, written: (indentation: string) => string): TextEdit {
  if ('section' in target) {
    const { section } = target;
    return addToSection(document, section, [written(pairIndentation(document, section))]);
  }
  const { header } = target.below;
  const indentation = header ? nested(document, target.below) : '';
  const line = indentation + headerLine(target.header, target.array);
  return addToSection(document, target.below, [line, written(deeper(document, indentation))]);
}

/** The indentation of a new header: where others are flush it is flush, else as the pairs of the table around it. */
export function nested(document: ConfigDocument, around: Section): string {
  return headersAreFlush(document) ? '' : pairIndentation(document, around);
}

/** Asked for each of a thousand runners when all of them get a table. */
const flush = new WeakMap<TomlSyntax, boolean>();

/** Whether no header is indented, of several that could be. */
function headersAreFlush(document: ConfigDocument): boolean {
  const { syntax } = document;
  let known = flush.get(syntax);
  if (known === undefined) {
    const headers = syntax.sections.flatMap(({ header }) => header ?? []);
    known =
      headers.some(({ key }) => key.segments.length > 1) &&
      headers.every(({ start }) => indentationAt(document, start) === '');
    flush.set(syntax, known);
  }
  return known;
}
