/** Makes text edits of changes: the one place that does. */
import type { Change } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import type { TextEdit } from '../text/edit';
import { addTable } from './add-table';
import { changeBrackets, insertHeader, listOf } from './headers';
import { joinedEdits, type Pieces } from './joined-edits';
import { mergeTable } from './merge-table';
import { keyMove } from './move-pair';
import { removePart } from './remove-part';
import { renameMembers } from './rename-members';
import { renameTable } from './rename-table';
import { appendTo, type IsGone, setKey } from './set-key';
import { staysSound } from './soundness';
import { placeFor } from './table-place';

interface Made {
  readonly document: ConfigDocument;
  readonly edits: readonly TextEdit[] | undefined;
}

/** The edits of changes once made: a fix is asked for them to be offered, to be tried and to be applied. */
const known = new WeakMap<readonly Change[], Made>();

/** The edits of changes that are made together, in the order of the text; undefined where other text would suffer. */
export function editsOf(document: ConfigDocument, changes: readonly Change[]): readonly TextEdit[] | undefined {
  let made = known.get(changes);
  if (made?.document !== document) {
    made = { document, edits: makeEdits(document, changes) };
    known.set(changes, made);
  }
  return made.edits;
}

function makeEdits(document: ConfigDocument, changes: readonly Change[]): TextEdit[] | undefined {
  const origin = originOf(document, changes);
  if (origin.text !== document.text) return undefined;
  const gone = new Set(changes.flatMap((change) => (change.op === 'remove' ? [change.part.start] : [])));
  const isGone: IsGone = (pair) => pair !== undefined && gone.has(pair.start);
  const pieces: Pieces[] = [];
  for (const change of changes) {
    const made = piecesOf(origin, change, isGone);
    if (!made) return undefined;
    pieces.push(made);
  }
  return together(origin, pieces);
}

/** The document that the changes were found in: that may be a rendering of a template. */
function originOf(document: ConfigDocument, changes: readonly Change[]): ConfigDocument {
  for (const change of changes) {
    if ('from' in change) return change.from.document;
    if ('at' in change) return change.at.document;
    if ('in' in change) return change.in.document;
  }
  return document;
}

function together(document: ConfigDocument, pieces: readonly Pieces[]): TextEdit[] | undefined {
  const additions = pieces.flatMap((made) => made.additions ?? []);
  const united = pieces.flatMap((made) => made.united ?? []);
  const edits = joinedEdits(
    document,
    pieces.flatMap((made) => made.edits),
    additions,
  );
  // What is added together, or gets one name, may define something twice.
  if (!edits || (additions.length < 2 && united.length === 0)) return edits;
  return staysSound(document, united, edits) ? edits : undefined;
}

/** The fixes that change something, and do other text no harm. */
export function offered(document: ConfigDocument, fixes: readonly Fix[]): Fix[] {
  return fixes.filter(({ changes }) => (editsOf(document, changes) ?? []).length > 0);
}

/** What a change comes to. */
function piecesOf(document: ConfigDocument, change: Change, isGone: IsGone): Pieces | undefined {
  switch (change.op) {
    case 'replace':
      return { edits: [{ start: change.span.start, end: change.span.end, newText: change.text }] };
    case 'set':
      return setKey(change.from, change.key, change.value, isGone);
    case 'append':
      return appendTo(change.from, change.key, change.value, isGone);
    case 'add-table':
      return addTable(change, isGone);
    case 'remove':
      return asPieces(removePart(document, change.part, change.of, change.comments));
    case 'rename':
      return renameMembers(change.in, change.members, change.to);
    case 'move':
      return keyMove(change.at, change.to, change.value);
    case 'rename-table':
      return asPieces(renameTable(change.at, change.to));
    case 'merge-table': {
      const { at, to } = change;
      const into = placeFor(at, to);
      return into === undefined || into === 'free' ? undefined : mergeTable(at.document, at.member, into);
    }
    case 'brackets':
      return asPieces(
        change.of.type === 'header'
          ? changeBrackets(change.of, change.array, document.text)
          : listOf(change.of, change.array),
      );
    case 'insert-header':
      return { edits: [insertHeader(document, change.before, change.path)] };
  }
}

function asPieces(made: TextEdit | readonly TextEdit[] | undefined): Pieces | undefined {
  const edits = made === undefined ? [] : 'start' in made ? [made] : made;
  return edits.length > 0 ? { edits } : undefined;
}
