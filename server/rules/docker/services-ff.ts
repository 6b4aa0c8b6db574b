/** Services that jobs cannot reach without a network for each job: so it is with Podman and on Windows. */
import type { Code } from '../../text/code';
import type { Message } from '../../text/message';
import type { Rule } from '../rule';
import { type DockerVisit, dockerRule, docsOf } from './docker-rule';
import { NETWORK_PER_BUILD, turnedOn, turningOn } from './feature-flag';
import { servicesOf } from './services';

/** A rule about the first service of a runner that has no such network, where it needs one. */
export function servicesNeedNetwork(
  code: Code,
  said: Message,
  needsIt: (visit: DockerVisit) => boolean,
): Rule<'table'> {
  return dockerRule(code, (visit, report) => {
    const { docker, around } = visit;
    if (!needsIt(visit) || docker.string('network_mode')?.value || turnedOn(around, NETWORK_PER_BUILD)) return;
    const [service] = servicesOf(docker);
    if (!service) return;
    report({
      ...service.name.span,
      message: said,
      link: docsOf(visit, 'services'),
      fixes: () => turningOn(visit, NETWORK_PER_BUILD),
    });
  });
}
