/** What of a key is as good as none. */
import type { Member } from '../../toml/model';
import type { Value } from '../../toml/syntax';

/** A text without letters, or a list of nothing else: to the runner, and to what it calls, that is as good as none. */
export function isEmpty({ node }: Member): boolean {
  if (node.type !== 'value') return false;
  const { value } = node;
  const isNothing = (each: Value) => each.type === 'string' && each.value === '';
  return value.type === 'array' ? value.closed && value.items.every(isNothing) : isNothing(value);
}
