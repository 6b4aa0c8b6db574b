/** Builds an object field by field, each with its origin. What Go leaves out of its JSON is left out here. */
import { isList, isObject, type Json, type JsonObject } from './json';
import { noteOrigin, type Origin } from './origin';

export class Fields {
  private readonly made: Record<string, Json> = {};

  /** Sets a field; undefined sets none. */
  set(name: string, value: Json | undefined, origin: Origin): this {
    if (value === undefined) return this;
    this.made[name] = value;
    noteOrigin(this.made, name, origin);
    return this;
  }

  /** Sets a field unless its value is empty: `omitempty` of Go. */
  some(name: string, value: Json | undefined, origin: Origin): this {
    return isEmpty(value) ? this : this.set(name, value, origin);
  }

  get object(): JsonObject {
    return this.made;
  }

  get isEmpty(): boolean {
    return Object.keys(this.made).length === 0;
  }
}

function isEmpty(value: Json | undefined): boolean {
  if (isList(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === '' || value === 0 || value === false;
}
