/** An address that stands for all interfaces, told to GitLab as that of the session server: no browser gets there (session/server.go). */
import { type TableView, tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { isEverywhere, splitHostPort } from '../../values/host-port';
import type { Rule } from '../rule';

export const sessionAdvertise: Rule<'table'> = {
  code: 'session-advertise',
  scope: 'table',
  on: ['session_server'],
  check({ table, context }, report) {
    const view = tableView(table);
    if (!view.string('listen_address')?.value) return;
    const told = toldBy(view);
    const host = told && splitHostPort(told.value).host;
    // Without a host at all the runner does not start.
    if (!told || !host || !isEverywhere(host)) return;
    report({
      ...told.span,
      message: message('session-advertise', { host }),
      link: context.schema.byPath('session_server.advertise_address')?.docs,
    });
  },
};

/** The address that GitLab is told. */
function toldBy(view: TableView) {
  const advertised = view.string('advertise_address');
  if (advertised?.value) return advertised;
  return view.has('advertise_address') && !advertised ? undefined : view.string('listen_address');
}
