/**
 * What the rules about `[[runners.kubernetes.pod_spec]]` share. The runner reads patches as it prepares a job, and only with
 * FF_USE_ADVANCED_POD_SPEC_CONFIGURATION, which a job may set itself: a patch that cannot be used fails each job with the flag.
 */
import { type TableView, tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import type { Severity } from '../../text/code';
import { flagOf } from './runner-flags';

const FLAG = 'FF_USE_ADVANCED_POD_SPEC_CONFIGURATION';

/** How grave a patch is that cannot be used: an error where the runner has the flag. */
export function gravityOfPatch({ runner }: TableVisit): Severity {
  return runner && flagOf(tableView(runner), FLAG)?.value ? 'error' : 'warning';
}

/** The text of a patch where no template makes it. */
export function patchOf({ source, table }: TableVisit): ReturnType<TableView['string']> {
  const patch = tableView(table).string('patch');
  return source.isTemplate && patch?.value.includes('{{') ? undefined : patch;
}
