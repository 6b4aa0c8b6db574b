/** The rules about the variables of jobs and services. */
import type { AnyRule } from '../rule';
import { dockerAuthConfig } from './docker-auth-config';
import { dockerAuthPathTraversal } from './docker-auth-path-traversal';
import { environmentDuplicate } from './environment-duplicate';
import { unexpandedVariable } from './unexpanded-variable';

export const environmentRules: readonly AnyRule[] = [
  dockerAuthConfig,
  dockerAuthPathTraversal,
  environmentDuplicate,
  unexpandedVariable,
];
