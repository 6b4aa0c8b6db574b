/** A way to isolate containers that only Windows has: on Linux the runner refuses it, and each job fails (executors/docker/docker.go). */
import { message } from '../../text/message';
import { dockerRule, docsOf } from './docker-rule';
import { removal } from './key-fixes';

export const isolationOnLinux = dockerRule('isolation-on-linux', (visit, report) => {
  const { docker, executor } = visit;
  const isolation = docker.string('isolation');
  if (!isolation || !/^(?:process|hyperv)$/i.test(isolation.value)) return;
  if (executor !== 'docker' && executor !== 'docker+machine') return;
  report({
    ...isolation.span,
    message: message('isolation-on-linux', { value: isolation.value, executor }),
    link: docsOf(visit, 'isolation'),
    fixes: () => removal(visit, isolation, true),
  });
});
