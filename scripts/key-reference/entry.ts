/** What the reference says of one key. */
import { defaultOf } from '../../server/features/key-facts';
import { kindInWords } from '../../server/features/kind-in-words';
import type { Texts } from '../../server/schema/texts';
import type { KeySchema, Schema } from '../../server/schema/types';
import type { Message } from '../../server/text/message';
import { linkTo, pathText } from './anchors';

export interface Sources {
  readonly schema: Schema;
  readonly texts: Texts;
  /** Lines of TOML by path; empty where there are no examples yet. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
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
  const { schema, texts, examples, say } = sources;
  const text = texts.key(key.path);
  const example = examples[key.path];
  return [
    [...facts(key, say), text?.unit && `unit: ${text.unit}`].filter(Boolean).join(' · '),
    status(key, schema),
    text?.text,
    text?.unset && `**Left out:** ${text.unset}`,
    text?.pitfall && `**Pitfall:** ${text.pitfall}`,
    values(key, sources),
    example && exampleText(example),
    seeAlso(key, text?.related, schema),
    registration(key),
    key.docs !== key.parent?.docs ? `[Documentation](${key.docs})` : undefined,
  ];
}

/** One line stands in the text; the file may grow to what Git hosts still show as Markdown. */
function exampleText(lines: readonly string[]): string {
  const [first = ''] = lines;
  if (lines.length === 1 && !first.includes('`')) return `Example: \`${first}\``;
  return ['```toml', ...lines, '```'].join('\n');
}

function facts(key: KeySchema, say: Sources['say']): string[] {
  const { parent } = key;
  const sameUsers = key.executors.join() === parent?.executors.join();
  const required = parent?.required.find(({ name }) => name === key.name);
  const byDefault = defaultOf(key);
  return [
    say(kindInWords(key)),
    byDefault ? `default: ${say(byDefault)}${noteOf(key, say)}` : '',
    key.minimum === undefined ? '' : `at least ${key.minimum}`,
    required ? 'required' : '',
    `since ${key.since === '0.1' ? '0.1 or earlier' : key.since}`,
    key.executors.length > 0 && !sameUsers ? `executors: ${key.executors.join(', ')}` : '',
    key.caseInsensitive ? '' : 'spelled exactly so',
  ].filter(Boolean);
}

function noteOf({ unit, default: value, defaultNote }: KeySchema, say: Sources['say']): string {
  return `${unit && typeof value === 'number' ? ` ${unit}` : ''}${defaultNote ? ` (${say(defaultNote)})` : ''}`;
}

function status(key: KeySchema, schema: Schema): string | undefined {
  if (key.noEffectSince) return `**No effect since ${key.noEffectSince}.**`;
  const { sectionDeprecated: section } = key;
  if (section) return `**Deprecated since ${section.since}, to be removed with ${section.removal}.**`;
  if (!key.deprecated) return undefined;
  const since = key.deprecatedSince ? ` since ${key.deprecatedSince}` : '';
  return `**Deprecated${since}.**${instead(key, schema)}`;
}

/** ` Use … instead.` with links, where something took the place of a key. */
export function instead({ replacedBy }: KeySchema, schema: Schema): string {
  const links = replacedBy.map((path) => schema.byPath(path)).flatMap((other) => (other ? [linkTo(other)] : []));
  return links.length > 0 ? ` Use ${links.join(' or ')} instead.` : '';
}

const about = { items: 'Items', keys: 'Names', values: 'Values' };

function values(key: KeySchema, { schema, texts }: Sources): string | undefined {
  const enumeration = key.enumeration === undefined ? undefined : schema.enumeration(key.enumeration);
  if (!enumeration) return undefined;
  const lines = enumeration.values.map((value) => {
    const line = texts.value(enumeration.name, value);
    return `- \`${value === '' ? '""' : value}\`${line ? `: ${line}` : ''}`;
  });
  const others = enumeration.open || key.enumerationOpen ? ', the runner takes others too' : '';
  const spelling = enumeration.caseSensitive ? '' : ', in upper or lower case';
  const what = key.kind === 'string-or-array' ? 'values' : (key.enumerationOf ?? 'values');
  return `${about[what]}${spelling}${others}:\n\n${lines.join('\n')}`;
}

/** Keys of the same table by their names alone. */
function seeAlso(key: KeySchema, related: readonly string[] | undefined, schema: Schema): string | undefined {
  const others = related?.flatMap((path) => schema.byPath(path) ?? []) ?? [];
  const links = others.map((other) => linkTo(other, other.parent === key.parent ? other.name : undefined));
  return links.length > 0 ? `See also: ${links.join(', ')}` : undefined;
}

function registration({ commandLineFlag: flag, environmentVariable: variable }: KeySchema): string | undefined {
  if (!flag && !variable) return undefined;
  const ways = [flag && `\`${flag}\``, variable && `\`${variable}\``].filter(Boolean);
  return `At registration: ${ways.join(' or ')}`;
}
