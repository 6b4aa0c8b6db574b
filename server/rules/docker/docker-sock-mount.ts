/** Docker's socket in the containers of jobs: who runs a job there is root of the host. Common, and most often meant. */
import { message } from '../../text/message';
import { dockerAdvice, docsOf } from './docker-rule';
import { socketOf } from './socket';

export const dockerSockMount = dockerAdvice('docker-sock-mount', (visit, report) => {
  const socket = socketOf(visit.docker);
  if (!socket) return;
  report({ ...socket.span, message: message('docker-sock-mount'), link: docsOf(visit, 'volumes') });
});
