/** What a job gets from a runner: the objects that the executor asks for, or the error with which the job fails. */

import type { Version } from '../schema/version';
import { type Message, message } from '../text/message';
import type { TableNode } from '../toml/model';
import { daemonOf } from './docker/daemon';
import { previewDocker } from './docker/docker';
import { FatalFailure } from './docker/values';
import { isDocker } from './executors';
import { isHost, previewHost, WORKING_DIRECTORY } from './host';
import type { Flag } from './inputs';
import { readJob } from './job';
import { JobFailure } from './job-failure';
import type { Json, JsonObject } from './json';
import { previewKubernetes } from './kubernetes/kubernetes';
import type { ObjectRequest } from './kubernetes/object-request';
import type { Origin } from './origin';
import { managerFor, managerOf } from './runner-manager';
import { type NewerKeys, Settings } from './settings';

export interface Preview {
  readonly executor: string;
  readonly pod?: JsonObject;
  /** What is sent beside the pod, in its order. */
  readonly objects?: readonly ObjectRequest[];
  /** What Docker is asked for, in its order. */
  readonly containers?: readonly Json[];
  /** The command line, the directories and the environment of a job without a container. */
  readonly host?: JsonObject;
  /** How the job fails, in the runner's words. */
  readonly error?: string;
  /** What causes that. */
  readonly cause?: Origin | undefined;
  /** What the runner does besides, and is not shown. */
  readonly notes?: readonly Message[];
}

export interface PreviewRequest {
  readonly runner: TableNode;
  /** The payload of a job, as GitLab sends it. */
  readonly job: Json;
  readonly flags: readonly Flag[];
  readonly version: Version;
  /** The keys that only a newer runner knows. */
  readonly newer?: NewerKeys;
}

export function previewOf({ runner, job, flags, version, newer }: PreviewRequest): Preview {
  const settings = new Settings(runner, '', newer);
  const executor = settings.text('executor');
  const inputs = {
    runner: settings,
    job: readJob(job),
    manager: managerOf(job, managerFor(version)),
    flags,
    version,
  };
  const notes = inputs.job.suspends ? [message('preview.suspend')] : [];
  try {
    if (executor === 'kubernetes') return { executor, ...previewKubernetes(inputs), notes };
    if (isDocker(executor)) return { executor, containers: previewDocker(inputs, daemonOf(job)), notes };
    if (isHost(executor)) {
      const host = previewHost(inputs, executor);
      const place = message('preview.working-directory', { place: WORKING_DIRECTORY });
      return { executor, host, notes: executor === 'shell' ? [...notes, place] : notes };
    }
    return { executor, notes: [message('preview.executor', { executor })] };
  } catch (error) {
    if (!(error instanceof JobFailure)) throw error;
    const stage = error instanceof FatalFailure ? 'fatal' : 'prepare';
    return { executor, error: `${stage}: ${error.message}`, cause: error.origin };
  }
}
