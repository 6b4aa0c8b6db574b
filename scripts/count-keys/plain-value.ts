/** Values as JavaScript has them; undefined stands for what is not a string, number, boolean or list of these. */
import type { ValueNode } from '../../server/toml/model';
import type { Value } from '../../server/toml/syntax';

export function memberValue(node: ValueNode): unknown {
  return plain(node.value);
}

function plain(value: Value): unknown {
  switch (value.type) {
    case 'string':
    case 'boolean':
    case 'float':
      return value.value;
    case 'integer':
      return Number(value.value);
    case 'array':
      return value.items.map(plain);
    default:
      return undefined;
  }
}
