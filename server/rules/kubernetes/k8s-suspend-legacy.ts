/** Suspended environments with the legacy strategy, which does not attach to containers (executors/kubernetes/suspend.go). */
import { suspendFlagRule } from './suspend';

export const k8sSuspendLegacy = suspendFlagRule('k8s-suspend-legacy', 'FF_USE_LEGACY_KUBERNETES_EXECUTION_STRATEGY');
