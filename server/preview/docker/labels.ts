/** Labels of what the runner asks a daemon for (executors/docker/internal/labels). */

import { timeoutOf } from '../environment';
import { Fields } from '../fields';
import { durationText } from '../go-text';
import type { JsonObject } from '../json';
import { byJob, byRunner, byVariable } from '../origin';
import { shownAddress } from '../repository';
import { shortTokenOf } from '../runner-token';
import { Variables } from '../variables';
import type { DockerPlan } from './plan';

const PREFIX = 'com.gitlab.gitlab-runner.';

/** The labels that all have, and more by their names without the prefix. */
export function labels({ inputs, environment }: DockerPlan, more: Readonly<Record<string, string>>): Fields {
  const { job, runner, manager } = inputs;
  const pipeline = job.pipelineId > 0 ? String(job.pipelineId) : environment.variables.value('CI_PIPELINE_ID');
  const address = shownAddress(job.git.url).replace(/\.git$/, '');
  const made = new Fields()
    .set(`${PREFIX}job.id`, String(job.id), byJob('id'))
    .set(`${PREFIX}job.url`, `${address}/-/jobs/${job.id}`, byJob('git_info.repo_url'))
    .set(`${PREFIX}job.sha`, job.git.sha, byJob('git_info.sha'))
    .set(`${PREFIX}job.before_sha`, job.git.beforeSha, byJob('git_info.before_sha'))
    .set(`${PREFIX}job.ref`, job.git.ref, byJob('git_info.ref'))
    .set(`${PREFIX}job.timeout`, durationText(timeoutOf(inputs)), byJob('runner_info.timeout'))
    .set(`${PREFIX}project.id`, String(job.project.id), byJob('job_info.project_id'))
    .set(`${PREFIX}project.runner_id`, '0', byRunner)
    .set(`${PREFIX}pipeline.id`, pipeline, byJob('job_info.pipeline_id'))
    .set(`${PREFIX}runner.id`, shortTokenOf(runner), runner.origin('token'))
    .set(`${PREFIX}runner.local_id`, '0', byRunner)
    .set(`${PREFIX}runner.system_id`, manager.systemId, byRunner)
    .set(`${PREFIX}managed`, 'true', byRunner);
  for (const [name, value] of Object.entries(more)) made.set(PREFIX + name, value, byRunner);
  return made;
}

/** Labels of a container: those of the configuration may replace the runner's. Services have them twice. */
export function containerLabels(
  plan: DockerPlan,
  more: Readonly<Record<string, string>>,
  isService = false,
): JsonObject {
  const { docker, inputs } = plan;
  const own = new Variables(inputs.job.variables.map((each) => ({ ...each, origin: byVariable(each.key) })));
  const made = labels(plan, more);
  for (const { key, value, origin } of docker.map('container_labels')) {
    made.set(key, own.expand(value), origin);
    if (isService) made.set(PREFIX + key, own.expand(value), origin);
  }
  return made.object;
}
