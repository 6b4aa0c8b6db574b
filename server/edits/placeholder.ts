/** Values for keys whose value nobody has told. */
import type { KeySchema } from '../schema/types';
import { valueText } from '../toml/write';

/** What to write for a key that is missing: the default, or an empty value of its type. */
export function placeholder(key: KeySchema): string {
  if (typeof key.default === 'string' || typeof key.default === 'number' || typeof key.default === 'boolean') {
    return valueText(key.default);
  }
  switch (key.kind) {
    case 'integer':
      return '0';
    case 'float':
      return '0.0';
    case 'boolean':
      return 'false';
    case 'array':
      return key.itemKind === 'string' ? '[""]' : '[]';
    case 'array-of-tables':
      return '[]';
    case 'table':
    case 'map':
      return '{}';
    default:
      return '""';
  }
}
