/** The jobs that the user set for the previews of single files, remembered in the workspace. */
import type { JobSettings } from '../protocol/preview';
import type { Memory } from './choices';

export interface RememberedJobs {
  of(file: string): JobSettings;
  /** Remembers a job; an empty one forgets it. */
  set(file: string, job: JobSettings): PromiseLike<void>;
}

const KEY = 'previewJobs';
/** Files come and go: beyond this many the oldest jobs are dropped. */
const LIMIT = 100;

/** Reads and writes jobs in a workspace's state. */
export function jobsIn(memory: Memory): RememberedJobs {
  const all = (): Record<string, JobSettings> => memory.get(KEY) ?? {};
  return {
    of: (file) => all()[file] ?? {},
    set(file, job) {
      const { [file]: _previous, ...others } = all();
      const entries = Object.entries(others);
      if (Object.keys(job).length > 0) entries.push([file, job]);
      return memory.update(KEY, Object.fromEntries(entries.slice(-LIMIT)));
    },
  };
}
