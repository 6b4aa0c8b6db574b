/** Moves a key to the table that it belongs to. */
import { replacements } from '../meaning/change';
import type { Fix } from '../meaning/finding';
import { isTaken } from '../meaning/places';
import { headerOf } from '../meaning/table-names';
import type { KeyVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import { draft } from '../text/draft';
import { movePair } from './move-pair';
import { targetFor } from './target-table';

/** Moves the pair to the table of `key`, under the name of `key`. */
export function moves(visit: KeyVisit, key: KeySchema | undefined, preferred: boolean): Fix[] {
  const { document, member } = visit;
  const { pair } = member;
  const target = key && pair && isTaken(visit, key) ? targetFor(visit, key) : undefined;
  if (!key || !pair || !target) return [];
  const sameName = key.name.toLowerCase() === member.name.toLowerCase();
  const edits = movePair(document, pair, visit.table, target, sameName ? undefined : key.name);
  if (!edits) return [];
  const parent = key.parent as KeySchema;
  const place = parent.path === '' ? 'the top of the file' : `\`${headerOf(parent)}\``;
  return [
    {
      title: draft(sameName ? `Move to ${place}` : `Move to ${place} as \`${key.name}\``),
      changes: replacements(edits),
      preferred,
    },
  ];
}
