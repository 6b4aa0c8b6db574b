/** JSON Patch (RFC 6902) as the runner's library applies it (github.com/evanphx/json-patch), with its words for what does not apply. */
import { JobFailure } from '../../job-failure';
import { isList, isObject, isSameJson, type Json, type JsonObject } from '../../json';
import { carryOrigins, noteOrigin, type Origin } from '../../origin';

const MISSING = 'missing value';

/** Applies the operations of a patch to a document. */
export function jsonPatch(original: Json, patch: Json, origin: Origin): Json {
  if (patch === null) return original;
  if (!isList(patch)) {
    throw new JobFailure(`json: cannot unmarshal ${kindOf(patch)} into Go value of type jsonpatch.Patch`);
  }
  return patch.reduce(
    (document: Json, operation) => apply(document, isObject(operation) ? operation : {}, origin),
    original,
  );
}

function kindOf(value: Json): string {
  if (isObject(value)) return 'object';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function apply(document: Json, operation: JsonObject, origin: Origin): Json {
  const { op } = operation;
  switch (op) {
    case 'add':
      return add(document, pathOf(operation, 'path', op), operation.value ?? null, origin, named('add'));
    case 'remove':
      return remove(document, pathOf(operation, 'path', op), origin, named('remove'));
    case 'replace':
      return replace(document, pathOf(operation, 'path', op), operation.value ?? null, origin);
    case 'move':
      return move(document, pathOf(operation, 'from', op), () => pathOf(operation, 'path', op), origin);
    case 'copy':
      return copy(document, pathOf(operation, 'from', op), () => pathOf(operation, 'path', op), origin);
    case 'test':
      return test(document, pathOf(operation, 'path', op), operation.value ?? null);
    default:
      throw new JobFailure(`Unexpected kind: ${typeof op === 'string' ? op : 'unknown'}`);
  }
}

/** How an operation says that its place is not there, and what else is wrong. */
interface Words {
  readonly missing: (path: string) => string;
  readonly wrong: (path: string, what: string) => string;
}

function named(op: string): Words {
  return {
    missing: (path) => `${op} operation does not apply: doc is missing path: "${path}": ${MISSING}`,
    wrong: (path, what) => `error in ${op} for path: '${path}': ${what}`,
  };
}

function pathOf(operation: JsonObject, field: 'path' | 'from', op: string): string {
  const path = operation[field];
  if (typeof path === 'string') return path;
  const isNamed = field === 'from' || /^(?:test|replace|move)$/.test(op);
  const what = isNamed ? `operation${field === 'from' ? ',' : ''} missing ${field} field: ` : '';
  throw new JobFailure(`${op} operation failed to decode ${field}: ${what}${MISSING}`);
}

type Holder = JsonObject | readonly Json[];

interface Place {
  readonly holder: Holder;
  readonly key: string;
  /** The whole document with another value in place of the holder. */
  readonly replaced: (holder: Holder) => Json;
}

function find(document: Json, path: string, origin?: Origin): Place | undefined {
  const parts = path.split('/').slice(1);
  const key = parts.pop();
  if (key === undefined || !isHolder(document)) return undefined;
  let place: Place = { holder: document, key: unescaped(key), replaced: (holder) => holder };
  for (const part of parts.map(unescaped)) {
    const { holder, replaced } = place;
    const next = get(holder, part);
    if ('wrong' in next || !isHolder(next.value)) return undefined;
    place = {
      holder: next.value,
      key: place.key,
      replaced: (inner) => replaced(withEntry(holder, part, inner, origin)),
    };
  }
  return place;
}

const isHolder = (value: Json | undefined): value is Holder => isObject(value) || isList(value);
const unescaped = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');

type Got = { readonly value: Json | undefined } | { readonly wrong: string };

function get(holder: Holder, key: string): Got {
  if (!isList(holder)) return { value: Object.hasOwn(holder, key) ? holder[key] : undefined };
  const index = indexOf(key, holder.length - 1, holder.length);
  return typeof index === 'number' ? { value: holder[index] } : index;
}

/** An index; a negative one counts from the end. */
function indexOf(key: string, last: number, size: number): number | { readonly wrong: string } {
  if (!/^[+-]?\d+$/.test(key)) return { wrong: `strconv.Atoi: parsing "${key}": invalid syntax` };
  const index = Number(key);
  if (index > last || index < -size)
    return { wrong: `Unable to access invalid index: ${index}: invalid index referenced` };
  return index < 0 ? index + size : index;
}

/** A holder with another value of a key; the rest is shared. */
function withEntry(holder: Holder, key: string, value: Json, origin?: Origin): Holder {
  if (isList(holder)) {
    const index = Number(key) < 0 ? Number(key) + holder.length : Number(key);
    return holder.map((item, at) => (at === index ? value : item));
  }
  const copied: Record<string, Json> = { ...holder };
  carryOrigins(holder, copied);
  Object.defineProperty(copied, key, { value, enumerable: true, configurable: true, writable: true });
  if (origin && !isHolder(value)) noteOrigin(copied, key, origin);
  return copied;
}

function add(document: Json, path: string, value: Json, origin: Origin, words: Words): Json {
  const place = find(document, path);
  if (!place) throw new JobFailure(words.missing(path));
  const { holder, key, replaced } = place;
  if (!isList(holder)) {
    const made = withEntry(holder, key, value);
    noteOrigin(made, key, origin);
    return replaced(made);
  }
  const index = key === '-' ? holder.length : indexOf(key, holder.length, holder.length + 1);
  if (typeof index !== 'number') {
    const isIndex = /^[+-]?\d+$/.test(key);
    throw new JobFailure(
      words.wrong(path, (isIndex ? '' : `value was not a proper array index: '${key}': `) + index.wrong),
    );
  }
  const made = [...holder.slice(0, index), value, ...holder.slice(index)];
  noteOrigin(made, index, origin);
  return replaced(made);
}

function remove(document: Json, path: string, origin: Origin, words: Words): Json {
  const place = find(document, path, origin);
  if (!place) throw new JobFailure(words.missing(path));
  const { holder, key, replaced } = place;
  if (isList(holder)) {
    const index = indexOf(key, holder.length - 1, holder.length);
    if (typeof index !== 'number') throw new JobFailure(words.wrong(path, index.wrong));
    return replaced(holder.filter((_, at) => at !== index));
  }
  if (!Object.hasOwn(holder, key)) {
    throw new JobFailure(words.wrong(path, `Unable to remove nonexistent key: ${key}: ${MISSING}`));
  }
  const { [key]: _removed, ...rest } = holder;
  carryOrigins(holder, rest);
  return replaced(rest);
}

function replace(document: Json, path: string, value: Json, origin: Origin): Json {
  if (path === '') {
    if (isHolder(value)) return value;
    throw new JobFailure('replace operation value must be object or array: %!w(<nil>)');
  }
  const refused = (what: string) =>
    new JobFailure(`replace operation does not apply: doc is missing ${what}: ${path}: ${MISSING}`);
  const place = find(document, path);
  if (!place) throw refused('path');
  const { holder, key, replaced } = place;
  if ('wrong' in get(holder, key)) throw refused('key');
  const made = withEntry(holder, key, value);
  noteOrigin(made, key, origin);
  return replaced(made);
}

function move(document: Json, from: string, destination: () => string, origin: Origin): Json {
  const place = find(document, from);
  if (!place) throw new JobFailure(`move operation does not apply: doc is missing from path: ${from}: ${MISSING}`);
  const found = get(place.holder, place.key);
  const words: Words = {
    missing: (path) => `move operation does not apply: doc is missing destination path: ${path}: ${MISSING}`,
    wrong: (path, what) => `error in move for path: '${path}': ${what}`,
  };
  const atKey: Words = { ...words, wrong: (_, what) => `error in move for path: '${place.key}': ${what}` };
  if ('wrong' in found) throw new JobFailure(atKey.wrong(from, found.wrong));
  const without = remove(document, from, origin, atKey);
  const path = destination();
  return add(without, path, found.value ?? null, origin, words);
}

function copy(document: Json, from: string, destination: () => string, origin: Origin): Json {
  const place = find(document, from);
  if (!place) throw new JobFailure(`copy operation does not apply: doc is missing from path: ${from}: ${MISSING}`);
  const found = get(place.holder, place.key);
  if ('wrong' in found) throw new JobFailure(`error in copy for from: '${from}': ${found.wrong}`);
  const words: Words = {
    missing: (path) => `copy operation does not apply: doc is missing destination path: ${path}: ${MISSING}`,
    wrong: (_, what) => `error while adding value during copy: ${what}`,
  };
  return add(document, destination(), found.value ?? null, origin, words);
}

function test(document: Json, path: string, value: Json): Json {
  const place = find(document, path);
  if (!place && path !== '') {
    throw new JobFailure(`test operation does not apply: is missing path: ${path}: ${MISSING}`);
  }
  const found = place ? get(place.holder, place.key) : { value: document };
  if ('wrong' in found) throw new JobFailure(`error in test for path: '${path}': ${found.wrong}`);
  if (isSameJson(found.value ?? null, value)) return document;
  throw new JobFailure(`testing value ${path} failed: test failed`);
}
