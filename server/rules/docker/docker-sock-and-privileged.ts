/** Docker's socket and privileges: with the socket a job starts containers beside itself, and needs none; a daemon as a service does. */
import { message } from '../../text/message';
import { dockerAdvice, docsOf } from './docker-rule';
import { setting } from './key-fixes';
import { daemonVersion, servicesOf } from './services';
import { socketOf } from './socket';

export const dockerSockAndPrivileged = dockerAdvice('docker-sock-and-privileged', (visit, report) => {
  const { docker } = visit;
  const privileged = docker.flag('privileged');
  const socket = privileged?.value && socketOf(docker);
  if (!privileged || !socket) return;
  if (servicesOf(docker).some(({ name }) => daemonVersion(name.value) !== false)) return;
  report({
    ...privileged.span,
    message: message('docker-sock-and-privileged'),
    link: docsOf(visit, 'privileged'),
    related: [{ ...socket.span, message: message('docker-sock-and-privileged.socket') }],
    fixes: () => setting(visit, 'privileged', false),
  });
});
