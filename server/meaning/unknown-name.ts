/** What a name that the runner does not know in its table was probably meant to be. Said once, by the first that holds. */
import adviceByTable from '../../schemas/advice.json';
import registrationKeys from '../../schemas/registration-keys.json';
import type { KeySchema, Schema } from '../schema/types';
import { lettersOf, NamesAlike } from '../text/letters';
import type { Message, MessageId } from '../text/message';
import { words } from '../text/words';
import type { Member } from '../toml/model';
import { flagNamed } from './flag-mentions';
import { entryBelow } from './map-entries';
import { memberOf } from './members';
import { aliasedKey, nearestKey } from './misspellings';
import { fits, isAbove, placesFor, tablesNear } from './places';
import { type KeyVisit, lookAround } from './visit';

export type Meaning =
  /** A key of this table, misspelled. */
  | { readonly kind: 'misspelled'; readonly key: KeySchema }
  /** What this table has tables for, as a value. */
  | { readonly kind: 'tables'; readonly key: KeySchema }
  /** A key of another table. */
  | { readonly kind: 'misplaced'; readonly key: KeySchema }
  /** A key of other tables, none of which is the right one for sure. */
  | { readonly kind: 'elsewhere'; readonly keys: readonly KeySchema[]; readonly unread: boolean }
  /** An older runner knew it, in another table. */
  | { readonly kind: 'outdated'; readonly key: KeySchema }
  /** Something that is set elsewhere: in GitLab, at registration, or in another way; `advice` says how. */
  | { readonly kind: 'not-here'; readonly advice: Message }
  | { readonly kind: 'unknown' };

/** More places than this are no advice any more. */
const MAXIMUM_PLACES = 3;

/** Whether the table's keys are fixed and this name is none of them, in whatever case. */
export function isUnknownName({ key, schema, member, context }: KeyVisit): boolean {
  // A part that is missing, as in `[runners..docker]`, is reported by the syntax.
  if (member.key.end === member.key.start) return false;
  if (key || (schema.kind !== 'table' && schema.kind !== 'array-of-tables')) return false;
  // What a newer runner knows, and feature flags, have rules of their own.
  if (context.schema.findNewer(schema, member.name)) return false;
  if (member.node.type === 'value' && flagNamed(context.schema, member.name)) return false;
  return !strictlySpelled(schema, member.name);
}

/** The key that a name would be if the runner ignored the case here too. */
export function strictlySpelled(schema: KeySchema, name: string): KeySchema | undefined {
  let strict = strictKeys.get(schema);
  if (!strict) {
    const keys = [...schema.children.values()].filter((key) => !key.caseInsensitive);
    strict = new Map(keys.map((key) => [key.name.toLowerCase(), key]));
    strictKeys.set(schema, strict);
  }
  return strict.get(name.toLowerCase());
}

/** The keys of a table that the runner matches to the letter, by their names in lower case. */
const strictKeys = new WeakMap<KeySchema, ReadonlyMap<string, KeySchema>>();

/** A tree outlives a change of the settings: what a name means to one runner it may not mean to the next. */
const meanings = new WeakMap<Member, { readonly schema: Schema; readonly meaning: Meaning }>();

/** What an unknown name was meant to be; found once for a runner, however many rules ask. It depends on what stands around the name. */
export function meaningOf(visit: KeyVisit): Meaning {
  const { schema } = visit.context;
  lookAround(visit);
  let known = meanings.get(visit.member);
  if (known?.schema !== schema) {
    known = { schema, meaning: findMeaning(visit) };
    meanings.set(visit.member, known);
  }
  return known.meaning;
}

function findMeaning(visit: KeyVisit): Meaning {
  const { member, schema, table, context } = visit;
  const advice = (registrationKeys as Record<string, string>)[member.name.toLowerCase()];
  if (advice !== undefined && member.node.type === 'value') {
    return { kind: 'not-here', advice: { id: advice as MessageId } };
  }
  const known = adviceFor(visit);
  if (known) return { kind: 'not-here', advice: known };
  const entry = entryBelow(visit);
  if (entry) return { kind: 'misplaced', key: entry };
  const other = aliasedKey(member.name, schema);
  if (other?.kind === 'array-of-tables' && !isTableNode(visit)) return { kind: 'tables', key: other };
  const nearest = nearestKey(
    member.name,
    schema,
    (key) => isTable(key) !== isTableNode(visit) && key.kind !== 'map',
    (key) => memberOf(table, key.name) !== undefined || !fits(key, visit),
  );
  const misspelled = nearest && ({ kind: 'misspelled', key: nearest.key } as const);
  if (misspelled && (nearest.far < 0.5 || (nearest.byAlias && isOfItsTable(visit)))) return misspelled;
  const places = placesFor(visit);
  const misplaced = places.sure && ({ kind: 'misplaced', key: places.sure } as const);
  if (misplaced && places.slipped) return misplaced;
  if (misspelled && nearest.far <= 1) return misspelled;
  if (misplaced) return misplaced;
  // A name that is a key elsewhere, to the letter, is not another one by a long way.
  const isOther = nearest && nearest.far > 2.5 && places.possible.length > 0;
  if (misspelled && !isOther && (nearest.far < 2 || !memberOf(table, nearest.key.name))) return misspelled;
  const outdated = context.schema.removedKeys.find(
    (key) =>
      key.name === member.name && key.parent?.path !== '' && key.replacedBy.length > 0 && isAbove(key.parent, schema),
  );
  if (outdated) return { kind: 'outdated', key: outdated };
  const ofRunner = schema === context.schema.root && isTableNode(visit) ? tableOfRunner(visit) : undefined;
  if (ofRunner) return { kind: 'misplaced', key: ofRunner };
  let keys = places.possible;
  if (keys.length === 0) keys = calledSo(visit);
  if (keys.length === 0) keys = misspelledNear(visit);
  if (keys.length > 0 && keys.length <= MAXIMUM_PLACES) return { kind: 'elsewhere', keys, unread: places.unread };
  return { kind: 'unknown' };
}

/** What is known of a name in its table; one in brackets is meant as a table only. */
function adviceFor(visit: KeyVisit): Message | undefined {
  const advices = (adviceByTable as Record<string, Record<string, string>>)[visit.schema.path];
  const name = visit.member.name.toLowerCase();
  const id = (isTableNode(visit) ? advices?.[`[${name}]`] : undefined) ?? advices?.[name];
  return id === undefined ? undefined : { id: id as MessageId };
}

/** The table of a runner that one at the top of the file is nearly called: `runners` is missing as well. */
function tableOfRunner({ member, context }: KeyVisit): KeySchema | undefined {
  const runner = context.schema.byPath('runners[]');
  const nearest =
    runner &&
    nearestKey(
      member.name,
      runner,
      (key) => !isTable(key),
      () => false,
    );
  return nearest && nearest.far <= 1 ? nearest.key : undefined;
}

/** In a shorter name one letter says too little. */
const SHORTEST = 5;

/** Keys of the tables near this one that a name is nearly: misspelled, and in the wrong place as well. */
function misspelledNear(visit: KeyVisit): readonly KeySchema[] {
  const { member, schema } = visit;
  // In an entry of a list, of services for one, a key is that of the entry.
  const isEntry = schema.kind === 'array-of-tables' && schema.parent?.path !== '';
  if (isTableNode(visit) || isEntry || member.name.length < SHORTEST) return [];
  const letters = lettersOf(member.name);
  const found = tablesNear(visit).flatMap((table) => {
    if (!mayHold(table, member.name, letters)) return [];
    const nearest = nearestKey(
      member.name,
      table,
      (key) => isTable(key) || !fits(key, visit),
      () => false,
    );
    return nearest && nearest.far <= 1 ? [nearest] : [];
  });
  const least = Math.min(...found.map(({ far }) => far));
  return found.filter(({ far }) => far === least).map(({ key }) => key);
}

/**
 * Whether a table has a key of about the length and the letters of a name. While a name is typed this is asked at each letter: names are
 * taken apart, and kept so, of those tables alone.
 */
function mayHold(table: KeySchema, name: string, letters: number): boolean {
  let names = namesIn.get(table);
  if (!names) {
    names = new NamesAlike([...table.children.values()].map((key) => key.name));
    namesIn.set(table, names);
  }
  return names.like(name, letters, FEW_CHARACTERS).length > 0;
}

const namesIn = new WeakMap<KeySchema, NamesAlike>();

/** So many characters may be others, or too many: a letter, and what stands between words. */
const FEW_CHARACTERS = 3;

/**
 * Whether a key is meant for the table that it stands in: it is deeper than the header; or the table is an entry of a list, of which no
 * other key is deeper.
 */
function isOfItsTable({ document, member, table, schema }: KeyVisit): boolean {
  const header = table.sections[0]?.header;
  const column = (offset: number) => offset - document.lines.lineStart(document.lines.lineOf(offset));
  const own = column(member.key.start);
  if (header !== undefined && own > column(header.start)) return true;
  return schema.kind === 'array-of-tables' && ![...table.members.values()].some(({ key }) => column(key.start) > own);
}

function isTable(key: KeySchema): boolean {
  return key.kind === 'table' || key.kind === 'array-of-tables';
}

function isTableNode({ member }: KeyVisit): boolean {
  return member.node.type !== 'value' || member.node.tables.length > 0;
}

/** Keys that `gitlab-runner register` sets with an option of this name: `docker_privileged`, `cache-s3-bucket-name`. */
function calledSo({ member, context }: KeyVisit): readonly KeySchema[] {
  const option = `--${words(member.name).join('-')}`;
  return option.includes('-', 2) ? (byOption(context.schema).get(option) ?? []) : [];
}

const options = new WeakMap<Schema, ReadonlyMap<string, readonly KeySchema[]>>();

function byOption(schema: Schema): ReadonlyMap<string, readonly KeySchema[]> {
  const known = options.get(schema);
  if (known) return known;
  const keys = new Map<string, KeySchema[]>();
  for (const key of schema.keys) {
    const { commandLineFlag: option } = key;
    if (option !== undefined) keys.set(option, [...(keys.get(option) ?? []), key]);
  }
  options.set(schema, keys);
  return keys;
}
