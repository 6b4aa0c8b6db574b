/** The differences between the runner's source and schemas/. */
import explained from './explained.json';
import { type Facts, type FlagFacts, identity, type KeyFacts } from './types';

/** `spelling`: the same key in other letters, or a table that became an array of tables or the other way round. */
export type Change =
  | 'new'
  | 'gone'
  | 'spelling'
  | 'kind'
  | 'match'
  | 'case-insensitive'
  | 'deprecated'
  | 'default'
  | 'option'
  | 'variable'
  | 'removal';

export interface Difference {
  readonly subject: 'key' | 'feature flag';
  /** The path, or the name of the flag, in schemas/; of what is new, in the source. */
  readonly path: string;
  readonly change: Change;
  /** What schemas/ say; undefined for nothing. */
  readonly before?: unknown;
  /** What the source says. */
  readonly after?: unknown;
  /** The key in the source; of what is gone, in schemas/. */
  readonly key?: KeyFacts;
}

/** What the source says and schemas/ do not, new keys in the order of the source; differences that explained.json names are left out. */
export function compare(source: Facts, schema: Facts): Difference[] {
  return [...compareKeys(source, schema).filter((found) => !explanationOf(found)), ...compareFlags(source, schema)];
}

/** The paths of explained.json that explain nothing any more. */
export function needlessExplanations(source: Facts, schema: Facts): string[] {
  const used = new Set(compareKeys(source, schema).map(explanationOf));
  return explained.keys.filter((entry) => !used.has(entry)).map(({ path, change }) => `${path}: ${change}`);
}

function explanationOf({ path, change }: Difference): (typeof explained.keys)[number] | undefined {
  return explained.keys.find((entry) => entry.path === path && entry.change === change);
}

function compareKeys(source: Facts, schema: Facts): Difference[] {
  const known = new Map([...schema.keys.values()].map((key) => [identity(key.path), key]));
  const found = new Map([...source.keys.values()].map((key) => [identity(key.path), key]));
  const differences: Difference[] = [];
  for (const [id, key] of found) {
    const before = known.get(id);
    if (before) differences.push(...changesOf(before, key));
    else differences.push({ subject: 'key', path: key.path, change: 'new', key });
  }
  for (const [id, key] of known) {
    if (!found.has(id)) differences.push({ subject: 'key', path: key.path, change: 'gone', key });
  }
  return differences;
}

function changesOf(before: KeyFacts, after: KeyFacts): Difference[] {
  // A table above that is spelled otherwise is said once, there.
  const spelling = (key: KeyFacts) => key.name + (key.kind === 'array-of-tables' ? '[]' : '');
  const aspects: [Change, unknown, unknown][] = [
    ['spelling', spelling(before), spelling(after)],
    ['kind', kindText(before), kindText(after)],
    ['match', before.match, after.match],
    ['case-insensitive', before.caseInsensitive, after.caseInsensitive],
    ['deprecated', before.deprecated, after.deprecated],
    // Most defaults are in no constant; then the source says nothing.
    ['default', after.default === undefined ? undefined : before.default, after.default],
    ['option', before.flag, after.flag],
    ['variable', before.env, after.env],
  ];
  return aspects
    .filter(([, old, now]) => old !== now)
    .map(([change, old, now]) => ({
      subject: 'key',
      path: before.path,
      change,
      before: old,
      after: now,
      key: after,
    }));
}

/** `array of string`, `map of integer`, `integer of 32 bits`. */
export function kindText({ kind, itemKind, int32 }: KeyFacts): string {
  return `${kind}${itemKind ? ` of ${itemKind}` : ''}${int32 ? ' of 32 bits' : ''}`;
}

function compareFlags(source: Facts, schema: Facts): Difference[] {
  const differences: Difference[] = [];
  for (const [name, flag] of source.flags) {
    const before = schema.flags.get(name);
    if (before) differences.push(...flagChanges(before, flag));
    else differences.push({ subject: 'feature flag', path: name, change: 'new', after: flag });
  }
  for (const name of schema.flags.keys()) {
    if (!source.flags.has(name)) differences.push({ subject: 'feature flag', path: name, change: 'gone' });
  }
  return differences;
}

function flagChanges(before: FlagFacts, after: FlagFacts): Difference[] {
  const aspects: [Change, unknown, unknown][] = [
    ['default', before.default, after.default],
    ['deprecated', before.deprecated, after.deprecated],
    ['removal', before.toBeRemovedWith, after.toBeRemovedWith],
  ];
  return aspects
    .filter(([, old, now]) => old !== now)
    .map(([change, old, now]) => ({ subject: 'feature flag', path: before.name, change, before: old, after: now }));
}
