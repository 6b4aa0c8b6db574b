/**
 * Strategic merge patches: lists whose entries have a key are merged entry by entry, and directives in the patch say otherwise
 * (k8s.io/apimachinery/pkg/util/strategicpatch). Held to preview/functions.json, `patch`.
 */
import { JobFailure } from '../../job-failure';
import { isList, isObject, isSameJson, type Json, type JsonObject } from '../../json';
import { carryOrigins, noteOrigin, type Origin } from '../../origin';
import { type Field, fieldsOf, POD_SPEC, type TypeName } from './schema';

const DIRECTIVE = '$patch';
const RETAIN = '$retainKeys';
const ORDER = '$setElementOrder/';
const DELETE_FROM = '$deleteFromPrimitiveList/';

/** A strategic merge patch of Kubernetes applied to an object. */
export function strategicPatch(original: JsonObject, patch: Json, origin: Origin): JsonObject {
  if (patch === null) return original;
  if (!isObject(patch)) throw new JobFailure('invalid JSON document');
  return new Merging(origin).maps(original, patch, POD_SPEC);
}

/** The fields of a map while it is changed. */
type Changing = Record<string, Json>;

class Merging {
  constructor(private readonly origin: Origin) {}

  maps(original: JsonObject, patch: JsonObject, type: TypeName): JsonObject {
    if (Object.hasOwn(patch, DIRECTIVE)) return replacedMap(patch);
    const made: Changing = { ...original };
    carryOrigins(original, made);
    const rest = this.ordered(made, retained(made, { ...patch }), type);
    for (const [name, value] of Object.entries(rest)) this.field(made, name, value, type);
    return made;
  }

  private field(made: Changing, written: string, value: Json, type: TypeName): void {
    const isDeletion = written.startsWith(DELETE_FROM);
    const name = isDeletion ? written.slice(DELETE_FROM.length) : written;
    if (value === null) {
      delete made[name];
      return;
    }
    const before = Object.hasOwn(made, name) ? made[name] : undefined;
    if (before === undefined || !isSameKind(before, value)) {
      if (!isDeletion) this.set(made, name, withoutDirectives(withoutNulls(value)));
    } else if (isObject(before) && isObject(value)) {
      made[name] = this.maps(before, value, knownField(type, name).of);
    } else if (isList(before) && isList(value)) {
      this.set(made, name, isDeletion ? without(before, value) : this.lists(before, value, knownField(type, name)));
    } else this.set(made, name, value);
  }

  private set(made: Changing, name: string, value: Json): void {
    made[name] = value;
    noteOrigin(made, name, this.origin);
  }

  private lists(original: readonly Json[], patch: readonly Json[], field: Field): readonly Json[] {
    if (!field.merges) return withoutDirectivesIn(patch);
    if (original.length === 0 && patch.length === 0) return original;
    const all = [...original, ...patch];
    if (all.every(isObject)) return this.listsOfMaps(original.filter(isObject), patch.filter(isObject), field);
    if (all.some((item) => isObject(item) || isList(item))) {
      throw new JobFailure(`list element types are not identical: [${goText(original)} ${goText(patch)}]`);
    }
    return inOrder([...new Set(all)], patch, original, isSameJson);
  }

  private listsOfMaps(original: readonly JsonObject[], patch: readonly JsonObject[], field: Field): readonly Json[] {
    const { mergeKey, of } = field;
    const { kept, added, order } = special(original, patch, mergeKey);
    const merged = [...kept];
    for (const entry of added) {
      const key = keyIn(entry, mergeKey);
      const index = merged.findIndex((each) => isSameJson(each[mergeKey], key));
      const before = merged[index];
      if (before) merged[index] = this.maps(before, entry, of);
      else {
        const made = { ...entry };
        for (const name of Object.keys(made)) noteOrigin(made, name, this.origin);
        merged.push(made);
      }
    }
    return inOrder(merged, order, kept, sameKey(mergeKey));
  }

  /** Takes the lists whose order the patch sets out of it, and merges them. */
  private ordered(made: Changing, patch: Changing, type: TypeName): Changing {
    for (const [written, order] of Object.entries(patch)) {
      if (!written.startsWith(ORDER)) continue;
      delete patch[written];
      const name = written.slice(ORDER.length);
      const [before, change] = [made[name], patch[name]];
      delete patch[name];
      if (!isList(order)) throw new JobFailure('Invalid Argument');
      const field = knownField(type, name);
      const merged = isList(before) ? (isList(change) ? this.lists(before, change, field) : before) : change;
      if (!isList(merged)) continue;
      const isSame = field.mergeKey === '' ? isSameJson : sameKey(field.mergeKey);
      this.set(made, name, inOrder(merged, order, isList(before) ? before : [], isSame));
    }
    return patch;
  }
}

function knownField(type: TypeName, name: string): Field {
  const field = fieldsOf(type)?.get(name);
  if (field) return field;
  // The values of a map, of labels for example, have no fields.
  if (!fieldsOf(type)) return { ...ANY, name };
  throw new JobFailure(`unable to find api field in struct ${type} for the json field "${name}"`);
}

const ANY: Omit<Field, 'name'> = {
  shape: 'map',
  of: '',
  isPointer: false,
  isAlwaysSent: false,
  merges: false,
  mergeKey: '',
};

function replacedMap(patch: JsonObject): JsonObject {
  const { [DIRECTIVE]: directive, ...rest } = patch;
  if (directive === 'replace') return rest;
  if (directive === 'delete') return {};
  throw new JobFailure(`unknown patch type found: ${goText(directive ?? null)} in map: ${goText(patch)}`);
}

/** Keeps of a map only what the patch names, if it does. */
function retained(made: Changing, patch: Changing): Changing {
  const keys = patch[RETAIN];
  if (keys === undefined) return patch;
  delete patch[RETAIN];
  if (!isList(keys)) throw new JobFailure('invalid patch format of retainKeys');
  for (const [name, value] of Object.entries(patch)) {
    const isDirective = name.startsWith(DELETE_FROM) || name.startsWith(ORDER);
    if (value !== null && !isDirective && !keys.includes(name)) {
      throw new JobFailure('invalid patch format of retainKeys');
    }
  }
  for (const name of Object.keys(made)) if (!keys.includes(name)) delete made[name];
  return patch;
}

/** Entries of the patch that are directives: they delete entries of the list, or replace it. */
function special(original: readonly JsonObject[], patch: readonly JsonObject[], mergeKey: string) {
  const added: JsonObject[] = [];
  let kept = original;
  let replaces = false;
  for (const entry of patch) {
    const directive = entry[DIRECTIVE];
    if (directive === undefined) added.push(entry);
    else if (directive === 'replace') replaces = true;
    else if (directive === 'delete') {
      const key = entry[mergeKey];
      if (key === undefined) throw new JobFailure(`delete patch type with no merge key defined`);
      kept = kept.filter((each) => !isSameJson(each[mergeKey], key));
    } else throw new JobFailure(`unknown patch type found: ${goText(directive)} in map: ${goText(entry)}`);
  }
  return replaces ? { kept: added, added: [], order: [] } : { kept, added, order: added };
}

function keyIn(entry: JsonObject, mergeKey: string): Json {
  const key = entry[mergeKey];
  if (key !== undefined) return key;
  throw new JobFailure(`map: ${goText(entry)} does not contain declared merge key: ${mergeKey}`);
}

type IsSame = (one: Json, other: Json) => boolean;

const sameKey =
  (key: string): IsSame =>
  (one, other) =>
    isObject(one) && isObject(other) && isSameJson(one[key], other[key]);

/** Those of the patch in its order and the others in theirs; where they are not parted by the old order, the patch is first. */
function inOrder(
  merged: readonly Json[],
  patch: readonly Json[],
  old: readonly Json[],
  isSame: IsSame,
): readonly Json[] {
  const placeIn = (list: readonly Json[], item: Json) => list.findIndex((each) => isSame(each, item));
  const sorted = (list: readonly Json[], by: readonly Json[]) =>
    [...list].sort((one, other) => placeIn(by, one) - placeIn(by, other));
  const ofPatch = sorted(
    merged.filter((item) => placeIn(patch, item) >= 0),
    patch,
  );
  const others = sorted(
    merged.filter((item) => placeIn(patch, item) < 0),
    old,
  );
  const made: Json[] = [];
  for (const item of ofPatch) {
    const place = placeIn(old, item);
    while (others[0] !== undefined && place >= 0 && isBefore(placeIn(old, others[0]), place))
      made.push(others.shift() as Json);
    made.push(item);
  }
  return [...made, ...others];
}

const isBefore = (one: number, other: number) => one >= 0 && one < other;

function without(list: readonly Json[], removed: readonly Json[]): readonly Json[] {
  return list.filter((item) => !removed.some((each) => isSameJson(each, item)));
}

function isSameKind(one: Json, other: Json): boolean {
  if (isList(one) || isList(other)) return isList(one) && isList(other);
  return typeof one === typeof other && one !== null;
}

function withoutNulls(value: Json): Json {
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(entries.map(([name, each]) => [name, withoutNulls(each)]));
}

/** What is new in a document has no directives; an entry of a list that is nothing else is dropped. */
function withoutDirectives(value: Json): Json {
  if (isList(value)) return withoutDirectivesIn(value);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([name]) => !isDirective(name));
  return Object.fromEntries(entries.map(([name, each]) => [name, withoutDirectives(each)]));
}

function withoutDirectivesIn(list: readonly Json[]): readonly Json[] {
  return list.filter((item) => !(isObject(item) && Object.hasOwn(item, DIRECTIVE))).map(withoutDirectives);
}

function isDirective(name: string): boolean {
  return name === DIRECTIVE || name === RETAIN || name.startsWith(ORDER) || name.startsWith(DELETE_FROM);
}

/** A value as Go prints it. */
function goText(value: Json): string {
  if (isList(value)) return `[${value.map(goText).join(' ')}]`;
  if (!isObject(value)) return value === null ? '<nil>' : String(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `map[${entries.map(([name, each]) => `${name}:${goText(each)}`).join(' ')}]`;
}
