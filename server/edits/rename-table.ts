/** Gives a table another name or place by rewriting the headers that lead to it or through it. */

import { memberOf } from '../meaning/members';
import type { KeyVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import { append } from '../text/append';
import type { TextEdit } from '../text/edit';
import { isImplied } from '../toml/model';
import { keyText } from '../toml/write';
import { changeBrackets, insertHeader } from './headers';
import { placeFor } from './table-place';
import { headerAround } from './target-table';

/** The edits, with a first `[[runners]]` where the new name needs one; undefined unless the headers may have the name. */
export function renameTable(visit: KeyVisit, target: KeySchema): TextEdit[] | undefined {
  const edits = placeFor(visit, target) === 'free' && isOne(visit, target) ? renameHeaders(visit, target) : undefined;
  if (!edits || !needsRunner(visit, target)) return edits;
  const { document, member } = visit;
  const header = headerAround(document, member.key.start)?.header;
  return header && [insertHeader(document, header, ['runners']), ...edits];
}

/** Whether there are not several tables where one may be. */
function isOne({ member: { node } }: KeyVisit, { kind }: KeySchema): boolean {
  return kind === 'array-of-tables' || node.type !== 'array-of-tables' || node.elements.length < 2;
}

/** The edits, with the brackets that the new name needs; undefined where the name also stands in a pair. */
function renameHeaders(visit: KeyVisit, target: KeySchema): TextEdit[] | undefined {
  const { document, member, path, schema } = visit;
  const stays = target.parent === schema;
  if (member.pair) {
    const { start, end } = member.key;
    return stays && target.kind !== 'array-of-tables' ? [{ start, end, newText: keyText(target.name) }] : undefined;
  }
  const names = target.path.replaceAll('[]', '').split('.').map(keyText).join('.');
  const edits: TextEdit[] = [];
  for (const key of member.keys) {
    const header = headerAround(document, key.start)?.header;
    if (!header) return undefined;
    const segment = header.key.segments[path.length];
    if (segment?.start !== key.start) return undefined;
    const start = stays ? key.start : header.key.start;
    edits.push({ start, end: key.end, newText: stays ? keyText(target.name) : names });
    if (path.length === header.key.segments.length - 1) {
      append(edits, changeBrackets(header, target.kind === 'array-of-tables', document.text));
    }
  }
  return edits;
}

/** Whether the first header below `runners` would have no `[[runners]]` before it. */
function needsRunner({ document, member }: KeyVisit, target: KeySchema): boolean {
  if (!target.path.startsWith('runners[]') || memberOf(document.model.root, 'runners')) return false;
  return target.path !== 'runners[]' || (member.node.type === 'table' && isImplied(member.node));
}
