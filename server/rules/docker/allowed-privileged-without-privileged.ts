/** A list of images that may have privileges where no container has any (executors/docker/docker.go, createHostConfigForService). */
import { message } from '../../text/message';
import { dockerRule, docsOf } from './docker-rule';
import { removal, setting } from './key-fixes';

export const allowedPrivilegedWithoutPrivileged = dockerRule(
  'allowed-privileged-without-privileged',
  (visit, report) => {
    const { docker } = visit;
    const build = docker.flag('privileged')?.value ?? false;
    const services = docker.flag('services_privileged')?.value ?? build;
    for (const [list, key, isOn] of [
      ['allowed_privileged_images', 'privileged', build],
      ['allowed_privileged_services', 'services_privileged', services],
    ] as const) {
      const allowed = docker.list(list);
      if (isOn || !allowed || allowed.value.length === 0) continue;
      report({
        ...allowed.span,
        message: message('allowed-privileged-without-privileged', { key }),
        link: docsOf(visit, list),
        tags: ['unnecessary'],
        fixes: () => [...removal(visit, allowed), ...setting(visit, key, true)],
      });
    }
  },
);
