/** What of a key is as good as none. */
import type { Member } from '../../toml/model';
import type { Value } from '../../toml/syntax';

/** A text without letters, or a list of nothing else: to the runner, and to what it calls, that is as good as none. */
export function isEmpty({ node }: Member): boolean {
  if (node.type !== 'value') return false;
  const { value } = node;
  return value.type === 'array' ? value.closed && value.items.every(isNothing) : isNothing(value);
}

/** A list of empty texts: what takes a list of nothing may refuse these. */
export function holdsNothing(member: Member): boolean {
  const { node } = member;
  return node.type === 'value' && node.value.type === 'array' && node.value.items.length > 0 && isEmpty(member);
}

function isNothing(value: Value): boolean {
  return value.type === 'string' && value.value === '';
}
