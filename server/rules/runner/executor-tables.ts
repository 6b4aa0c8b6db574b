/** The tables that an executor cannot do without, and in each of them the keys: schemas/executor-tables.json. */
import data from '../../../schemas/executor-tables.json';

export type Tables = Readonly<Record<string, readonly string[]>>;

/** The tables of an executor by their names; undefined where it needs none, or is not known. */
export function tablesOf(executor: string): Tables | undefined {
  return Object.hasOwn(data, executor) ? (data as Readonly<Record<string, Tables>>)[executor] : undefined;
}
