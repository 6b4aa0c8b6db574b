/** Settings of the network that is made for each job, where none is made (executors/docker/internal/networks/manager.go). */
import type { Located } from '../../meaning/table-view';
import { message } from '../../text/message';
import { dockerRule, docsOf } from './docker-rule';
import { NETWORK_PER_BUILD, turnedOn, turningOn } from './feature-flag';
import { removal } from './key-fixes';

export const networkOptionsWithoutFf = dockerRule('network-options-without-ff', (visit, report) => {
  const { docker, around } = visit;
  const isOwn = Boolean(docker.string('network_mode')?.value);
  if (turnedOn(around, NETWORK_PER_BUILD) && !isOwn) return;
  const options: (Located<unknown> | undefined)[] = [docker.number('network_mtu'), docker.flag('enable_ipv6')];
  for (const option of options) {
    if (!option?.value) continue;
    const key = option.member.name;
    report({
      ...option.span,
      message: isOwn
        ? message('network-options-without-ff.own', { key })
        : message('network-options-without-ff', { key }),
      link: docsOf(visit, key),
      fixes: () => [...(isOwn ? [] : turningOn(visit, NETWORK_PER_BUILD)), ...removal(visit, option)],
    });
  }
});
