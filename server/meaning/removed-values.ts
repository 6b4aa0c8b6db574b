/** Values that older runners took, and what they are in newer ones. */
import removedValues from '../../schemas/removed-values.json';
import type { Schema } from '../schema/types';
import { isReached } from '../schema/version';

export interface RemovedValue {
  /** The first version that does not take it. */
  readonly removed: string;
  /** What takes its place; more than one where that is a choice. */
  readonly replacedBy: readonly string[];
}

/** What is known of a value of an enumeration that a runner took once. */
export function removedValue(enumeration: string | undefined, value: string): RemovedValue | undefined {
  const all: Readonly<Record<string, Readonly<Record<string, RemovedValue>>>> = removedValues;
  return Object.entries(all[enumeration ?? ''] ?? {}).find(([name]) => name === value)?.[1];
}

/** Whether the runner of a schema still takes it. */
export function isStillTaken({ removed }: RemovedValue, { version }: Schema): boolean {
  return !isReached(version, removed);
}
