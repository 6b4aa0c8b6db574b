/** The feature flags and what is gone, as tables. */
import type { FeatureFlag, Schema } from '../../server/schema/types';
import { pathText } from './anchors';
import { instead, paragraphs, type Sources } from './entry';

export const FLAGS = 'Feature flags';
export const REMOVED_FLAGS = 'Removed feature flags';
export const REMOVED_KEYS = 'Removed keys';

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

export function flagSection({ schema, texts }: Sources): string {
  const rows = schema.featureFlags
    .filter((flag) => !flag.removed)
    .map((flag) => [
      `\`${flag.name}\``,
      defaultOf(flag),
      flag.since,
      [texts.featureFlag(flag.name), fate(flag)].filter(Boolean).join(' '),
    ]);
  return paragraphs(
    `## ${FLAGS}`,
    'Set in `[runners.feature_flags]`, or as a variable of a job.',
    table(['Flag', 'Default', 'Since', 'What it does'], rows),
  );
}

function defaultOf({ default: value }: FeatureFlag): string {
  return value === undefined ? '' : `\`${value}\``;
}

function fate({ deprecated, deprecatedSince, toBeRemovedWith }: FeatureFlag): string | undefined {
  if (!deprecated) return undefined;
  const since = deprecatedSince ? ` since ${deprecatedSince}` : '';
  return `**Deprecated${since}${toBeRemovedWith ? `, to be removed with ${toBeRemovedWith}` : ''}.**`;
}

export function removedFlagSection({ schema }: Sources): string {
  const names = new Set(schema.featureFlags.map(({ name }) => name));
  const rows = schema.featureFlags.flatMap((flag) =>
    flag.removed
      ? [[`\`${flag.name}\``, flag.since, flag.removed, defaultOf(flag), replacement(flag.hint, names, schema)]]
      : [],
  );
  return paragraphs(
    `## ${REMOVED_FLAGS}`,
    table(['Flag', 'Since', 'Removed', 'Last default', 'What took its place'], rows),
  );
}

/** A flag or key in backticks; what the facts say in words stays words. */
function replacement(hint: string | undefined, flags: ReadonlySet<string>, schema: Schema): string {
  if (!hint) return '';
  return flags.has(hint) || schema.named(hint).length > 0 ? `\`${hint}\`` : hint;
}

export function removedKeySection({ schema }: Sources): string {
  const rows = schema.removedKeys.map((key) => [
    `\`${pathText(key)}\``,
    key.since === '0.1' ? '0.1 or earlier' : key.since,
    key.deprecatedSince ?? '',
    key.removed ?? '',
    key.accidental ? 'It was never meant to be a key.' : instead(key, schema).trim(),
  ]);
  return paragraphs(`## ${REMOVED_KEYS}`, table(['Key', 'Since', 'Deprecated', 'Removed', 'What to do'], rows));
}
