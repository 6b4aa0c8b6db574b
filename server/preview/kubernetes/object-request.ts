/** A request to the cluster. */
import type { JsonObject } from '../json';

export interface ObjectRequest {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: JsonObject;
}

export const post = (path: string, body: JsonObject): ObjectRequest => ({ method: 'POST', path, body });
