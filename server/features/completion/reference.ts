/** What an item is about, as the short text in its `data`: `runners[].docker.image`, `flag/FF_X`, `value/executor/docker`. */

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

/** Reads an item's `data`; undefined for what is no reference. Paths of keys hold no slash. */
export function readReference(data: unknown): Reference | undefined {
  if (typeof data !== 'string') return undefined;
  const [kind, name, ...rest] = data.split('/');
  if (name === undefined) return { kind: 'key', path: data };
  if (kind === 'flag') return { kind: 'flag', name };
  return kind === 'value' ? { kind: 'value', enumeration: name, value: rest.join('/') } : undefined;
}
