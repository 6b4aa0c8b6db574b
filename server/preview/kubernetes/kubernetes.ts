/** The preview of a runner with the Kubernetes executor. */

import { uniqueName } from '../environment';
import type { Inputs } from '../inputs';
import { doing, JobFailure } from '../job-failure';
import type { JsonObject } from '../json';
import { registryLogins } from './credentials';
import type { ObjectRequest } from './object-request';
import { objectsAfter, objectsBefore, secretObject } from './objects';
import { makePlan } from './plan';
import { makePod, objectName } from './pod';

export interface KubernetesPreview {
  readonly pod: JsonObject;
  readonly objects: readonly ObjectRequest[];
}

const MORE = 'Check https://docs.gitlab.com/runner/shells/#shell-profile-loading for more information';

/** The pod and what goes with it; throws the failure of the job. */
export function previewKubernetes(inputs: Inputs): KubernetesPreview {
  const plan = makePlan(inputs);
  const logins = registryLogins(plan);
  const secret = logins && secretObject(plan, logins);
  const before = objectsBefore(plan, secret);
  const pod = asPrepared(() => makePod(plan, secret && objectName(uniqueName(inputs))));
  return { pod, objects: [...before, ...objectsAfter(plan, secret)] };
}

/** The runner says of what goes wrong from here on where to read more. */
function asPrepared<Result>(act: () => Result): Result {
  try {
    return doing('prepare environment', () => doing('setting up build pod', act));
  } catch (error) {
    throw error instanceof JobFailure ? new JobFailure(`${error.message}. ${MORE}`, error.origin) : error;
  }
}
