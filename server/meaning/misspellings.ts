/** Finds the key that a misspelled name was meant to be. */

import aliases from '../../schemas/aliases.json';
import type { KeySchema } from '../schema/types';
import { distance } from '../text/distance';
import { atLeast, lettersOf } from '../text/letters';
import { words } from '../text/words';
import { withoutTag } from '../toml/struct-tag';

/** How near a name is to a key: 0 is another way to write it, above 1 it takes some faith. */
export interface Nearest {
  readonly key: KeySchema;
  readonly far: number;
  /** It is what other tools, or earlier documentation, call the key. */
  readonly byAlias?: boolean;
}

/** What speaks against a key: it is there already, or it could not hold the value. */
export type Doubt = (key: KeySchema) => boolean;

/** The key of `table` that a name was meant to be, if one is near enough. Keys that `impossible` names are left out. */
export function nearestKey(written: string, table: KeySchema, impossible: Doubt, unlikely: Doubt): Nearest | undefined {
  const name = withoutTag(written);
  const meant = aliasedKey(name, table);
  // Where that one is there already, the line may have slipped below another header.
  if (meant && !impossible(meant)) return { key: meant, far: unlikely(meant) ? 0.6 : 0, byAlias: true };
  let nearest: Nearest | undefined;
  const wanted = spellingOf(name);
  const behind = behindTable(wanted, keySpelling(table));
  for (const { key, spelling } of spelledKeys(table)) {
    const letters = howFar(wanted, spelling, behind);
    if (letters >= (nearest?.far ?? 4) || impossible(key)) continue;
    const far = letters + (unlikely(key) ? 0.5 : 0);
    if (far < (nearest?.far ?? 4)) nearest = { key, far };
  }
  return nearest ?? beginning(wanted.words, table, impossible);
}

/** The key of `table` that other tools, or earlier documentation, call by this name. */
export function aliasedKey(name: string, table: KeySchema): KeySchema | undefined {
  const known = aliasesOf(table);
  const alias = known.get(name.toLowerCase()) ?? known.get(singular(words(name)));
  return alias === undefined ? undefined : table.children.get(alias);
}

const aliasesByTable = new Map<string, ReadonlyMap<string, string>>();

/** The names of other tools and of earlier documentation, in lower case. */
function aliasesOf({ path }: KeySchema): ReadonlyMap<string, string> {
  let known = aliasesByTable.get(path);
  if (!known) {
    const entries = Object.entries((aliases as Record<string, Record<string, string>>)[path] ?? {});
    // One of many is written like all of them: `toleration`, `annotation`.
    const singulars = entries.map(([name, key]) => [singular(words(name)), key] as const);
    known = new Map([...singulars, ...entries.map(([name, key]) => [name.toLowerCase(), key] as const)]);
    aliasesByTable.set(path, known);
  }
  return known;
}

/** A name taken apart, to be compared with many others. */
interface Spelling {
  readonly words: readonly string[];
  readonly joined: string;
  readonly singular: string;
  /** A bit for each letter and digit in it. */
  readonly letters: number;
  /** So many letters may be others than those of a key. */
  readonly limit: number;
}

function spellingOf(name: string): Spelling {
  const split = words(name);
  const joined = split.join('');
  const limit = Math.min(3, Math.floor(joined.length * 0.34));
  return { words: split, joined, singular: singular(split), letters: lettersOf(joined), limit };
}

const spellings = new WeakMap<KeySchema, Spelling>();

function keySpelling(key: KeySchema): Spelling {
  let spelling = spellings.get(key);
  if (!spelling) {
    spelling = spellingOf(key.name);
    spellings.set(key, spelling);
  }
  return spelling;
}

interface Spelled {
  readonly key: KeySchema;
  readonly spelling: Spelling;
}

const spelledIn = new WeakMap<KeySchema, readonly Spelled[]>();

/** The keys of a table with their spellings: a name meets all of them. */
function spelledKeys(table: KeySchema): readonly Spelled[] {
  let spelled = spelledIn.get(table);
  if (!spelled) {
    spelled = [...table.children.values()].map((key) => ({ key, spelling: keySpelling(key) }));
    spelledIn.set(table, spelled);
  }
  return spelled;
}

/** What comes behind the name of the table, as in `docker_image` in `[runners.docker]` and `runner_name` in `[[runners]]`. */
function behindTable({ words: all }: Spelling, table: Spelling): string | undefined {
  const { length } = table.words;
  if (all.length <= length || singular(all.slice(0, length)) !== table.singular) return undefined;
  return singular(all.slice(length));
}

function howFar(wanted: Spelling, offered: Spelling, behind: string | undefined): number {
  const a = wanted.joined;
  const b = offered.joined;
  if (a === b) return 0;
  if (wanted.singular === offered.singular) return 0.1;
  if (behind === offered.singular) return 0.2;
  const { limit } = wanted;
  if (Math.abs(a.length - b.length) <= limit && atLeast(wanted.letters, offered.letters) <= limit) {
    const letters = distance(a, b, limit);
    if (letters <= limit && isPlausible(a, b, letters)) return letters;
  }
  if (a.length <= 4 && isLetterLost(a, b)) return LETTER_LOST;
  // `run_as_user_id` for `run_as_user`: the more words they share the better.
  const { length } = offered.words;
  const isLonger = length >= 2 && length < wanted.words.length;
  if (isLonger && offered.words.every((word, index) => word === wanted.words[index])) return 2.9 - length / 100;
  return Number.POSITIVE_INFINITY;
}

/** People get the first letter right; and in a short name one letter changes everything, unless two are swapped. */
function isPlausible(a: string, b: string, letters: number): boolean {
  if (a.length > 4 && letters <= 1) return true;
  return a[0] === b[0] || [...a].sort().join('') === [...b].sort().join('');
}

/** A short name in which one letter was lost: `ame`, `ur`. Less sure than one letter of a long name: it may be a key of another table. */
const LETTER_LOST = 1.2;

function isLetterLost(a: string, b: string): boolean {
  if (a.length < 2 || b.length !== a.length + 1) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a.slice(at) === b.slice(at + 1);
}

/** The one key that goes on with a single word where the name ends: `network` for `network_mode`. */
function beginning(wanted: readonly string[], table: KeySchema, impossible: Doubt): Nearest | undefined {
  if (wanted.join('').length < 5) return undefined;
  const longer = [...table.children.values()].filter((key) => {
    const offered = keySpelling(key).words;
    return offered.length > wanted.length && wanted.every((word, index) => word === offered[index]);
  });
  const [key] = longer;
  if (!key || longer.length > 1 || keySpelling(key).words.length !== wanted.length + 1 || impossible(key))
    return undefined;
  return { key, far: 2.9 };
}

/** The words without their plurals, in one. */
function singular(parts: readonly string[]): string {
  return parts
    .map((word) =>
      word
        .replace(/ies$/, 'y')
        .replace(/(s|x|ch|sh)es$/, '$1')
        .replace(/([^s])s$/, '$1'),
    )
    .join('');
}
