/**
 * A command of a service that the runner leaves out: with FF_KUBERNETES_HONOR_ENTRYPOINT it sends none for services, so they run what
 * their image does (executors/kubernetes/kubernetes.go, getCommandAndArgs). What a suspended environment makes of it is graver, and has a
 * rule of its own.
 */

import { message } from '../../text/message';
import { removal } from '../docker/key-fixes';
import { keyOf, kubernetesRule } from './kubernetes-rule';
import { flagOn } from './runner-flags';

const FLAG = 'FF_KUBERNETES_HONOR_ENTRYPOINT';

export const k8sServiceCommand = kubernetesRule('k8s-service-command', ({ table, runner, docs }, report) => {
  const services = table.tables('services');
  if (services.length === 0 || !flagOn(runner, FLAG) || flagOn(runner, 'FF_SUSPENDABLE_ENVIRONMENTS')) return;
  for (const service of services) {
    for (const key of ['entrypoint', 'command']) {
      const list = service.list(key);
      if (!list || list.value.length === 0) continue;
      report({
        ...keyOf(list),
        message: message('k8s-service-command', { key, flag: FLAG }),
        link: docs(`services[].${key}`),
        fixes: () => removal({ table: service.node }, list),
      });
    }
  }
});
