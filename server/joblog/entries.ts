/** The entries of schemas/job-log, compiled when the first log is read. */
import { once } from '../text/once';
import compiled from './generated/entries.json';
import { choicesOf } from './literals';
import type { Entry } from './types';

export interface KnownError extends Entry {
  readonly id: string;
  /** Its place among all of them. */
  readonly number: number;
  readonly expressions: readonly RegExp[];
  /** By expression what a match of it holds: of each of these one text. */
  readonly choices: readonly (readonly (readonly string[])[])[];
}

const rows = compiled as unknown as Readonly<Record<string, Entry>>;

/** All of them, in the order of the files. */
export const knownErrors = once((): readonly KnownError[] =>
  Object.entries(rows).map(([id, entry], number) => ({
    ...entry,
    id,
    number,
    expressions: entry.patterns.map((pattern) => new RegExp(pattern)),
    choices: entry.patterns.map(choicesOf),
  })),
);

/** The entry of an error of job logs by its id. */
export function entryOf(id: string): Entry | undefined {
  return Object.hasOwn(rows, id) ? rows[id] : undefined;
}
