/** Removes a key with its line. */
import type { KeyVisit } from '../check/rule';
import type { Fix } from '../finding';
import { removeLines, standsAlone } from './text-lines';

/** The fix that removes the pair of a key; none where the key is a header's, or shares its line. */
export function removal({ document, member }: KeyVisit): Fix[] {
  const { pair } = member;
  if (!pair || member.keys.length > 1 || !standsAlone(document, pair)) return [];
  return [{ title: `Remove \`${member.name}\``, edits: [removeLines(document, pair)] }];
}
