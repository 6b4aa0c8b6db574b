/**
 * Referees that nobody calls, or that cannot ask: only docker+machine has what they measure (docs), and a query is a name and
 * PromQL with one colon between them (referees/metrics.go, queryMetrics); with any other number of colons each job ends with an
 * error in the runner's log. Without an address, a query or an interval nothing is measured: Prometheus takes no step of 0 seconds.
 */
import { replacements } from '../../meaning/change';
import { type TableView, tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { valueText } from '../../toml/write';
import type { Rule } from '../rule';
import { isWhole } from './whole';

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
    if (executor?.value === 'docker+machine' && header?.closed && isWhole(visit)) {
      const { start, end } = header.key;
      for (const key of NEEDED) {
        if (!isMissing(metrics, key)) continue;
        report({ start, end, severity: 'warning', message: message('referee.missing', { key }), link });
      }
    }
    const address = metrics.string('prometheus_address');
    if (address && /^[\w.-]+(?::\d+)?(?:\/|$)/.test(address.value)) {
      const newText = valueText(`http://${address.value}`);
      report({
        ...address.span,
        severity: 'warning',
        message: message('referee.address'),
        link,
        fixes: () => [
          {
            title: message('fix.change-to', { text: newText }),
            changes: replacements([{ ...address.span, newText }]),
            preferred: true,
          },
        ],
      });
    }
    for (const { value, span } of metrics.list('queries')?.value ?? []) {
      if (value.split(':').length === 2) continue;
      report({ ...span, severity: 'warning', message: message('referee.query'), link });
    }
  },
};

/** What a referee cannot do without. */
const NEEDED = ['prometheus_address', 'query_interval', 'queries'] as const;

function isMissing(metrics: TableView, key: (typeof NEEDED)[number]): boolean {
  if (!metrics.has(key)) return true;
  if (key === 'queries') return metrics.list(key)?.value.length === 0;
  return key === 'query_interval' ? metrics.number(key)?.value === 0 : metrics.string(key)?.value === '';
}
