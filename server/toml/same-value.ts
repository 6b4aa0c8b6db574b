/** Whether two values say the same, however they are written: `'a'` and `"a"`, lists with other white space. */
import type { KeyValue, Value } from './syntax';

/** Text that is no value is the same only to the letter. */
export function isSameValue(text: string, one: Value, other: Value): boolean {
  if (one.type === 'array' && other.type === 'array')
    return isSameList(one.items, other.items, (a, b) => isSameValue(text, a, b));
  if (one.type === 'inline-table' && other.type === 'inline-table')
    return isSameList(one.pairs, other.pairs, (a, b) => isSamePair(text, a, b));
  if (one.type === 'string' && other.type === 'string') return one.value === other.value;
  return text.slice(one.start, one.end) === text.slice(other.start, other.end);
}

function isSamePair(text: string, one: KeyValue, other: KeyValue): boolean {
  const isSameKey = isSameList(one.key.segments, other.key.segments, (a, b) => a.name === b.name);
  return isSameKey && isSameValue(text, one.value, other.value);
}

function isSameList<T>(one: readonly T[], other: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return one.length === other.length && one.every((each, index) => isSame(each, other[index] as T));
}
