/** The defaults that a constant of the runner's source gives; which constant, default-constants.json says. */

import type { Checkout } from '../go/checkout';
import { constantOf } from '../go/constants';
import constants from './default-constants.json';

const UNITS: Readonly<Record<string, number>> = { s: 1e9, ms: 1e6, KiB: 1024 };

interface Source {
  /** `folder.Name` */
  readonly constant: string;
  /** What one of the key is in terms of the constant, which is in nanoseconds or bytes. */
  readonly unit?: string;
}

/** The default by path, a duration in nanoseconds; `doubts` names the constants that are not there any more. */
export function runnerDefaults(checkout: Checkout): { defaults: Map<string, unknown>; doubts: string[] } {
  const defaults = new Map<string, unknown>();
  const doubts: string[] = [];
  for (const [path, { constant, unit }] of Object.entries<Source>(constants)) {
    const dot = constant.lastIndexOf('.');
    const value = constantOf(checkout, constant.slice(0, dot), constant.slice(dot + 1));
    if (value === undefined) doubts.push(`${path}: its default was the constant ${constant}, which cannot be read`);
    else defaults.set(path, typeof value === 'number' && unit ? value / (UNITS[unit] as number) : value);
  }
  return { defaults, doubts };
}
