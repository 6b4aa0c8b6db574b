/** Gives a key another name. */
import type { Change } from '../meaning/change';
import type { Fix } from '../meaning/finding';
import { isTaken } from '../meaning/places';
import type { KeyVisit } from '../meaning/visit';
import { wantedBy } from '../meaning/wanted';
import type { KeySchema } from '../schema/types';
import { message } from '../text/message';
import { offered } from './changes';
import { conversionOf, conversionsOf, shortened } from './convert-value';

/** Renames the key where it stands, and converts a value that the runner would then refuse. */
export function renames(visit: KeyVisit, key: KeySchema): Fix[] {
  const { member, document } = visit;
  const { name } = key;
  const rename: Change = { op: 'rename', in: visit, members: [member], to: name };
  if (isTaken(visit, key)) {
    return offered(document, [{ title: message('fix.rename', { name }), changes: [rename], preferred: true }]);
  }
  if (member.node.type !== 'value') return [];
  const { value } = member.node;
  const [conversion] = conversionsOf(document, value, wantedBy(key));
  if (!conversion) return [];
  const title = message('fix.rename.converted', { name, text: shortened(conversion.text) });
  return offered(document, [{ title, changes: [rename, conversionOf(value, conversion)], preferred: true }]);
}
