/** What a job gets from a runner: the objects that the executor asks for, or the error with which the job fails. */

import type { Version } from '../schema/version';
import { allOf, type Message, message } from '../text/message';
import type { TableNode } from '../toml/model';
import { type Blanks, type LeftOut, withoutKeyAt } from './blanks';
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
  /** The keys that would need to be known, and are blanks of a template. */
  readonly leftOut?: readonly LeftOut[];
}

export interface PreviewRequest {
  readonly runner: TableNode;
  /** The payload of a job, as GitLab sends it. */
  readonly job: Json;
  readonly flags: readonly Flag[];
  readonly version: Version;
  /** The keys that only a newer runner knows. */
  readonly newer?: NewerKeys;
  /** The blanks of the template that the runner is in, which it holds words for. */
  readonly blanks?: Blanks | undefined;
}

/** More containers than these no host has room for; a preview would be longer than what an editor opens. */
const MOST_SERVICES = 500;

/** The preview. A job does not fail of a blank: the key that has one is left out. */
export function previewOf(request: PreviewRequest): Preview {
  const { blanks } = request;
  if (!blanks) return previewOfKnown(request);
  const leftOut = [...blanks.leftOut];
  let { runner } = request;
  for (;;) {
    const made = previewOfKnown({ ...request, runner });
    const cause = made.error !== undefined && made.cause?.by === 'key' ? made.cause : undefined;
    if (!cause?.span || !blanks.isIn(cause.span) || leftOut.some(({ start }) => start === cause.span?.start)) {
      return withBlanks(made, blanks, leftOut);
    }
    leftOut.push({ key: cause.key, start: cause.span.start });
    runner = withoutKeyAt(runner, cause.span.start);
  }
}

function withBlanks(made: Preview, blanks: Blanks, leftOut: readonly LeftOut[]): Preview {
  const { executor, pod, objects, containers, host, error, notes = [] } = made;
  const keys = [...new Set(leftOut.map(({ key }) => `runners.${key.replace(/\[\d+\]/g, '[]')}`))];
  return {
    ...made,
    executor: blanks.shown(executor),
    ...(pod && { pod: blanks.shown(pod) }),
    ...(objects && {
      objects: objects.map((each) => ({ ...each, path: blanks.shown(each.path), body: blanks.shown(each.body) })),
    }),
    ...(containers && { containers: containers.map((each) => blanks.shown(each)) }),
    ...(host && { host: blanks.shown(host) }),
    ...(error !== undefined && { error: blanks.shown(error) }),
    notes: keys.length === 0 ? notes : [...notes, message('preview.blanks', { keys: allOf(keys) })],
    leftOut,
  };
}

function previewOfKnown({ runner, job, flags, version, newer }: PreviewRequest): Preview {
  const settings = new Settings(runner, '', newer);
  const executor = settings.text('executor');
  const inputs = {
    runner: settings,
    job: readJob(job),
    manager: managerOf(job, managerFor(version)),
    flags,
    version,
  };
  const table = executor === 'kubernetes' ? executor : 'docker';
  const count = inputs.job.services.length + settings.table(table).tables('services').length;
  if (count > MOST_SERVICES) return { executor, notes: [message('preview.services', { count, most: MOST_SERVICES })] };
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
