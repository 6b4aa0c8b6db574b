/** Privileges of services that say what they have anyway: those of the build (executors/docker/docker.go, createHostConfigForService). */
import { message } from '../../text/message';
import { dockerRule, docsOf } from './docker-rule';
import { removal } from './key-fixes';

export const servicesPrivilegedRedundant = dockerRule('services-privileged-redundant', (visit, report) => {
  const privileged = visit.docker.flag('privileged');
  const own = visit.docker.flag('services_privileged');
  if (!own || own.value !== privileged?.value) return;
  report({
    ...own.span,
    message: message('services-privileged-redundant'),
    link: docsOf(visit, 'services_privileged'),
    tags: ['unnecessary'],
    fixes: () => removal(visit, own, true),
  });
});
