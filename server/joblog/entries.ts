/** The entries of schemas/job-log, compiled when the first log is read. */
import { once } from '../text/once';
import compiled from './generated/entries.json';
import type { Entry } from './types';

export interface KnownError extends Entry {
  readonly id: string;
  readonly expressions: readonly RegExp[];
}

const rows = compiled as unknown as Readonly<Record<string, Entry>>;

/** All of them, in the order of the files. */
export const knownErrors = once((): readonly KnownError[] =>
  Object.entries(rows).map(([id, entry]) => ({
    ...entry,
    id,
    expressions: entry.patterns.map((pattern) => new RegExp(pattern)),
  })),
);

/** The entry of an error of job logs by its id. */
export function entryOf(id: string): Entry | undefined {
  return Object.hasOwn(rows, id) ? rows[id] : undefined;
}
