/** Where a job's files lie (getCustomBuildDir and ProjectUniqueDir in common/build.go). */

import { type Environment, withSlashes } from './environment';
import { cleanPath, joinPaths, quoted } from './go-text';
import type { Inputs } from './inputs';
import { JobFailure } from './job-failure';
import { byVariable } from './origin';
import { projectPath } from './repository';
import { shortTokenOf } from './runner-token';

interface Place {
  readonly root: string;
  /** Other jobs have files there, too. */
  readonly isShared: boolean;
  /** Whether the executor lets jobs choose where the key does not say. */
  readonly mayChoose: boolean;
}

export function projectDirectory(inputs: Inputs, environment: Environment, place: Place): string {
  const { runner } = inputs;
  const { clonePath } = environment;
  if (clonePath === '') return joinPaths(place.root, projectPart(inputs, environment, place.isShared));
  const origin = byVariable('GIT_CLONE_PATH');
  if (!(runner.table('custom_build_dir').flag('enabled') ?? place.mayChoose)) {
    throw new JobFailure('setting GIT_CLONE_PATH is not allowed, enable `custom_build_dir` feature', origin);
  }
  const [root, wanted] = [withSlashes(place.root), withSlashes(clonePath)];
  if (root.startsWith('/') !== wanted.startsWith('/')) {
    throw new JobFailure(`Rel: can't make ${wanted} relative to ${root}`, origin);
  }
  if (!isWithin(root, wanted)) {
    throw new JobFailure(`the GIT_CLONE_PATH=${quoted(clonePath)} has to be within ${quoted(place.root)}`, origin);
  }
  return cleanPath(clonePath);
}

/** The part below the root that is a project's own. */
export function projectPart({ runner, job }: Inputs, { gitStrategy }: Environment, isShared: boolean): string {
  const path = projectPath(job.git.url) ?? `project-${job.project.id}`;
  const own = isShared ? joinPaths(shortTokenOf(runner), '0', path) : path;
  return gitStrategy === 'empty' ? `${own}-empty` : own;
}

/** Whether one path leads into another as `filepath.Rel` sees it: what begins with two dots does not. */
function isWithin(root: string, path: string): boolean {
  const [from, to] = [cleanPath(root), cleanPath(path)];
  if (from === to) return true;
  if (from === '.') return !to.startsWith('/') && !to.startsWith('..');
  const below = from === '/' ? '/' : `${from}/`;
  return to.startsWith(below) && !to.slice(below.length).startsWith('..');
}
