/** The tables that an executor cannot do without, and in each of them the keys: schemas/executor-tables.json. */
import data from '../../../schemas/executor-tables.json';

export type Tables = Readonly<Record<string, readonly string[]>>;

const all: Readonly<Record<string, Tables>> = data;

/** The tables of an executor by their names; undefined where it needs none, or is not known. */
export function tablesOf(executor: string): Tables | undefined {
  return Object.hasOwn(all, executor) ? all[executor] : undefined;
}

/** The executor that most of the tables belong to for which `has` is true; undefined where that is none, or several. */
export function executorOf(has: (table: string) => boolean): string | undefined {
  const count = (executor: string) => Object.keys(tablesOf(executor) ?? {}).length;
  const possible = Object.keys(all).filter(
    // Docker on Windows reads the table of Docker, too, and is the rarer one.
    (executor) => executor !== 'docker-windows' && Object.keys(tablesOf(executor) ?? {}).every(has),
  );
  const most = Math.max(...possible.map(count));
  const [first, ...others] = possible.filter((executor) => count(executor) === most);
  return others.length === 0 ? first : undefined;
}
