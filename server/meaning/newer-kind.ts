/** Values of a kind that only a newer runner than the file's takes: a list of pull policies, a duration in words. */
import type { KeySchema } from '../schema/types';
import type { Node } from '../toml/model';
import type { KeyVisit } from './visit';

/** Whether a value is of a kind that the key takes by now, and does not take at the file's runner. */
export function needsNewerRunner({ key, member, context }: KeyVisit): boolean {
  if (key?.kindUntil === undefined) return false;
  const today = context.schema.newest().byPath(key.path);
  return today !== undefined && holds(member.node, today) && !holds(member.node, key);
}

/** Whether a key takes this kind of value. What neither takes is simply wrong. */
function holds(node: Node, { kind, acceptsNames }: KeySchema): boolean {
  const value = node.type === 'value' ? node.value : undefined;
  const texts = value?.type === 'array' && value.items.every(({ type }) => type === 'string');
  const tables = value?.type === 'array' && value.items.every(({ type }) => type === 'inline-table');
  switch (kind) {
    case 'string':
      return value?.type === 'string';
    case 'integer':
      return value?.type === 'integer';
    case 'duration':
      return value?.type === 'string' || value?.type === 'integer';
    case 'array':
      return texts;
    case 'string-or-array':
      return value?.type === 'string' || texts;
    case 'array-of-tables':
      return node.type === 'array-of-tables' || tables || (acceptsNames === true && texts);
    default:
      return true;
  }
}
