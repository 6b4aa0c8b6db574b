/** The rules about `[runners.kubernetes]`. */
import type { AnyRule } from '../rule';
import { k8sAuthWithoutHost } from './k8s-auth-without-host';
import { k8sAutoscalerPolicy } from './k8s-autoscaler-policy';
import { k8sClientCertTrio } from './k8s-client-cert-trio';
import { k8sContextWithHost } from './k8s-context-with-host';
import { k8sDnsNone } from './k8s-dns-none';
import { k8sHideBuilds } from './k8s-hide-builds';
import { k8sHostAuth } from './k8s-host-auth';
import { k8sMountPathDuplicate } from './k8s-mount-path-duplicate';
import { k8sPatchBoth } from './k8s-patch-both';
import { k8sPlaceholderToken } from './k8s-placeholder-token';
import { k8sPodSpecFlag } from './k8s-pod-spec-flag';
import { k8sPodSpecShape } from './k8s-pod-spec-shape';
import { k8sPodSpecTabs } from './k8s-pod-spec-tabs';
import { k8sPoll } from './k8s-poll';
import { k8sRequestsLimits } from './k8s-requests-limits';
import { k8sSecurityContext } from './k8s-security-context';
import { k8sVolumeNameDuplicate } from './k8s-volume-name-duplicate';
import { k8sWindows } from './k8s-windows';

export const kubernetesRules: readonly AnyRule[] = [
  k8sPatchBoth,
  k8sPodSpecShape,
  k8sPodSpecTabs,
  k8sAuthWithoutHost,
  k8sAutoscalerPolicy,
  k8sClientCertTrio,
  k8sContextWithHost,
  k8sDnsNone,
  k8sHideBuilds,
  k8sHostAuth,
  k8sMountPathDuplicate,
  k8sPlaceholderToken,
  k8sPodSpecFlag,
  k8sPoll,
  k8sRequestsLimits,
  k8sSecurityContext,
  k8sVolumeNameDuplicate,
  k8sWindows,
];
