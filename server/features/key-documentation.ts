/** What there is to say about a key, in Markdown: for hover and for the details of a completion. */

import type { Context } from '../meaning/context';
import { headerOf } from '../meaning/table-names';
import type { KeyText } from '../schema/texts';
import type { KeySchema } from '../schema/types';
import { isReached, type Version, versionText } from '../schema/version';
import { exampleOf } from './example-of';

/** The Markdown about a key. */
export function keyDocumentation(key: KeySchema, context: Context): string {
  const text = context.texts.key(key.path);
  const example = exampleOf(key, context);
  const parts = [
    `**\`${title(key)}\`** — ${typeInWords(key)}`,
    status(key, context),
    text?.text,
    text?.unset && `*When it is left out:* ${text.unset}`,
    text?.pitfall && `⚠ ${text.pitfall}`,
    facts(key, text, context, example !== undefined),
    example && `Example:\n\n${example}`,
    related(key, text?.related, context),
    `[Documentation](${key.docs})`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

function title(key: KeySchema): string {
  return key.kind === 'table' || key.kind === 'array-of-tables' ? headerOf(key) : key.name;
}

const types: Readonly<Record<string, string>> = {
  'array-of-tables': 'list of tables, written with two brackets',
  'string-or-array': 'string or array of strings',
  datetime: 'date and time',
  duration: 'duration such as "1h30m"',
};

export function typeInWords(key: KeySchema): string {
  if (key.kind === 'array') return `array of ${key.itemKind ?? 'string'}s`;
  if (key.kind === 'map') {
    return key.itemKind === 'any' || !key.itemKind
      ? 'table of your own keys'
      : `table of names with ${key.itemKind} values`;
  }
  return types[key.kind] ?? key.kind;
}

/** ` — newer than this file's 16.6`. */
export function thanThisFile(what: 'newer' | 'later', version: Version): string {
  return ` — ${what} than this file's ${versionText(version)}`;
}

/** What became or becomes of the key, seen from the runner that the file is for. */
function status(key: KeySchema, { schema }: Context): string | undefined {
  const today = key.removed ? key : (schema.newest().byPath(key.path) ?? key);
  const { removed, noEffectSince, deprecatedSince } = today;
  const later = (since: string | undefined) =>
    since && !isReached(schema.version, since) ? thanThisFile('later', schema.version) : '';
  const instead = today.replacedBy.map((path) => `\`${path.replaceAll('[]', '')}\``).join(' or ');
  const advice = instead ? ` Use ${instead} instead.` : '';
  if (removed) return `**Removed in GitLab Runner ${removed}${later(removed)}.**${advice}`;
  if (noEffectSince) return `**No effect since GitLab Runner ${noEffectSince}${later(noEffectSince)}.**`;
  if (!today.deprecated) return undefined;
  return `**Deprecated${deprecatedSince ? ` since ${deprecatedSince}` : ''}${later(deprecatedSince)}.**${advice}`;
}

/** In short lines. An example shows the table, and a text about leaving the key out says more than "none". */
function facts(key: KeySchema, text: KeyText | undefined, context: Context, hasExample: boolean): string {
  const { schema } = context;
  const { parent } = key;
  const isTable = key.kind === 'table' || key.kind === 'array-of-tables';
  const byDefault = defaultInWords(key, context) ?? (text?.unset ? undefined : 'none');
  const isNewer = !isReached(schema.version, key.since);
  const lines = [
    text?.unit && `Unit: ${text.unit}`,
    !isTable && byDefault && `Default: ${byDefault}`,
    `Since: GitLab Runner ${key.since === '0.1' ? '0.1 or earlier' : key.since}${isNewer ? thanThisFile('newer', schema.version) : ''}`,
    key.kindUntil &&
      `Another kind of value since GitLab Runner ${key.kindUntil}${thanThisFile('later', schema.version)}`,
    key.executors.length > 0 && `Executors: ${key.executors.join(', ')}`,
    !hasExample && parent && parent.path !== '' && key.kind !== 'table' && `Table: \`${headerOf(parent)}\``,
    key.commandLineFlag && `Registration option: \`${dashed(key.commandLineFlag)}\``,
    key.environmentVariable && `Environment variable at registration: \`${key.environmentVariable}\``,
  ];
  return lines
    .filter(Boolean)
    .map((line) => `- ${line}`)
    .join('\n');
}

function dashed(flag: string): string {
  return flag.startsWith('--') ? flag : `--${flag}`;
}

export function defaultInWords(key: KeySchema, { say }: Pick<Context, 'say'>): string | undefined {
  if (key.default === undefined) return key.defaultText && say(key.defaultText);
  return `\`${JSON.stringify(key.default)}\``;
}

/** Keys of the same table by their name alone, so that a global key has to be called one. */
function related({ parent }: KeySchema, paths: readonly string[] | undefined, context: Context): string | undefined {
  const known = paths?.filter((path) => context.schema.byPath(path)) ?? [];
  if (known.length === 0) return undefined;
  const nearby = parent?.path ? `${parent.path}.` : '';
  const names = known.map((path) => {
    const below = path.startsWith(nearby) ? path.slice(nearby.length) : path;
    const name = `\`${(below.includes('.') ? path : below).replaceAll('[]', '')}\``;
    return nearby && !path.includes('.') ? `${name} (global)` : name;
  });
  return `See also: ${names.join(', ')}`;
}
