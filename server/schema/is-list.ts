import { loadSchema } from './schema';

/** Whether the runner reads a list of tables at a path. */
export function isList(path: readonly string[]): boolean {
  return loadSchema().at(path)?.kind === 'array-of-tables';
}
