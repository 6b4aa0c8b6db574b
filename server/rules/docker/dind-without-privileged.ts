/**
 * A Docker daemon as a service that has no privileges: it does not start, and no job reaches it. A runtime of its own (sysbox) gives a
 * container what a daemon needs. A service has the privileges of the build where `services_privileged` says nothing
 * (executors/docker/docker.go, createHostConfigForService).
 */
import { message } from '../../text/message';
import { dockerRule, docsOf } from './docker-rule';
import { setting } from './key-fixes';
import { daemonVersion, servicesOf } from './services';

export const dindWithoutPrivileged = dockerRule('dind-without-privileged', (visit, report) => {
  const { docker } = visit;
  const own = docker.flag('services_privileged');
  if ((own ?? docker.flag('privileged'))?.value || docker.string('runtime')?.value) return;
  for (const { name } of servicesOf(docker)) {
    if (daemonVersion(name.value) === false) continue;
    report({
      ...name.span,
      message: message('dind-without-privileged'),
      link: docsOf(visit, 'services_privileged') ?? docsOf(visit, 'privileged'),
      fixes: () => [...setting(visit, 'services_privileged', true), ...(own ? [] : setting(visit, 'privileged', true))],
    });
  }
});
