/**
 * Machines to be removed when the runner stops, with too little time for it: the runner itself warns below five minutes
 * (executors/docker/machine/shutdown.go, minRecommendedDrainTimeout), and without `shutdown_timeout` it has 30 seconds.
 */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Rule } from '../rule';

const SHORTEST = 300;

/** Zero and less are the default (common/config.go, GetShutdownTimeout). */
const DEFAULT = 30;

export const drainWithoutTimeout: Rule<'table'> = {
  code: 'drain-without-timeout',
  scope: 'table',
  on: ['machine.shutdown_drain'],
  check(visit, report) {
    const enabled = tableView(visit.table).flag('enabled');
    if (!enabled?.value) return;
    const timeout = tableView(visit.document.model.root).number('shutdown_timeout');
    const seconds = timeout && timeout.value > 0 ? timeout.value : DEFAULT;
    if (seconds >= SHORTEST) return;
    const key = visit.context.schema.byPath('shutdown_timeout');
    report({
      ...enabled.span,
      message: message('drain-without-timeout', { seconds }),
      link: key?.docs,
      ...(timeout && { related: [{ ...timeout.span, message: message('drain-without-timeout.timeout') }] }),
      fixes: () =>
        key
          ? [
              {
                title: message('fix.set', { text: 'shutdown_timeout = 600' }),
                changes: [{ op: 'set', from: visit, key, value: { json: 600 } }],
                preferred: true,
              },
            ]
          : [],
    });
  },
};
