/**
 * Referees that nobody calls, or that cannot ask: only docker+machine has what they measure (docs), and a query is a name and
 * PromQL with one colon between them (referees/metrics.go, queryMetrics); with any other number of colons each job ends with an
 * error in the runner's log.
 */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const referee: Rule<'runner'> = {
  code: 'referee',
  scope: 'runner',
  check(visit, report) {
    const runner = tableView(visit.runner);
    const metrics = runner.table('referees')?.table('metrics');
    if (!metrics) return;
    const { schema } = visit.context;
    const executor = runner.string('executor');
    const known = schema.enumeration('executor')?.values.includes(executor?.value ?? '');
    const link = schema.byPath('runners[].referees.metrics.queries')?.docs;
    const header = metrics.node.sections[0]?.header;
    if (executor && known && executor.value !== 'docker+machine' && header?.closed) {
      const { start, end } = header.key;
      report({ start, end, message: message('referee.executor', { executor: executor.value }), link });
    }
    for (const { value, span } of metrics.list('queries')?.value ?? []) {
      if (value.split(':').length === 2) continue;
      report({ ...span, severity: 'warning', message: message('referee.query'), link });
    }
  },
};
