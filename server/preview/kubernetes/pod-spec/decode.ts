/**
 * What comes of a patched specification when Go reads it into its own types and writes it again: unknown fields vanish, names match
 * ignoring case, a value of a wrong type is an error (encoding/json).
 */
import { JobFailure } from '../../job-failure';
import { isList, isObject, type Json, type JsonObject } from '../../json';
import { noteOrigin, originOf } from '../../origin';
import { parseQuantity } from '../quantity';
import { type Field, fieldsOf, POD_SPEC, type TypeName } from './schema';

export function decodedSpec(value: Json): JsonObject {
  if (!isObject(value))
    throw new JobFailure(`json: cannot unmarshal ${kindOf(value)} into Go value of type v1.PodSpec`);
  return new Decoding().object(value, POD_SPEC, []);
}

class Decoding {
  object(value: JsonObject, type: TypeName, path: readonly string[]): JsonObject {
    const fields = fieldsOf(type) ?? new Map<string, Field>();
    const found = new Map<Field, string>();
    for (const name of Object.keys(value).sort()) {
      const field = fields.get(name) ?? foldedField(fields, name);
      if (field) found.set(field, name);
    }
    const made: Record<string, Json> = {};
    for (const field of fields.values()) {
      const written = found.get(field);
      const given = written === undefined ? undefined : value[written];
      const read = this.field(given ?? null, field, { type, path: [...path, field.name] });
      if (read === undefined) continue;
      made[field.name] = read;
      const origin = written === undefined ? undefined : originOf(value, written);
      if (origin) noteOrigin(made, field.name, origin);
    }
    return made;
  }

  /** The value as it is sent; undefined where it is left out. */
  private field(value: Json, field: Field, at: At): Json | undefined {
    if (field.shape === 'list') return this.list(value, field, at);
    if (field.shape === 'map') return this.map(value, field, at);
    if (fieldsOf(field.of)) return this.nested(value, field, at);
    if (value === null) return field.isPointer || !field.isAlwaysSent ? undefined : zeroOf(field.of);
    const read = scalar(value, field.of, at);
    return !field.isPointer && !field.isAlwaysSent && isZero(read) ? undefined : read;
  }

  private nested(value: Json, field: Field, at: At): Json | undefined {
    if (value === null) {
      if (field.isPointer) return undefined;
      return this.object({}, field.of, at.path);
    }
    if (!isObject(value)) throw mismatch(value, `v1.${field.of}`, at);
    return this.object(value, field.of, at.path);
  }

  private list(value: Json, field: Field, at: At): Json | undefined {
    if (value === null) return field.isAlwaysSent ? null : undefined;
    const isOfFields = fieldsOf(field.of) !== undefined;
    if (!isList(value)) throw mismatch(value, `[]${isOfFields ? 'v1.' : ''}${field.of}`, at);
    if (value.length === 0 && !field.isAlwaysSent) return undefined;
    const made = value.map((item) => this.item(item, field, at, isOfFields));
    value.forEach((_, index) => {
      const origin = originOf(value, index);
      if (origin) noteOrigin(made, index, origin);
    });
    return made;
  }

  private item(item: Json, { of }: Field, at: At, isOfFields: boolean): Json {
    if (!isOfFields) return item === null ? zeroOf(of) : scalar(item, of, at);
    if (item !== null && !isObject(item)) throw mismatch(item, `v1.${of}`, at);
    return this.object(item ?? {}, of, at.path);
  }

  private map(value: Json, { of, isAlwaysSent }: Field, at: At): Json | undefined {
    if (value === null) return isAlwaysSent ? null : undefined;
    if (!isObject(value)) throw mismatch(value, of === 'quantity' ? 'v1.ResourceList' : `map[string]${of}`, at);
    const names = Object.keys(value);
    if (names.length === 0 && !isAlwaysSent) return undefined;
    const made: Record<string, Json> = {};
    for (const name of names) {
      const given = value[name] ?? null;
      made[name] = given === null ? zeroOf(of) : scalar(given, of, at);
      const origin = originOf(value, name);
      if (origin) noteOrigin(made, name, origin);
    }
    return made;
  }
}

interface At {
  readonly type: TypeName;
  readonly path: readonly string[];
}

function foldedField(fields: ReadonlyMap<string, Field>, name: string): Field | undefined {
  const folded = name.toLowerCase();
  for (const field of fields.values()) if (field.name.toLowerCase() === folded) return field;
  return undefined;
}

function scalar(value: Json, of: string, at: At): Json {
  switch (of) {
    case 'quantity':
      return quantity(value);
    case 'int-or-string':
      if (typeof value === 'string' || typeof value === 'number') return value;
      break;
    case 'int32':
    case 'int64':
      if (typeof value === 'number' && Number.isInteger(value)) return value;
      if (typeof value === 'number') throw mismatch(value, of, at, ` ${value}`);
      break;
    case 'bool':
      if (typeof value === 'boolean') return value;
      break;
    case 'string':
    case 'time':
      if (typeof value === 'string') return value;
      break;
    default:
      return value;
  }
  throw mismatch(value, of, at);
}

function quantity(value: Json): Json {
  const read = parseQuantity(String(value).trim());
  if ('wrong' in read) throw new JobFailure(read.wrong);
  return read.text;
}

function zeroOf(of: string): Json {
  if (of === 'bool') return false;
  if (of === 'quantity') return '0';
  return of === 'string' || of === 'time' ? '' : 0;
}

const isZero = (value: Json) => value === '' || value === 0 || value === false;

function mismatch(value: Json, wanted: string, { type, path }: At, detail = ''): JobFailure {
  const field = `${type}.${path.join('.')}`;
  return new JobFailure(
    `json: cannot unmarshal ${kindOf(value)}${detail} into Go struct field ${field} of type ${wanted}`,
  );
}

function kindOf(value: Json): string {
  if (isList(value)) return 'array';
  if (isObject(value)) return 'object';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
