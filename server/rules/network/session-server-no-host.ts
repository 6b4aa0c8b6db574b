/**
 * A session server whose host nobody can tell: the runner ends when it starts (session/server.go, getPublicHost, "no valid address
 * provided"). An address that cannot be read at all is an invalid value.
 */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { splitHostPort } from '../../values/host-port';
import type { Rule } from '../rule';

export const sessionServerNoHost: Rule<'table'> = {
  code: 'session-server-no-host',
  scope: 'table',
  on: ['session_server'],
  check({ table, context }, report) {
    const view = tableView(table);
    const listen = view.string('listen_address');
    const advertised = view.string('advertise_address');
    if (!listen?.value || (view.has('advertise_address') && !advertised)) return;
    const heard = splitHostPort(listen.value);
    if (heard.fault || heard.host !== '') return;
    const told = advertised?.value ? splitHostPort(advertised.value) : undefined;
    // What is more than a host is said to be.
    if (told?.host || (told?.fault && told.fault !== 'missing-port')) return;
    report({
      ...(told ? (advertised ?? listen) : listen).span,
      message: told
        ? message('session-server-no-host.advertised', { address: advertised?.value ?? '' })
        : message('session-server-no-host', { port: heard.port }),
      link: context.schema.byPath('session_server.advertise_address')?.docs,
    });
  },
};
