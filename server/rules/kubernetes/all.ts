/** The rules about `[runners.kubernetes]`. */
import type { AnyRule } from '../rule';
import { helperArchVsNodeSelector } from './helper-arch-vs-node-selector';
import { k8sApparmorAnnotation } from './k8s-apparmor-annotation';
import { k8sAuthWithoutHost } from './k8s-auth-without-host';
import { k8sAutoscalerPolicy } from './k8s-autoscaler-policy';
import { k8sBuildsDirMount } from './k8s-builds-dir-mount';
import { k8sClientCertTrio } from './k8s-client-cert-trio';
import { k8sContextWithHost } from './k8s-context-with-host';
import { k8sDnsNone } from './k8s-dns-none';
import { k8sDockerSock } from './k8s-docker-sock';
import { k8sEmptyList } from './k8s-empty-list';
import { k8sHelperBuildUid } from './k8s-helper-build-uid';
import { k8sHelperMemory } from './k8s-helper-memory';
import { k8sHideBuilds } from './k8s-hide-builds';
import { k8sHostAuth } from './k8s-host-auth';
import { k8sHostNetworkAliases } from './k8s-host-network-aliases';
import { k8sIdRange } from './k8s-id-range';
import { k8sLifecycleHandler } from './k8s-lifecycle-handler';
import { k8sMountPathDuplicate } from './k8s-mount-path-duplicate';
import { k8sMountPropagation } from './k8s-mount-propagation';
import { k8sNamespaceEmpty } from './k8s-namespace-empty';
import { k8sNamespacePerJob } from './k8s-namespace-per-job';
import { k8sNoImage } from './k8s-no-image';
import { k8sPatchBoth } from './k8s-patch-both';
import { k8sPlaceholderToken } from './k8s-placeholder-token';
import { k8sPodLabelsReserved } from './k8s-pod-labels-reserved';
import { k8sPodSpecFlag } from './k8s-pod-spec-flag';
import { k8sPodSpecShape } from './k8s-pod-spec-shape';
import { k8sPodSpecTabs } from './k8s-pod-spec-tabs';
import { k8sPodSpecVolumes } from './k8s-pod-spec-volumes';
import { k8sPoll } from './k8s-poll';
import { k8sProcMount } from './k8s-proc-mount';
import { k8sProfileLocalhost } from './k8s-profile-localhost';
import { k8sRequestsLimits } from './k8s-requests-limits';
import { k8sSaPullSecrets } from './k8s-sa-pull-secrets';
import { k8sSecurityContext } from './k8s-security-context';
import { k8sServiceCommand } from './k8s-service-command';
import { k8sSubPathVariable } from './k8s-sub-path-variable';
import { k8sSuspendCapDrop } from './k8s-suspend-cap-drop';
import { k8sSuspendConcrete } from './k8s-suspend-concrete';
import { k8sSuspendHonorEntrypoint } from './k8s-suspend-honor-entrypoint';
import { k8sSuspendLegacy } from './k8s-suspend-legacy';
import { k8sSuspendMount } from './k8s-suspend-mount';
import { k8sSuspendNonroot } from './k8s-suspend-nonroot';
import { k8sUnexpandedVariable } from './k8s-unexpanded-variable';
import { k8sUserNamespacesDirs } from './k8s-user-namespaces-dirs';
import { k8sVolumeNameDuplicate } from './k8s-volume-name-duplicate';
import { k8sWindows } from './k8s-windows';
import { suspendableWithoutId } from './suspendable-without-id';

export const kubernetesRules: readonly AnyRule[] = [
  helperArchVsNodeSelector,
  k8sApparmorAnnotation,
  k8sAuthWithoutHost,
  k8sAutoscalerPolicy,
  k8sBuildsDirMount,
  k8sClientCertTrio,
  k8sContextWithHost,
  k8sDnsNone,
  k8sDockerSock,
  k8sEmptyList,
  k8sHelperBuildUid,
  k8sHelperMemory,
  k8sHideBuilds,
  k8sHostAuth,
  k8sHostNetworkAliases,
  k8sIdRange,
  k8sLifecycleHandler,
  k8sMountPathDuplicate,
  k8sMountPropagation,
  k8sNamespaceEmpty,
  k8sNamespacePerJob,
  k8sNoImage,
  k8sPatchBoth,
  k8sPlaceholderToken,
  k8sPodLabelsReserved,
  k8sPodSpecFlag,
  k8sPodSpecShape,
  k8sPodSpecTabs,
  k8sPodSpecVolumes,
  k8sPoll,
  k8sProcMount,
  k8sProfileLocalhost,
  k8sRequestsLimits,
  k8sSaPullSecrets,
  k8sSecurityContext,
  k8sServiceCommand,
  k8sSubPathVariable,
  k8sSuspendCapDrop,
  k8sSuspendConcrete,
  k8sSuspendHonorEntrypoint,
  k8sSuspendLegacy,
  k8sSuspendMount,
  k8sSuspendNonroot,
  k8sUnexpandedVariable,
  k8sUserNamespacesDirs,
  k8sVolumeNameDuplicate,
  k8sWindows,
  suspendableWithoutId,
];
