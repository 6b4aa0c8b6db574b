/** Gives a table another name or place by rewriting the headers that lead to it or through it. */
import type { KeyVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import type { TextEdit } from '../text/edit';
import { keyText } from '../toml/write';
import { changeBrackets } from './headers';
import { headerAround } from './target-table';

/** The edits, with the brackets that the new name needs; undefined where the name also stands in a pair. */
export function renameTable(visit: KeyVisit, target: KeySchema): TextEdit[] | undefined {
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
      edits.push(...changeBrackets(header, target.kind === 'array-of-tables', document.text));
    }
  }
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}
