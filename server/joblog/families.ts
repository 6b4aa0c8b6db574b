/** Which tables which executors read: an edit of another executor's table is no cure. */
import type { Edit } from './types';

/** By the table below `[[runners]]` the executors that read it. */
const readers: Readonly<Record<string, readonly string[]>> = {
  kubernetes: ['kubernetes'],
  docker: ['docker', 'docker-windows', 'docker+machine', 'docker-autoscaler', 'docker-ssh', 'docker-ssh+machine'],
  machine: ['docker+machine', 'docker-ssh+machine'],
  autoscaler: ['docker-autoscaler', 'instance'],
  ssh: ['ssh', 'virtualbox', 'parallels', 'docker-ssh', 'docker-ssh+machine'],
  // The others ask their machine where it is.
  'ssh-host': ['ssh'],
  virtualbox: ['virtualbox'],
  parallels: ['parallels'],
  custom: ['custom'],
};

/** Whether an executor reads what is below this table of the schema, `runners[].docker`. */
export function isReadBy(table: string, executor: string): boolean {
  const family = /^runners\[\]\.(\w+)/.exec(table)?.[1];
  return isOfFamily(family ?? '', executor);
}

/** Whether an executor is one of those that read a table; other tables are for all of them. */
export function isOfFamily(family: string, executor: string): boolean {
  return readers[family]?.includes(executor) ?? true;
}

/** Those of which no executor reads two. */
const apart: ReadonlySet<string> = new Set(['kubernetes', 'docker', 'virtualbox', 'parallels', 'custom']);

/** The family of executors that an edit is for alone; undefined where it is for others, too. */
export function familyOf({ table, family }: Pick<Edit, 'table' | 'family'>): string | undefined {
  const name = family ?? /^runners\[\]\.(\w+)/.exec(table)?.[1];
  return name !== undefined && apart.has(name) ? name : undefined;
}

/** Whether two executors run jobs in the same way: logs say "docker" of all that use it. */
export function isSameFamily(one: string, other: string): boolean {
  return one === other || (isOfFamily('docker', one) && isOfFamily('docker', other));
}
