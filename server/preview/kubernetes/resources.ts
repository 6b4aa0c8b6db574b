/** Lists of cpu, memory and ephemeral storage (createResourceList in executors/kubernetes/util.go). */
import { Fields } from '../fields';
import { quoted } from '../go-text';
import { JobFailure } from '../job-failure';
import type { JsonObject } from '../json';
import type { Origin } from '../origin';
import { parseQuantity } from './quantity';

/** A text, and what set it. */
export interface Amount {
  readonly text: string;
  readonly origin: Origin;
}

export interface Amounts {
  readonly cpu: Amount;
  readonly memory: Amount;
  readonly storage: Amount | undefined;
}

/** The list for the API; a text that is no quantity fails the job. */
export function resourceList({ cpu, memory, storage }: Amounts): JsonObject {
  const list = new Fields();
  add(list, 'cpu', 'cpu', cpu);
  add(list, 'memory', 'memory', memory);
  if (storage) add(list, 'ephemeral-storage', 'ephemeralStorage', storage);
  return list.object;
}

function add(list: Fields, name: string, called: string, { text, origin }: Amount): void {
  if (text === '') return;
  const read = parseQuantity(text);
  if ('wrong' in read) {
    const inner = quoted(read.wrong);
    throw new JobFailure(`parsing resource ${quoted(called)} with value ${quoted(text)}: ${inner}`, origin);
  }
  list.set(name, read.text, origin);
}

/** What a container asks for and is held to. */
export interface Resources {
  readonly limits: JsonObject;
  readonly requests: JsonObject;
}

/** The field of a container or of the pod; it is there when it is empty, too. */
export function resourcesField({ limits, requests }: Resources, origin: Origin): JsonObject {
  return new Fields().some('limits', limits, origin).some('requests', requests, origin).object;
}
