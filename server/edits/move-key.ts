/** Moves a key to the table that it belongs to. */
import type { Fix } from '../meaning/finding';
import { isTaken } from '../meaning/places';
import { tableName } from '../meaning/table-names';
import type { KeyVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import { type Message, message } from '../text/message';
import { offered } from './changes';
import { hasName } from './move-pair';

/** Moves the pair to the table of `key`, under the name of `key`. */
export function moves(visit: KeyVisit, key: KeySchema | undefined, preferred: boolean): Fix[] {
  if (!key || !isTaken(visit, key)) return [];
  return offered(visit.document, [
    { title: moveTitle(visit, key), changes: [{ op: 'move', at: visit, to: key }], preferred },
  ]);
}

function moveTitle(visit: KeyVisit, key: KeySchema): Message {
  const table = tableName(key.parent);
  return hasName(visit, key) ? message('fix.move', { table }) : message('fix.move.renamed', { table, name: key.name });
}
