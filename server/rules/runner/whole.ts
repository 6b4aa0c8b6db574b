/** Whether a runner is all there: only then it is certain that what it lacks is missing. */
import { tableView } from '../../meaning/table-view';
import type { RunnerVisit } from '../../meaning/visit';

/** A runner with its token. One without is a template or a fragment; what a template of the chart lacks, `register` adds. */
export function isWhole({ runner, document }: Pick<RunnerVisit, 'runner' | 'document'>): boolean {
  const { role } = document.traits;
  return role !== 'template' && role !== 'globals' && Boolean(tableView(runner).string('token')?.value);
}
