/**
 * A port of the Docker daemon that does not go with what `environment` says of TLS: the daemon of the image `docker:dind` listens at 2376
 * with TLS where DOCKER_TLS_CERTDIR is set, and at 2375 without where it is empty.
 */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { changeTo } from './key-fixes';
import { variableOf } from './variables';

export const dindTlsMismatch: Rule<'key'> = {
  code: 'dind-tls-mismatch',
  scope: 'key',
  on: ['runners[].environment'],
  check({ key, table }, report) {
    const runner = tableView(table);
    const host = variableOf(runner, 'DOCKER_HOST');
    const directory = variableOf(runner, 'DOCKER_TLS_CERTDIR');
    const port = /^tcp:\/\/[\w.-]+:(237[56])\/?$/.exec(host?.value ?? '')?.[1];
    if (!host || !directory || !port || (port === '2376') === (directory.value !== '')) return;
    const other = port === '2376' ? '2375' : '2376';
    report({
      ...host.span,
      message: port === '2376' ? message('dind-tls-mismatch.off') : message('dind-tls-mismatch.on'),
      link: key?.docs,
      related: [{ ...directory.span, message: message('dind-tls-mismatch.tls') }],
      fixes: () => [
        {
          ...changeTo(host.span, `DOCKER_HOST=${host.value.replace(port, other)}`, true),
          title: message('fix.port', { port: other }),
        },
      ],
    });
  },
};
