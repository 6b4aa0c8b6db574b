/** Moves a key to the table that it belongs to. */
import type { Fix } from '../meaning/finding';
import { isTaken } from '../meaning/places';
import { tableName } from '../meaning/table-names';
import type { KeyVisit } from '../meaning/visit';
import { wantedBy } from '../meaning/wanted';
import type { KeySchema } from '../schema/types';
import { type Message, message } from '../text/message';
import { offered } from './changes';
import { conversionsOf, shortened } from './convert-value';
import { hasName } from './move-pair';

/** Moves the pair to the table of `key`, under the name of `key`, and converts a value that the runner would then refuse. */
export function moves(visit: KeyVisit, key: KeySchema | undefined, preferred: boolean): Fix[] {
  if (!key) return [];
  const { document, member } = visit;
  if (isTaken(visit, key)) {
    return offered(document, [
      { title: moveTitle(visit, key), changes: [{ op: 'move', at: visit, to: key }], preferred },
    ]);
  }
  const { node } = member;
  const [conversion, ...others] = node.type === 'value' ? conversionsOf(document, node.value, wantedBy(key)) : [];
  if (!conversion || others.length > 0) return [];
  const { text } = conversion;
  const title = message('fix.move.converted', { table: tableName(key.parent), name: key.name, text: shortened(text) });
  return offered(document, [{ title, changes: [{ op: 'move', at: visit, to: key, value: text }], preferred }]);
}

function moveTitle(visit: KeyVisit, key: KeySchema): Message {
  const table = tableName(key.parent);
  return hasName(visit, key) ? message('fix.move', { table }) : message('fix.move.renamed', { table, name: key.name });
}
