/** What an item is about, as the short text in its `data`: `runners[].docker.image`, `flag/FF_X`, `value/executor/docker`. */
import type { Context } from '../../meaning/context';
import { compareVersions, parseVersion, type Version, versionText } from '../../schema/version';

export type Reference =
  | { readonly kind: 'key'; readonly path: string }
  | { readonly kind: 'flag'; readonly name: string }
  | { readonly kind: 'value'; readonly enumeration: string; readonly value: string };

/** Writes the reference of a feature flag. A key's reference is its path. */
export function flagReference(name: string): string {
  return `flag/${name}`;
}

export function valueReference(enumeration: string, value: string): string {
  return `value/${enumeration}/${value}`;
}

const TARGET = /#(\d+\.\d+)$/;

/**
 * A reference with the runner that the document is for, where that is another than the one of which everybody starts
 * (`concurrent#16.8`): who asks about an item does not say in which document it was offered.
 */
export function withTarget(reference: string, { schema }: Context): string {
  const isUsual = compareVersions(schema.version, schema.released) === 0;
  return isUsual ? reference : `${reference}#${versionText(schema.version)}`;
}

/** Reads an item's `data`; undefined for what is no reference. Paths of keys hold no slash. */
export function readReference(data: unknown): (Reference & { readonly target: Version | undefined }) | undefined {
  if (typeof data !== 'string') return undefined;
  const target = parseVersion(TARGET.exec(data)?.[1] ?? '');
  const [kind, name, ...rest] = data.replace(TARGET, '').split('/');
  if (name === undefined) return { kind: 'key', path: kind ?? '', target };
  if (kind === 'flag') return { kind: 'flag', name, target };
  return kind === 'value' ? { kind: 'value', enumeration: name, value: rest.join('/'), target } : undefined;
}
