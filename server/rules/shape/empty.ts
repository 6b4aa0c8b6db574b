/** What of a key is as good as none. */
import type { Member } from '../../toml/model';

/** A text without letters, or a list of nothing: to the runner, and to what it calls, that is as good as none. */
export function isEmpty({ node }: Member): boolean {
  if (node.type !== 'value') return false;
  const { value } = node;
  if (value.type === 'array') return value.closed && value.items.length === 0;
  return value.type === 'string' && value.value === '';
}
