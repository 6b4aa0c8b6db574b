/** Differences in words, for the one who brings in a new runner release. */
import { durationText } from '../go/constants';
import { type Change, type Difference, kindText, needlessExplanations } from './compare';
import { byHand } from './edit-schema';
import type { Facts, FlagFacts, KeyFacts } from './types';

const WORDS: Readonly<Partial<Record<Change, string>>> = {
  match: 'matched by',
  'case-insensitive': 'ignores case',
  option: 'registration option',
  variable: 'environment variable at registration',
  removal: 'to be removed with',
};

/** The whole report, one line a difference, grouped. */
export function report(source: Facts, schema: Facts, differences: readonly Difference[]): string {
  const keys = differences.filter(({ subject }) => subject === 'key');
  const flags = differences.filter(({ subject }) => subject === 'feature flag');
  const groups: [string, string[]][] = [
    ['New keys', keys.filter(is('new')).map(newKey)],
    ['Gone keys', keys.filter(is('gone')).map((gone) => goneKey(gone, keys))],
    ['Changed keys', keys.filter(isChange).map(changed)],
    ['New feature flags', flags.filter(is('new')).map(newFlag)],
    ['Gone feature flags', flags.filter(is('gone')).map(({ path }) => path)],
    ['Changed feature flags', flags.filter(isChange).map(changed)],
    ['Not certain', [...source.doubts]],
    ['To be taken out of explained.json', needlessExplanations(source, schema)],
  ];
  const parts = groups
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  return [headline(source, schema, differences), ...parts].join('\n\n');
}

function headline(source: Facts, schema: Facts, differences: readonly Difference[]): string {
  const result = differences.length === 0 ? 'nothing is new, gone or changed' : `${differences.length} differences`;
  return (
    `GitLab Runner ${source.version} (${source.keys.size} keys, ${source.flags.size} feature flags) ` +
    `against schemas/ for ${schema.version} (${schema.keys.size} keys, ${schema.flags.size} feature flags): ${result}.`
  );
}

const is =
  (change: Change) =>
  (difference: Difference): boolean =>
    difference.change === change;

function isChange({ change }: Difference): boolean {
  return change !== 'new' && change !== 'gone';
}

function newKey({ key }: Difference): string {
  const { path, source, deprecated } = key as KeyFacts;
  const found = source ? ` (${source})` : '';
  return `${path}: ${kindText(key as KeyFacts)}${deprecated ? ', deprecated' : ''}${found}`;
}

function newFlag({ path, after }: Difference): string {
  const flag = after as FlagFacts;
  return `${path}: ${flag.default ? 'on' : 'off'} by default${flag.deprecated ? ', deprecated' : ''}`;
}

/** A key that is gone here and new there, with the same name and kind, may have moved; only a reader can tell. */
function goneKey({ path, key }: Difference, keys: readonly Difference[]): string {
  const moved = keys.filter(
    (other) =>
      other.change === 'new' &&
      other.key?.name === key?.name &&
      kindText(other.key as KeyFacts) === kindText(key as KeyFacts),
  );
  const places = moved.map((other) => other.path).join(' or ');
  return places ? `${path}: perhaps moved to ${places}; if so, say it in its replacedBy` : path;
}

function changed(difference: Difference): string {
  const { path, change, before, after, key } = difference;
  const isDuration = change === 'default' && key?.kind === 'duration';
  const say = (value: unknown) => {
    if (value === undefined) return 'none';
    return isDuration && typeof value === 'number' ? durationText(value) : String(value);
  };
  const hand = byHand(difference) ? ' (to be written by hand: paths change with it)' : '';
  return `${path}: ${WORDS[change] ?? change}: ${say(before)} -> ${say(after)}${hand}`;
}
