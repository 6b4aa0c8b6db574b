/** Numbers of a unit in words. Which key counts in which unit, the schema says (`x-gitlab-runner.unit`). */
import type { Unit } from '../schema/types';
import { type Message, message } from '../text/message';
import { sayBytes } from './bytes';
import { sayDuration } from './go-duration';

/** What an amount of a unit comes to: `2 minutes`, `4 MiB (4,194,304 bytes)`, `0.5 cores`. */
export function sayAmount(amount: number, unit: Unit): Message {
  switch (unit) {
    case 'bytes':
      return sayBytes(amount);
    case 'KiB':
      return sayBytes(amount * 1024);
    case 'cores':
      return message('amount.cores', { count: Math.round(amount * 1000) / 1000 });
    case 'ms':
      return sayDuration(amount * 1e6);
    case 's':
      return sayDuration(amount * 1e9);
  }
}

/** What a unit is called, behind "in": `seconds`. */
export function unitName(unit: Unit): Message {
  return message('unit', { unit });
}
