/** Namespaces of the host in the containers of jobs: they see, and may end, what runs there. The network of the host is common, and meant. */
import { message } from '../../text/message';
import { dockerAdvice, docsOf } from './docker-rule';
import { removal } from './key-fixes';

export const hostNamespaces = dockerAdvice('host-namespaces', (visit, report) => {
  for (const name of ['pid_mode', 'ipcmode', 'userns_mode']) {
    const mode = visit.docker.string(name);
    if (mode?.value !== 'host') continue;
    report({
      ...mode.span,
      message: message('host-namespaces', { key: mode.member.name }),
      link: docsOf(visit, name),
      fixes: () => removal(visit, mode),
    });
  }
});
