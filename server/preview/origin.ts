/**
 * Where the fields of a preview come from. The origins stand beside the plain JSON: an object that is handed on, or becomes a part of
 * another one, keeps those of its fields.
 */
import type { Span } from '../text/span';
import { isList, isObject, type Json } from './json';

export type Origin =
  /** A key of the runner, by its path below `[[runners]]`; the place is that of its value. */
  | { readonly by: 'key'; readonly key: string; readonly span: Span | undefined }
  /** A key that is not there: what the runner takes instead. */
  | { readonly by: 'default'; readonly key: string }
  | { readonly by: 'flag'; readonly flag: string }
  /** What GitLab says of the job, by its path in the payload. */
  | { readonly by: 'job'; readonly field: string }
  | { readonly by: 'variable'; readonly variable: string }
  /** The runner does it always. */
  | { readonly by: 'runner' };

export const byRunner: Origin = { by: 'runner' };
export const byFlag = (flag: string): Origin => ({ by: 'flag', flag });
export const byJob = (field: string): Origin => ({ by: 'job', field });
export const byVariable = (variable: string): Origin => ({ by: 'variable', variable });

/** By the names of fields. */
type Origins = Record<string, Origin>;

const origins = new WeakMap<object, Origins>();

/** Notes where a field of an object, or an item of a list, comes from. */
export function noteOrigin(holder: object, field: string | number, origin: Origin): void {
  const known = origins.get(holder);
  if (known) known[field] = origin;
  else origins.set(holder, { [field]: origin });
}

/** Notes where all fields of an object come from. */
export function noteOrigins(holder: object, all: Origins): void {
  origins.set(holder, all);
}

/** Notes where the items of a list come from. */
export function noteItemOrigins(list: object, all: readonly Origin[]): void {
  origins.set(list, Object.fromEntries(all.entries()));
}

/** Gives a copy the origins of what it was copied from. */
export function carryOrigins(from: object, to: object): void {
  const known = origins.get(from);
  if (known) origins.set(to, { ...known });
}

export function originOf(holder: object, field: string | number): Origin | undefined {
  return origins.get(holder)?.[field];
}

/** The origins of all fields below a value by their JSON pointers. What has none of its own comes from where its holder comes from. */
export function originsBelow(root: Json, pointer = '', into = new Map<string, Origin>()): Map<string, Origin> {
  if (!isList(root) && !isObject(root)) return into;
  const known = origins.get(root);
  for (const [field, value] of Object.entries(root)) {
    const path = `${pointer}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const origin = known?.[field];
    if (origin) into.set(path, origin);
    originsBelow(value, path, into);
  }
  return into;
}
