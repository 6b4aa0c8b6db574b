import { loadSchema } from './schema';
import type { Kind } from './types';

type Shape = 'table' | 'tables' | 'array';

const shapes: Partial<Record<Kind, Shape>> = {
  table: 'table',
  'array-of-tables': 'tables',
  array: 'array',
  'string-or-array': 'array',
};

/** What the runner reads at a path; where it reads a map, a list says nothing to it. */
export function wantedAt(path: readonly string[]): Shape | undefined {
  const kind = loadSchema().at(path)?.kind;
  return kind && shapes[kind];
}
