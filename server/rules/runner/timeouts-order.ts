/**
 * A job that has less time to be prepared than an instance, or a pod, has to come up: the job fails first
 * (executors/internal/autoscaler/executor.go, Prepare). Without `prepare_timeout` the timeout of the job counts.
 */
import { type Located, type TableView, tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { parseDuration } from '../../values/go-duration';
import type { Rule } from '../rule';

const SECOND = 1e9;

export const timeoutsOrder: Rule<'runner'> = {
  code: 'timeouts-order',
  scope: 'runner',
  check({ runner, schema }, report) {
    const view = tableView(runner);
    const prepare = durationOf(view, 'prepare_timeout');
    const wait = prepare && waitOf(view);
    if (!prepare || !wait || prepare.value <= 0 || prepare.value >= wait.value) return;
    report({
      ...prepare.span,
      message: message('timeouts-order', { key: wait.member.name }),
      link: schema.children.get('prepare_timeout')?.docs,
      related: [{ ...wait.span, message: message('timeouts-order.wait') }],
    });
  },
};

/** What the executor waits for; only what the file says. */
function waitOf(runner: TableView): Located<number> | undefined {
  const executor = runner.string('executor')?.value;
  if (executor === 'docker-autoscaler' || executor === 'instance') {
    const autoscaler = runner.table('autoscaler');
    return autoscaler && durationOf(autoscaler, 'instance_acquire_timeout');
  }
  const seconds = executor === 'kubernetes' ? runner.table('kubernetes')?.number('poll_timeout') : undefined;
  return seconds && { ...seconds, value: seconds.value * SECOND };
}

function durationOf(table: TableView, name: string): Located<number> | undefined {
  const text = table.string(name);
  if (!text) return undefined;
  const value = parseDuration(text.value);
  return value === undefined ? undefined : { ...text, value };
}
