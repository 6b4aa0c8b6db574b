/** Little memory for the helper, which packs caches and artifacts: it is ended with exit code 137 (docs/executors/kubernetes). */
import { message } from '../../text/message';
import { parseQuantity } from '../../values/k8s-quantity-text';
import { kubernetesRule } from './kubernetes-rule';

/** Bytes: 64Mi. */
const LITTLE = 64 * 1024 * 1024;
/** Below a MiB another unit was meant, which has a finding of its own. */
const MEANT = 1024 * 1024;

export const k8sHelperMemory = kubernetesRule('k8s-helper-memory', ({ table, docs }, report) => {
  const limit = table.string('helper_memory_limit');
  const bytes = limit && parseQuantity(limit.value)?.value;
  if (!limit || bytes === undefined || bytes < MEANT || bytes > LITTLE) return;
  report({ ...limit.span, message: message('k8s-helper-memory'), link: docs('helper_memory_limit') });
});
