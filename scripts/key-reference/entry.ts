/** What the reference says of one key. */
import { documentationAddress } from '../../server/features/documentation-line';
import { defaultOf } from '../../server/features/key-facts';
import { kindInWords } from '../../server/features/kind-in-words';
import type { Texts } from '../../server/schema/texts';
import type { KeySchema, Schema } from '../../server/schema/types';
import { anyOf, type Message, message } from '../../server/text/message';
import type { Say } from '../page-texts';
import { linkTo, pathText } from './anchors';

export interface Sources {
  readonly schema: Schema;
  readonly texts: Texts;
  /** Lines of TOML by path; empty where there are no examples yet. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  /** What the page says around all that. */
  readonly page: Say;
  /** Says what the schema has as a message. */
  say(message: Message): string;
}

/** The key under its heading, at the level of a key of a table. */
export function keyEntry(key: KeySchema, sources: Sources): string {
  return paragraphs(`### \`${pathText(key)}\``, ...body(key, sources));
}

/** Paragraphs with an empty line between them; what is undefined or empty is left out. */
export function paragraphs(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

/** All but the heading. */
export function body(key: KeySchema, sources: Sources): (string | undefined)[] {
  const { texts, examples, page } = sources;
  const text = texts.key(key.path);
  const example = examples[key.path];
  return [
    [...facts(key, sources), text?.unit && page('keys.unit', { unit: text.unit })].filter(Boolean).join(' · '),
    status(key, sources),
    text?.text,
    text?.unset && page('keys.unset', { text: text.unset }),
    text?.pitfall && page('keys.pitfall', { text: text.pitfall }),
    values(key, sources),
    example && exampleText(example, page),
    seeAlso(key, text?.related, sources),
    registration(key, page),
    key.docs !== key.parent?.docs ? documentationLink(key, sources) : undefined,
  ];
}

/** The link to where it is documented, in the language of the page where that is. */
export function documentationLink({ docs }: KeySchema, { texts, say }: Sources): string {
  return say(message('hover.documentation', { url: documentationAddress(docs, { texts }) }));
}

/** One line stands in the text; the file may grow to what Git hosts still show as Markdown. */
function exampleText(lines: readonly string[], page: Say): string {
  const [first = ''] = lines;
  if (lines.length === 1 && !first.includes('`')) return page('keys.example', { code: `\`${first}\`` });
  return ['```toml', ...lines, '```'].join('\n');
}

function facts(key: KeySchema, sources: Sources): string[] {
  const { page, say } = sources;
  const { parent } = key;
  const sameUsers = key.executors.join() === parent?.executors.join();
  const required = parent?.required.find(({ name }) => name === key.name);
  const byDefault = defaultOf(key);
  return [
    say(kindInWords(key)),
    byDefault ? page('keys.default', { value: withNote(say(byDefault), key, sources) }) : '',
    key.minimum === undefined ? '' : page('keys.minimum', { number: key.minimum }),
    required ? page('keys.required') : '',
    page('keys.since', { version: sinceOf(key, page) }),
    key.executors.length > 0 && !sameUsers
      ? page('keys.executors', { names: key.executors.join(page('keys.list')) })
      : '',
    key.caseInsensitive ? '' : page('keys.case-sensitive'),
  ].filter(Boolean);
}

function withNote(text: string, { unit, default: value, defaultNote }: KeySchema, { page, say }: Sources): string {
  const withUnit = unit && typeof value === 'number' ? page('keys.default.unit', { value: text, unit }) : text;
  return defaultNote ? page('keys.default.note', { value: withUnit, note: say(defaultNote) }) : withUnit;
}

/** The first minor version that knew a key; what is older than the history that we know is not told apart. */
export function sinceOf({ since }: Pick<KeySchema, 'since'>, page: Say): string {
  return since === '0.1' ? page('keys.since.first') : since;
}

function status(key: KeySchema, { schema, page }: Sources): string | undefined {
  if (key.noEffectSince) return page('keys.no-effect', { version: key.noEffectSince });
  const { sectionDeprecated: section } = key;
  if (section) return deprecation(page, section.since, section.removal);
  return key.deprecated
    ? sentences([deprecation(page, key.deprecatedSince), instead(key, schema, page)], page)
    : undefined;
}

/** That something is deprecated, as far as it is known since when and until when. */
export function deprecation(page: Say, version?: string, removal?: string): string {
  if (version && removal) return page('keys.deprecated.since.removal', { version, removal });
  if (version) return page('keys.deprecated.since', { version });
  return removal ? page('keys.deprecated.removal', { removal }) : page('keys.deprecated');
}

/** One sentence after the other. */
export function sentences(all: readonly (string | undefined)[], page: Say): string {
  const [first = '', ...rest] = all.filter(Boolean);
  return rest.reduce((text: string, next = '') => page('keys.sentences', { first: text, second: next }), first);
}

/** `Use … instead.` with links, where something took the place of a key. */
export function instead({ replacedBy }: KeySchema, schema: Schema, page: Say): string | undefined {
  const items = replacedBy.map((path) => schema.byPath(path)).flatMap((other) => (other ? [linkTo(other)] : []));
  return items.length > 0 ? page('keys.instead', { links: { join: 'or', items } }) : undefined;
}

function values(key: KeySchema, { schema, texts, page }: Sources): string | undefined {
  const enumeration = key.enumeration === undefined ? undefined : schema.enumeration(key.enumeration);
  if (!enumeration) return undefined;
  const lines = enumeration.values.map((value) => {
    const text = texts.value(enumeration.name, value);
    const code = `\`${value === '' ? '""' : value}\``;
    return `- ${text ? page('keys.value', { value: code, text }) : code}`;
  });
  const title = page('keys.values', {
    what: key.kind === 'string-or-array' ? 'values' : (key.enumerationOf ?? 'values'),
    spelling: enumeration.caseSensitive ? 'exact' : 'any',
    others: enumeration.open || key.enumerationOpen ? 'open' : 'none',
  });
  return `${title}\n\n${lines.join('\n')}`;
}

/** Keys of the same table by their names alone. */
function seeAlso(
  key: KeySchema,
  related: readonly string[] | undefined,
  { schema, page }: Sources,
): string | undefined {
  const others = related?.flatMap((path) => schema.byPath(path) ?? []) ?? [];
  const links = others.map((other) => linkTo(other, other.parent === key.parent ? other.name : undefined));
  return links.length > 0 ? page('keys.related', { links: links.join(page('keys.list')) }) : undefined;
}

function registration(
  { commandLineFlag: flag, environmentVariable: variable }: KeySchema,
  page: Say,
): string | undefined {
  const names = [flag, variable].flatMap((name) => name || []);
  return names.length > 0 ? page('keys.registration', { ways: anyOf(names) }) : undefined;
}
