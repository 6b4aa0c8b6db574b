/** Writes the values of changes. */
import type { Json, NewValue } from '../meaning/change';
import { keyText, valueText } from '../toml/write';

/** A value as TOML. */
export function newText(value: NewValue): string {
  return 'toml' in value ? value.toml : jsonText(value.json);
}

function jsonText(value: Json): string {
  if (typeof value !== 'object') return valueText(value);
  if (isArray(value)) return `[${value.map(jsonText).join(', ')}]`;
  const pairs = Object.entries(value).map(([name, each]) => `${keyText(name)} = ${jsonText(each)}`);
  return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
}

/** `Array.isArray` takes no array that is read-only for one. */
function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
