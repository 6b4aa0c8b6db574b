/**
 * Suspended environments that honor entrypoints, with a service that has a command of its own: the service could not be reached
 * (executors/kubernetes/suspend.go, guardSuspendCompatibility).
 */
import { message } from '../../text/message';
import { keyOf } from './kubernetes-rule';
import { flagOn } from './runner-flags';
import { suspendRule } from './suspend';

const FLAG = 'FF_KUBERNETES_HONOR_ENTRYPOINT';

export const k8sSuspendHonorEntrypoint = suspendRule('k8s-suspend-honor-entrypoint', (kubernetes, report) => {
  const { table, runner, docs } = kubernetes;
  if (!flagOn(runner, FLAG)) return;
  for (const service of table.tables('services')) {
    for (const key of ['entrypoint', 'command']) {
      const list = service.list(key);
      if (!list || list.value.length === 0) continue;
      report({
        ...keyOf(list),
        message: message('k8s-suspend-honor-entrypoint', { key, flag: FLAG }),
        link: docs(`services[].${key}`),
      });
    }
  }
});
