/** Suspended environments with native steps: their pods keep nothing (executors/kubernetes/suspend.go). */
import { suspendFlagRule } from './suspend';

export const k8sSuspendConcrete = suspendFlagRule('k8s-suspend-concrete', 'FF_CONCRETE');
