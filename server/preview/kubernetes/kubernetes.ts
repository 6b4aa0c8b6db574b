/** The preview of a runner with the Kubernetes executor. */

import { uniqueName } from '../environment';
import type { Inputs } from '../inputs';
import { asPrepared, doing } from '../job-failure';
import type { JsonObject } from '../json';
import { registryLogins } from '../registry-logins';
import { Variables } from '../variables';
import { isConcrete, isLegacy } from './containers';
import type { ObjectRequest } from './object-request';
import { objectsAfter, objectsBefore, secretObject } from './objects';
import { makePlan, type Plan } from './plan';
import { makePod, objectName } from './pod';

export interface KubernetesPreview {
  readonly pod: JsonObject;
  readonly objects: readonly ObjectRequest[];
}

/** The pod and what goes with it; throws the failure of the job. */
export function previewKubernetes(inputs: Inputs): KubernetesPreview {
  const plan = makePlan(inputs);
  const logins = registryLogins(plan.environment.registryLogin, inputs.job.credentials);
  const secret = logins.size === 0 ? undefined : secretObject(plan, logins.values());
  const before = objectsBefore(plan, secret);
  const pod = whileSettingUp(plan, () => makePod(plan, secret && objectName(uniqueName(inputs))));
  return { pod, objects: [...before, ...objectsAfter(plan, secret)] };
}

/**
 * The runner says what it was about: it makes the pod to wait for services, or to run steps, or to prepare the environment
 * (waitForServices and setupPodLegacy in executors/kubernetes/kubernetes.go, ensureStepsPod in steps_pod.go).
 */
function whileSettingUp<Result>(plan: Plan, act: () => Result): Result {
  const isNamed = isConcrete(plan) || !isLegacy(plan);
  const setUp = () => (isNamed ? doing('setting up build pod', act) : act());
  if (plan.services.some(({ variables }) => new Variables(variables).get('HEALTHCHECK_TCP_PORT') !== ''))
    return setUp();
  return isConcrete(plan) ? doing('creating connect dialer: ensuring steps pod', setUp) : asPrepared(setUp);
}
