/** JSON Merge Patch (RFC 7396): maps are merged, null deletes, all else is replaced. */
import { JobFailure } from '../../job-failure';
import { isList, isObject, type Json } from '../../json';
import { carryOrigins, noteOrigin, type Origin } from '../../origin';

/** A JSON merge patch (RFC 7396) applied to a value. */
export function mergePatch(original: Json, patch: Json, origin: Origin): Json {
  if (!isObject(patch) && !isList(patch)) throw new JobFailure('Invalid JSON Patch');
  return merged(original, patch, origin);
}

function merged(original: Json | undefined, patch: Json, origin: Origin): Json {
  if (!isObject(patch)) return patch;
  const made: Record<string, Json> = isObject(original) ? { ...original } : {};
  if (isObject(original)) carryOrigins(original, made);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete made[name];
      continue;
    }
    const before = Object.hasOwn(made, name) ? made[name] : undefined;
    made[name] = merged(before, value, origin);
    if (!isObject(value) || !isObject(before)) noteOrigin(made, name, origin);
  }
  return made;
}
