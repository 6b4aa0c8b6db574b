/** A network for each job and one for all: `network_mode` wins, and none is made (executors/docker/internal/networks/manager.go). */
import { message } from '../../text/message';
import { dockerRule, docsOf } from './docker-rule';
import { NETWORK_PER_BUILD, turnedOn } from './feature-flag';
import { removal } from './key-fixes';

export const networkPerBuildConflict = dockerRule('network-per-build-conflict', (visit, report) => {
  const network = visit.docker.string('network_mode');
  const flag = network?.value && turnedOn(visit.around, NETWORK_PER_BUILD);
  if (!network || !flag) return;
  report({
    ...network.span,
    message: message('network-per-build-conflict'),
    link: docsOf(visit, 'network_mode'),
    related: [{ ...flag.span, message: message('network-per-build-conflict.flag') }],
    fixes: () => removal(visit, network),
  });
});
