/**
 * Metrics and sessions at the same port: the second one that listens ends the runner (commands/multi.go, setupMetricsAndDebugServer,
 * setupSessionServer). One at all interfaces and one at a single address is fine on some systems.
 */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { isEverywhere, splitHostPort } from '../../values/host-port';
import type { Rule } from '../rule';

/** Where metrics are where the address has no port (common/consts.go, DefaultMetricsServerPort). */
const METRICS_PORT = '9252';

export const samePort: Rule<'table'> = {
  code: 'same-port',
  scope: 'table',
  on: [''],
  check({ table, context }, report) {
    const view = tableView(table);
    const metrics = view.string('listen_address');
    const sessions = view.table('session_server')?.string('listen_address');
    if (!metrics?.value || !sessions?.value) return;
    const [one, two] = [withPort(metrics.value), splitHostPort(sessions.value)];
    if (one.fault || two.fault || one.port !== two.port || Number(one.port) === 0) return;
    const [everywhere, alsoEverywhere] = [isEverywhere(one.host), isEverywhere(two.host)];
    const isSure = one.host === two.host || (everywhere && alsoEverywhere);
    if (!isSure && !everywhere && !alsoEverywhere) return;
    report({
      ...sessions.span,
      ...(!isSure && { severity: 'warning' }),
      message: message('same-port', { port: two.port }),
      link: context.schema.byPath('session_server.listen_address')?.docs,
      related: [{ ...metrics.span, message: message('same-port.metrics') }],
    });
  },
};

function withPort(address: string) {
  const split = splitHostPort(address);
  return split.fault === 'missing-port' ? splitHostPort(`${address}:${METRICS_PORT}`) : split;
}
