/** Builds an object field by field, each with its origin. What Go leaves out of its JSON is left out here. */
import { isList, isObject, type Json, type JsonObject } from './json';
import { noteOrigins, type Origin } from './origin';

export class Fields {
  private readonly made: Record<string, Json> = {};
  private readonly origins: Record<string, Origin> = {};

  /** Sets a field; undefined sets none. */
  set(name: string, value: Json | undefined, origin: Origin): this {
    if (value === undefined) return this;
    this.made[name] = value;
    this.origins[name] = origin;
    return this;
  }

  /** Sets a field unless its value is empty: `omitempty` of Go. */
  some(name: string, value: Json | undefined, origin: Origin): this {
    return isEmpty(value) ? this : this.set(name, value, origin);
  }

  /** What was built; nothing is to be set any more. */
  get object(): JsonObject {
    noteOrigins(this.made, this.origins);
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
