/** Says what a duration, a size or another amount comes to; which it is, the schema says by the key's grammar and unit. */
import type { KeySchema } from '../schema/types';
import { type Message, message } from '../text/message';
import type { Value } from '../toml/syntax';
import { grammarNamed } from '../values/all';
import { sayDuration } from '../values/go-duration';
import { sayAmount } from '../values/units';

/** The value in words, or undefined when it says enough by itself. */
export function valueInWords(value: Value, key: KeySchema): Message | undefined {
  if (value.type === 'integer') return integerInWords(value.value, key);
  return value.type === 'string' ? textInWords(value.value, key) : undefined;
}

/** The same of a text. */
export function textInWords(text: string, key: KeySchema): Message | undefined {
  if (text === '') return undefined;
  const grammar = grammarNamed(key.grammar);
  const meant = grammar?.read(text).value;
  if (meant === undefined) return undefined;
  if (key.unit !== undefined && typeof meant === 'number') return sayAmount(meant, key.unit);
  return grammar?.say?.(meant);
}

function integerInWords(value: number, key: KeySchema): Message | undefined {
  if (key.kind === 'duration') return message('duration.from-integer', { duration: sayDuration(value) });
  if (key.unit === undefined) return undefined;
  // No time, or less than none, mostly stands for the default.
  const isTime = key.unit === 's' || key.unit === 'ms';
  return isTime && value <= 0 ? undefined : sayAmount(value, key.unit);
}
