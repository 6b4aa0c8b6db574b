/** More services than the limit allows: each job fails (executors/docker/services.go, getServicesDefinitions). */
import { message } from '../../text/message';
import { dockerRule, docsOf } from './docker-rule';
import { setting } from './key-fixes';
import { servicesOf } from './services';

export const servicesLimitConfig = dockerRule('services-limit-config', (visit, report) => {
  const limit = visit.docker.number('services_limit');
  if (!limit || limit.value < 0) return;
  const count = servicesOf(visit.docker).length;
  if (count <= limit.value) return;
  report({
    ...limit.span,
    message: message('services-limit-config', { count }),
    link: docsOf(visit, 'services_limit'),
    fixes: () => setting(visit, 'services_limit', count, true),
  });
});
