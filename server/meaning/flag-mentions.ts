/**
 * Where a runner sets feature flags: in `[runners.feature_flags]`; as variables in its `environment`, whose values the runner
 * reads as Go's strconv.ParseBool does; and, by mistake, as keys of other tables. The environment of a service is the
 * service's own: no flag is read from it (GetVariables in common/config.go).
 */
import type { FeatureFlag, KeySchema, Schema } from '../schema/types';
import type { ArrayValue, KeyValue, Span, Value } from '../toml/syntax';
import type { KeyVisit } from './visit';

export interface FlagMention {
  readonly name: string;
  /** Undefined: no runner has had such a flag. */
  readonly flag: FeatureFlag | undefined;
  readonly place: 'table' | 'environment' | 'elsewhere';
  /** Of the name. */
  readonly span: Span;
  /** Undefined where the value is none of a flag, or not known. */
  readonly value: boolean | undefined;
  /** The text in `environment` that is no value of a flag. */
  readonly badText?: Span;
  /** In `environment`: a later item that sets the flag to something else. The runner takes the last one. */
  readonly overriddenBy?: Span;
  /** In `environment`: another item sets the flag to something else. */
  readonly isContested?: boolean;
  /** Whether the same table or list sets a flag of this name. */
  sets(name: string): boolean;
  /** Where the mention is written: the pair of a table, or an item of a list. Undefined for what headers define. */
  readonly written: KeyValue | { readonly list: ArrayValue; readonly item: Value } | undefined;
}

const truths = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const falsehoods = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/** The flag of this name; names are matched to the letter. */
export function flagNamed(schema: Schema, name: string): FeatureFlag | undefined {
  return name.startsWith('FF_') ? schema.featureFlags.find((flag) => flag.name === name) : undefined;
}

const TABLE = 'runners[].feature_flags';
const ENVIRONMENT = 'runners[].environment';

/** Whether a key is one that sets flags. */
export function setsFlags(key: KeySchema): boolean {
  return key.path === TABLE || key.path === ENVIRONMENT;
}

/** The flags that a key sets. */
export function flagMentions(visit: KeyVisit): FlagMention[] {
  const { key, member, context } = visit;
  if (key?.path === TABLE) return inTable(visit);
  if (key?.path === ENVIRONMENT) return inEnvironment(visit);
  const flag = key || member.node.type !== 'value' ? undefined : flagNamed(context.schema, member.name);
  if (!flag || (visit.schema.kind !== 'table' && visit.schema.kind !== 'array-of-tables')) return [];
  return [mentionOf(member, flag, 'elsewhere')];
}

function inTable(visit: KeyVisit): FlagMention[] {
  const { node } = visit.member;
  if (node.type !== 'table') return [];
  return [...node.members.values()].map((member) => ({
    ...mentionOf(member, flagNamed(visit.context.schema, member.name), 'table'),
    sets: (name) => node.members.has(name),
  }));
}

function mentionOf(
  { name, key, node, pair }: KeyVisit['member'],
  flag: FeatureFlag | undefined,
  place: FlagMention['place'],
): FlagMention {
  return {
    name,
    flag,
    place,
    span: key,
    value: node.type === 'value' && node.value.type === 'boolean' ? node.value.value : undefined,
    sets: () => false,
    written: pair,
  };
}

function inEnvironment(visit: KeyVisit): FlagMention[] {
  const { node } = visit.member;
  if (node.type !== 'value' || node.value.type !== 'array') return [];
  const list = node.value;
  const last = new Map<string, FlagMention>();
  const mentions = list.items.flatMap((item) => variableOf(visit, list, item, last) ?? []);
  const contested = new Set<string>();
  for (const mention of mentions) {
    const before = last.get(mention.name);
    if (before && before.value !== mention.value) contested.add(mention.name);
    last.set(mention.name, mention);
  }
  if (contested.size === 0) return mentions;
  return mentions.map((mention) => (contested.has(mention.name) ? withWinner(mention, last) : mention));
}

/** The flag that an item sets; `last`: what the list sets, filled in when all of it is read. */
function variableOf(
  visit: KeyVisit,
  list: ArrayValue,
  item: Value,
  last: ReadonlyMap<string, FlagMention>,
): FlagMention | undefined {
  const equals = item.type === 'string' ? item.value.indexOf('=') : -1;
  if (item.type !== 'string' || !/^ff_/i.test(item.value) || equals < 0) return undefined;
  const name = item.value.slice(0, equals);
  const text = item.value.slice(equals + 1);
  const [span, badText] = spansIn(visit, item, name);
  const known = truths.has(text) || falsehoods.has(text);
  return {
    name,
    flag: flagNamed(visit.context.schema, name),
    place: 'environment',
    span,
    value: known ? truths.has(text) : undefined,
    // What `$` stands for is known to the job only.
    ...(!known && !text.includes('$') && { badText }),
    sets: (other) => last.has(other),
    written: { list, item },
  };
}

/** A flag that is set to several things, with the mention that the runner takes where that is another one. */
function withWinner(mention: FlagMention, last: ReadonlyMap<string, FlagMention>): FlagMention {
  const winner = last.get(mention.name);
  const isOverridden = winner && winner.value !== mention.value;
  return { ...mention, isContested: true, ...(isOverridden && { overriddenBy: winner.span }) };
}

/** Where name and value of `"NAME=value"` are; both the whole string where escapes are in it. */
function spansIn({ document }: KeyVisit, item: Value, name: string): [Span, Span] {
  const { start, end } = item;
  const plain = document.text.slice(start + 1, start + 2 + name.length) === `${name}=`;
  if (!plain) return [item, item];
  const middle = start + 1 + name.length;
  return [
    { start: start + 1, end: middle },
    { start: middle + 1, end: end - 1 },
  ];
}

/** Whether nothing is wrong with the flag itself and its place: what is left to say is about its value. */
export function isInPlace({ flag, place }: FlagMention): boolean {
  return flag?.state === 'live' && place !== 'elsewhere' && !(place === 'environment' && flag.onlyTable);
}
