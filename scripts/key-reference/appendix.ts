/** The feature flags and what is gone, as tables. */
import type { FeatureFlag, Schema } from '../../server/schema/types';
import type { PageTextId, Say } from '../page-texts';
import { pathText } from './anchors';
import { deprecation, instead, paragraphs, type Sources, sentences, sinceOf } from './entry';

/** The titles of these sections, in their order. */
export const APPENDICES = ['keys.flags', 'keys.flags.removed', 'keys.removed'] as const;

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

export function flagSection({ schema, texts, page }: Sources): string {
  const rows = schema.featureFlags
    .filter((flag) => !flag.removed)
    .map((flag) => [
      `\`${flag.name}\``,
      defaultOf(flag),
      flag.since,
      sentences([texts.featureFlag(flag.name), fate(flag, page)], page),
    ]);
  return paragraphs(
    `## ${page('keys.flags')}`,
    page('keys.flags.where'),
    table(columns(page, 'flag', 'default', 'since', 'what'), rows),
  );
}

function defaultOf({ default: value }: FeatureFlag): string {
  return value === undefined ? '' : `\`${value}\``;
}

function fate({ deprecated, deprecatedSince, toBeRemovedWith }: FeatureFlag, page: Say): string | undefined {
  return deprecated ? deprecation(page, deprecatedSince, toBeRemovedWith) : undefined;
}

type Column = PageTextId extends infer Id ? (Id extends `keys.column.${infer Name}` ? Name : never) : never;

function columns(page: Say, ...names: readonly Column[]): string[] {
  return names.map((name) => page(`keys.column.${name}`));
}

export function removedFlagSection({ schema, page }: Sources): string {
  const names = new Set(schema.featureFlags.map(({ name }) => name));
  const rows = schema.featureFlags.flatMap((flag) =>
    flag.removed
      ? [[`\`${flag.name}\``, flag.since, flag.removed, defaultOf(flag), replacement(flag.hint, names, schema)]]
      : [],
  );
  return paragraphs(
    `## ${page('keys.flags.removed')}`,
    table(columns(page, 'flag', 'since', 'removed', 'last-default', 'replacement'), rows),
  );
}

/** A flag or key in backticks; what the facts say in words stays words. */
function replacement(hint: string | undefined, flags: ReadonlySet<string>, schema: Schema): string {
  if (!hint) return '';
  return flags.has(hint) || schema.named(hint).length > 0 ? `\`${hint}\`` : hint;
}

export function removedKeySection({ schema, page }: Sources): string {
  const rows = schema.removedKeys.map((key) => [
    `\`${pathText(key)}\``,
    sinceOf(key, page),
    key.deprecatedSince ?? '',
    key.removed ?? '',
    key.accidental ? page('keys.removed.accidental') : (instead(key, schema, page) ?? ''),
  ]);
  return paragraphs(
    `## ${page('keys.removed')}`,
    table(columns(page, 'key', 'since', 'deprecated', 'removed', 'what-to-do'), rows),
  );
}
