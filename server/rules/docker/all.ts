/** The rules about what Docker is asked for: keys of `[runners.docker]` that do not go together. */
import type { AnyRule } from '../rule';
import { allowedUsersUser } from './allowed-users-user';
import { dindWithoutPrivileged } from './dind-without-privileged';
import { memoryOrder } from './memory-order';
import { pullPolicySubset } from './pull-policy-subset';
import { servicesLimitConfig } from './services-limit-config';
import { tlsVerifyWithoutCertPath } from './tls-verify-without-cert-path';

export const dockerRules: readonly AnyRule[] = [
  allowedUsersUser,
  dindWithoutPrivileged,
  memoryOrder,
  pullPolicySubset,
  servicesLimitConfig,
  tlsVerifyWithoutCertPath,
];
