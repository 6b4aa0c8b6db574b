/** Writes values and keys into a document. @iarna/toml writes the values, so that every escape is right. */
import stringify from '@iarna/toml/stringify';

/** A value as TOML text on one line; arrays as the runner writes them, without spaces inside the brackets. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  // stringify groups the digits of integers: 1_000_000.
  return typeof value === 'number' ? stringify.value(value).replaceAll('_', '') : stringify.value(value);
}

/** A text as a string: in single quotes where that spares the doubling of backslashes. */
export function quoted(text: string): string {
  return text.includes('\\') && !text.includes("'") ? `'${text}'` : valueText(text);
}

/** A name as a key: bare where that is allowed, else quoted. */
export function keyText(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : valueText(name);
}
