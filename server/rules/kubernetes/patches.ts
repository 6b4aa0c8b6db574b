/** What patches of a pod set, as far as their text shows it. */
import type { Located, TableView } from '../../meaning/table-view';
import { flagOn } from './runner-flags';

/** The first patch that counts and whose text has a match; none where the flag for patches is off. */
export function patchWith(kubernetes: TableView, runner: TableView, pattern: RegExp): Located<string> | undefined {
  const found = kubernetes
    .tables('pod_spec')
    .map((each) => each.string('patch'))
    .find((each) => each && pattern.test(each.value));
  return found && flagOn(runner, 'FF_USE_ADVANCED_POD_SPEC_CONFIGURATION') ? found : undefined;
}
