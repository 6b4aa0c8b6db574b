/** A name in `services_devices` that is no pattern: each job with a service fails (executors/docker/docker.go, getServicesDevices). */
import { message } from '../../text/message';
import { unpairedAt } from '../../values/image-glob';
import type { Rule } from '../rule';

export const dockerServicesDevicesGlob: Rule<'key'> = {
  code: 'docker-services-devices-glob',
  scope: 'key',
  on: ['runners[].docker.services_devices'],
  check({ key, member }, report) {
    if (member.node.type !== 'table') return;
    for (const { name, key: place } of member.node.members.values()) {
      if (unpairedAt(name) === undefined) continue;
      report({
        start: place.start,
        end: place.end,
        message: message('docker-services-devices-glob'),
        link: key?.docs,
      });
    }
  },
};
