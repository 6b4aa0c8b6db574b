/** The rules about secrets. */
import type { AnyRule } from '../rule';
import { envExpansionElsewhere } from './env-expansion-elsewhere';
import { secretInClear } from './secret-in-clear';

export const securityRules: readonly AnyRule[] = [envExpansionElsewhere, secretInClear];
