/**
 * An advertised address without its port: the runner warns that it cannot read it, takes its certificate for the address that it listens
 * at, and GitLab asks at port 443 (session/server.go, getPublicHost, setAdvertiseAddress). Behind a proxy that is meant.
 */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { splitHostPort } from '../../values/host-port';
import type { Rule } from '../rule';

export const sessionAddressParse: Rule<'table'> = {
  code: 'session-address-parse',
  scope: 'table',
  on: ['session_server'],
  check({ table, context }, report) {
    const view = tableView(table);
    const told = view.string('advertise_address');
    const heard = view.string('listen_address');
    if (!told?.value || !heard?.value || splitHostPort(told.value).fault !== 'missing-port') return;
    // Where there is no host to listen at, the runner does not start; so it is said.
    if (!splitHostPort(heard.value).host || /^[A-Za-z][\w+.-]*:\/\//.test(told.value)) return;
    report({
      ...told.span,
      message: message('session-address-parse', { address: told.value }),
      link: context.schema.byPath('session_server.advertise_address')?.docs,
    });
  },
};
