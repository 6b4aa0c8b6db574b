/** Gives a key another name. */
import { replacements } from '../meaning/change';
import type { Fix } from '../meaning/finding';
import { memberOf } from '../meaning/members';
import { isTaken } from '../meaning/places';
import type { KeyVisit } from '../meaning/visit';
import { wantedBy } from '../meaning/wanted';
import type { KeySchema } from '../schema/types';
import { draft } from '../text/draft';
import { keyText } from '../toml/write';
import { conversions } from './convert-value';

/** Renames the key where it stands, and converts a value that the runner would then refuse. */
export function renames(visit: KeyVisit, key: KeySchema): Fix[] {
  const { table, member, document } = visit;
  if (memberOf(table, key.name)) return [];
  const edits = member.keys.map(({ start, end }) => ({ start, end, newText: keyText(key.name) }));
  const title = `Rename to \`${key.name}\``;
  if (isTaken(visit, key)) return [{ title: draft(title), changes: replacements(edits), preferred: true }];
  if (member.node.type !== 'value') return [];
  const [conversion] = conversions(document, member.node.value, wantedBy(key));
  return conversion
    ? [
        {
          title: draft(`${title} and c${String(conversion.title.args?.text).slice(1)}`),
          changes: [...replacements(edits), ...conversion.changes],
          preferred: true,
        },
      ]
    : [];
}
