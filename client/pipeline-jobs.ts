/** The jobs of a `.gitlab-ci.yml` of the workspace, with the files of its repository that it includes. */
import { RelativePattern, Uri, workspace } from 'vscode';
import { JOBS_REQUEST, type JobsParams, type JobsResult, type NamedJob } from '../protocol/preview';
import type { ServerSession } from './server-session';

/** A longer file is none that somebody wrote. */
const MOST_BYTES = 1_000_000;
/** How often what is included may include something else. */
const DEEPEST = 10;
/** As many as GitLab takes. */
const MOST_FILES = 150;

/** The jobs of a file; none where it cannot be read. */
export async function jobsIn(session: ServerSession, file: Uri): Promise<readonly NamedJob[]> {
  try {
    const text = await textOf(file);
    if (text === undefined) return [];
    const included: Record<string, readonly string[]> = {};
    for (let depth = 0; ; depth++) {
      const params: JobsParams = { text, included };
      const { jobs, missing } = (await session.ask<JobsResult>(JOBS_REQUEST, params)) ?? { jobs: [], missing: [] };
      const left = missing.slice(0, MOST_FILES - Object.keys(included).length);
      if (left.length === 0 || depth >= DEEPEST) return jobs;
      for (const path of left) included[path] = await textsAt(file, path);
    }
  } catch {
    // It is gone by now, or the server does not start, which was reported.
    return [];
  }
}

/** The texts of the files that a path or a pattern names; one that is not there, or is no text, is none. */
async function textsAt(pipeline: Uri, path: string): Promise<readonly string[]> {
  const pattern = new RelativePattern(rootOf(pipeline), path.replace(/^\/+/, ''));
  const files = await workspace.findFiles(pattern, null, MOST_FILES);
  const sorted = files.sort((one, other) => (one.path < other.path ? -1 : 1));
  const texts = await Promise.all(sorted.map((each) => textOf(each).catch(() => undefined)));
  return texts.filter((text) => text !== undefined);
}

/** The directory of the repository, as far as a file of it tells. */
function rootOf(pipeline: Uri): Uri {
  const around = Uri.joinPath(pipeline, '..');
  if (pipeline.path.endsWith('/.gitlab-ci.yml')) return around;
  return workspace.getWorkspaceFolder(pipeline)?.uri ?? around;
}

async function textOf(file: Uri): Promise<string | undefined> {
  const bytes = await workspace.fs.readFile(file);
  return bytes.length > MOST_BYTES ? undefined : new TextDecoder().decode(bytes);
}
