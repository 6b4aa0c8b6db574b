/** Writes differences of feature flags into feature-flags.json. */
import type { Difference } from './compare';
import type { FlagEntry } from './schema-json';
import type { FlagFacts } from './types';

/** The list as it should be: live flags by name, then the removed ones, as before. */
export function editFlags(
  flags: readonly FlagEntry[],
  differences: readonly Difference[],
  version: string,
): FlagEntry[] {
  const entries = flags.map((flag) => ({ ...flag }));
  const docs = flags[0]?.docs ?? '';
  for (const { subject, path, change, after } of differences) {
    if (subject !== 'feature flag') continue;
    const entry = entries.find(({ name }) => name === path);
    if (change === 'new') entries.push(newEntry(after as FlagFacts, version, docs));
    else if (entry) Object.assign(entry, valuesOf(change, after, version, entry));
  }
  const byName = (a: FlagEntry, b: FlagEntry) => (a.name < b.name ? -1 : 1);
  const live = entries.filter((flag) => !flag.removed).sort(byName);
  return [...live, ...entries.filter((flag) => flag.removed)].map(ordered);
}

function newEntry(flag: FlagFacts, version: string, docs: string): FlagEntry {
  return {
    name: flag.name,
    default: flag.default,
    since: version,
    deprecated: flag.deprecated || undefined,
    deprecatedSince: flag.deprecated ? version : undefined,
    toBeRemovedWith: flag.toBeRemovedWith,
    docs,
  };
}

function valuesOf(change: Difference['change'], after: unknown, version: string, entry: FlagEntry): Partial<FlagEntry> {
  switch (change) {
    case 'gone':
      return { removed: version };
    case 'default':
      return {
        default: after as boolean,
        defaultHistory: [
          ...(entry.defaultHistory ?? [{ since: entry.since, default: entry.default }]),
          { since: version, default: after as boolean },
        ],
      };
    case 'deprecated':
      return after
        ? { deprecated: true, deprecatedSince: version }
        : { deprecated: undefined, deprecatedSince: undefined };
    case 'removal':
      return { toBeRemovedWith: after as string | undefined };
    default:
      return {};
  }
}

const FIRST: readonly string[] = [
  'name',
  'default',
  'since',
  'unreleased',
  'removed',
  'deprecated',
  'deprecatedSince',
  'toBeRemovedWith',
];

/** Without what says nothing, in the order that the file has throughout. */
function ordered(flag: FlagEntry): FlagEntry {
  const said = Object.entries(flag).filter(([, value]) => value !== undefined);
  const place = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return Object.fromEntries(said.sort(([a], [b]) => place(a) - place(b))) as unknown as FlagEntry;
}
