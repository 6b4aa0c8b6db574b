/** The way back from a key to the job logs that lead to it. */
import curedByKey from '../generated/cured-by-key.json';
import { jobLogCode } from '../load';

/** What the errors are about that a key cures, by its schema path; a few of them, none for most keys. */
export function errorsCuredBy(path: string, language: string): readonly string[] {
  const ids = Object.hasOwn(curedByKey, path) ? (curedByKey as Record<string, readonly string[]>)[path] : undefined;
  return ids?.map((id) => jobLogCode().textsOf(language, id, {}).what) ?? [];
}
