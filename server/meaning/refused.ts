/**
 * What of the schema's problems the runner does not start with. What it takes for the form and the level of its log it looks up once the
 * file is read, and ends when it has none of that name (log/configuration.go).
 */
import type { Traits } from '../containers/traits';
import type { KeySchema, ValidationProblem } from '../schema/types';

/** Definitions whose patterns the runner checks while it loads the file. */
const checkedAtLoad = new Set(['duration', 'datetime', 'labels', 'string-array-with-s', 'int32', 'float']);
/** Those that it looks up when it starts. Of a registration template the globals are dropped before. */
const checkedAtStart = new Set(['log_format', 'log_level']);

/** Whether the runner does not start with a file with this problem. */
export function isRefused({ definition }: KeySchema, { keyword }: ValidationProblem, { role }: Traits): boolean {
  if (keyword === 'type' || definition === undefined) return keyword === 'type';
  return checkedAtLoad.has(definition) || (role !== 'template' && checkedAtStart.has(definition));
}

/** Enumerations that the runner looks a value up in as it prepares a job: each job fails with one that is not there. */
const checkedInJobs = new Set([
  'docker_pull_policy',
  'kubernetes_pull_policy',
  'pod_spec_patch_type',
  'docker_isolation',
  'docker_log_option_keys',
]);

/** Whether each job fails with a value that is not one of the key's (GetPullPolicies and GetLogConfig in common/config.go). */
export function failsJobs({ enumeration }: KeySchema): boolean {
  return enumeration !== undefined && checkedInJobs.has(enumeration);
}
