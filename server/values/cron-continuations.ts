/** What the fields of a period may be, beside what only its author knows: the usual hours and days, and the names of days and months. */

import { partAt } from './continuations';
import type { Continuations } from './grammar';

interface Field {
  readonly name: string;
  readonly names: readonly string[];
}

/** The field of a period that an offset is in. Whole periods are suggestions of their keys, so an empty text has none. */
export function fieldAt(text: string, offset: number, fields: readonly Field[]): Continuations | undefined {
  const part = text.trim() === '' ? undefined : partAt(text, offset, /\s/);
  const field = part && fields[text.slice(0, part.start).split(/\s+/).length - 1];
  return field && { ...part, texts: ['*', ...(usual[field.name] ?? []), ...field.names] };
}

const usual: Readonly<Record<string, readonly string[]>> = {
  hour: ['8-17', '9-17', '18-23', '0-7'],
  dayOfWeek: ['mon-fri', 'sat,sun'],
};
