/**
 * Stubs for what is new, and marks on texts whose key has changed. Both begin with TODO, which the tests of texts and
 * examples refuse until somebody has written them.
 */
import { basename } from 'node:path';
import type { Change, Difference } from './compare';
import { byHand } from './edit-schema';

export const TODO = 'TODO:';

export interface TextEntry {
  text: string;
  [other: string]: unknown;
}

/** A file of texts or of examples: its path and what it holds by path or by the name of a flag. */
export interface Entries<T> {
  readonly name: string;
  readonly entries: Record<string, T>;
}

/** What may make a text wrong. */
const READ_AGAIN: readonly Change[] = ['kind', 'deprecated', 'default'];

const FLAGS = 'feature-flags.json';

/** Changes the texts of one language in place. */
export function editTexts(
  files: readonly Entries<TextEntry>[],
  differences: readonly Difference[],
  version: string,
): void {
  const flagFile = files.find(({ name }) => basename(name) === FLAGS);
  const keyFiles = files.filter((file) => file !== flagFile);
  for (const difference of differences) {
    if (byHand(difference)) continue;
    const { subject, path, change } = difference;
    const candidates = subject === 'key' ? keyFiles : flagFile ? [flagFile] : [];
    if (change === 'new') {
      const text = `${TODO} what it does and when one wants it (new in ${version}).`;
      insert(subject === 'key' ? fileFor(candidates, path) : flagFile, path, { text });
    } else if (change === 'gone') {
      for (const { entries } of candidates) delete entries[path];
    } else if (READ_AGAIN.includes(change)) {
      const entry = candidates.map(({ entries }) => entries[path]).find(Boolean);
      if (entry) entry.text = `${TODO} is this still true? ${changeInWords(difference, version)} ${entry.text}`;
    }
  }
}

function changeInWords({ change, before, after }: Difference, version: string): string {
  return change === 'deprecated'
    ? `(${after ? 'deprecated' : 'not deprecated any more'} in ${version})`
    : `(another ${change} in ${version}, not ${JSON.stringify(before) ?? 'none'} any more)`;
}

/** A line that is not TOML, so that no test of examples passes over it. */
export const EXAMPLE_STUB: readonly string[] = [`${TODO} an example`];

/** Changes the examples in place; stubs go where the table above has its own, else into the last file. */
export function editExamples(files: readonly Entries<readonly string[]>[], differences: readonly Difference[]): void {
  for (const { subject, path, change } of differences) {
    if (subject !== 'key') continue;
    if (change === 'new') insert(fileFor(files, path), path, EXAMPLE_STUB);
    if (change === 'gone') for (const { entries } of files) delete entries[path];
  }
}

/** The file that speaks of the nearest table above, else the last one. */
function fileFor<T>(files: readonly Entries<T>[], path: string): Entries<T> | undefined {
  for (let above = path; above.includes('.'); ) {
    above = above.slice(0, above.lastIndexOf('.'));
    const file = files.find(({ entries }) => above in entries);
    if (file) return file;
  }
  return files.at(-1);
}

/** In the order of the alphabet where the file keeps it, else at the end. */
function insert<T>(file: Entries<T> | undefined, path: string, entry: T): void {
  if (!file) return;
  const { entries } = file;
  const names = Object.keys(entries);
  const place = names.findIndex((other) => other > path);
  const isSorted = names.every((name, index) => index === 0 || (names[index - 1] as string) <= name);
  const later = isSorted && place >= 0 ? names.slice(place).map((name) => [name, entries[name] as T] as const) : [];
  for (const [name] of later) delete entries[name];
  entries[path] = entry;
  for (const [name, value] of later) entries[name] = value;
}
