/** The rules about secrets. */
import type { AnyRule } from '../rule';
import { secretInClear } from './secret-in-clear';

export const securityRules: readonly AnyRule[] = [secretInClear];
