/** Labels and annotations of a pod (buildLabels and buildPodAnnotations in executors/kubernetes/kubernetes.go). */

import { timeoutOf, uniqueName } from '../environment';
import { Fields } from '../fields';
import { durationText } from '../go-text';
import { does, type Inputs } from '../inputs';
import type { JsonObject } from '../json';
import { labelValue } from '../names';
import { byJob, byRunner, byVariable } from '../origin';
import { shownAddress } from '../repository';
import { shortTokenOf } from '../runner-token';
import type { Entry } from '../settings';
import { Variables } from '../variables';

const DOMAIN = 'runner.gitlab.com';
const RESERVED = /^(?:[^/]*\.)?runner\.gitlab\.com(?:\/|$)/i;

export const POD_LABEL = `job.${DOMAIN}/pod`;

/** The job's own variables alone, as GitLab sent them: nothing else is expanded here. */
function jobVariables({ job }: Inputs): Variables {
  return new Variables(job.variables.map((variable) => ({ ...variable, origin: byVariable(variable.key) })));
}

/** The labels of the pod of a job. */
export function podLabels(inputs: Inputs, configured: readonly Entry[], overwritten: readonly Entry[]): JsonObject {
  const { runner, job } = inputs;
  const variables = jobVariables(inputs);
  const project = (name: string) => `project.${DOMAIN}/${name}`;
  const ofVariable = (name: string) => labelValue(variables.value(name));
  const name = labelValue(uniqueName(inputs));
  const labels = new Fields().set('pod', name, byRunner).set(POD_LABEL, name, byRunner);
  if (does(inputs, '17.9')) {
    labels
      .set(project('id'), String(job.project.id), byJob('job_info.project_id'))
      .set(project('namespace-id'), ofVariable('CI_PROJECT_NAMESPACE_ID'), byVariable('CI_PROJECT_NAMESPACE_ID'))
      .set(project('name'), labelValue(job.project.name), byJob('job_info.project_name'))
      .set(project('namespace'), ofVariable('CI_PROJECT_NAMESPACE'), byVariable('CI_PROJECT_NAMESPACE'))
      .set(project('root-namespace'), ofVariable('CI_PROJECT_ROOT_NAMESPACE'), byVariable('CI_PROJECT_ROOT_NAMESPACE'))
      .set(project('root-namespace-id'), String(job.project.rootNamespaceId), byJob('job_info.root_namespace_id'))
      .set(`manager.${DOMAIN}/name`, labelValue(runner.text('name')), runner.origin('name'))
      .set(`manager.${DOMAIN}/id-short`, labelValue(shortTokenOf(runner)), runner.origin('token'));
  }
  for (const { key, value, origin } of [...configured, ...overwritten]) {
    if (!isReservedLabel(key)) labels.set(key, labelValue(variables.expand(value)), origin);
  }
  return labels.object;
}

/** Whether a label is the runner's own: nobody else sets it. */
export function isReservedLabel(key: string): boolean {
  return RESERVED.test(key);
}

/** The annotations of the pod of a job. */
export function podAnnotations(inputs: Inputs, overwritten: readonly Entry[]): JsonObject {
  const { job } = inputs;
  const variables = jobVariables(inputs);
  const own = (name: string) => `job.${DOMAIN}/${name}`;
  const address = shownAddress(job.git.url).replace(/\.git$/, '');
  const annotations = new Fields().set(own('id'), String(job.id), byJob('id'));
  if (does(inputs, '15.9')) {
    annotations
      .set(own('url'), `${address}/-/jobs/${job.id}`, byJob('git_info.repo_url'))
      .set(own('sha'), job.git.sha, byJob('git_info.sha'))
      .set(own('before_sha'), job.git.beforeSha, byJob('git_info.before_sha'))
      .set(own('name'), job.name, byJob('job_info.name'));
  }
  annotations
    .set(own('ref'), job.git.ref, byJob('git_info.ref'))
    .set(
      own('timeout'),
      does(inputs, '17.11') ? durationText(timeoutOf(inputs)) : undefined,
      byJob('runner_info.timeout'),
    )
    .set(`project.${DOMAIN}/id`, String(job.project.id), byJob('job_info.project_id'));
  for (const { key, value, origin } of overwritten) annotations.set(key, variables.expand(value), origin);
  return annotations.object;
}
