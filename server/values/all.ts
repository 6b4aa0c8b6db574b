/** All grammars of values, by the names that the schema calls them. */
import type { GrammarName } from '../schema/types';
import { advertisedAddress, listenAddress, sessionAddress } from './addresses';
import { cpuset } from './cpuset';
import { cronAutoscaler } from './cron-autoscaler';
import { cronMachine } from './cron-machine';
import { dockerCapability } from './docker-capability';
import { deviceCgroupRule, dockerDevice } from './docker-device';
import { dockerHost } from './docker-host';
import { dockerMemory } from './docker-memory';
import { dockerVolume } from './docker-volume';
import { environmentEntry } from './environment-entry';
import { extraHost } from './extra-host';
import { goDuration } from './go-duration';
import { goRegexp, goRegexpOfEachJob, goRegexpOfJob } from './go-regexp';
import { gpus } from './gpus';
import type { Grammar } from './grammar';
import { imageGlob } from './image-glob';
import { imageOfPause, imageOfPod, imageOfService, imageOfSteps, imageReference } from './image-reference';
import { dnsAddress } from './ip-address';
import { k8sCapability } from './k8s-capability';
import { k8sLabelOperator, k8sMedium, k8sMountPropagation, k8sNodeOperator, k8sScheme } from './k8s-choice';
import { k8sHostName, k8sIp, k8sSearchDomain, k8sServiceAlias } from './k8s-host';
import { k8sId } from './k8s-id';
import { k8sAnnotationKey, k8sLabelKey, k8sLabelValue } from './k8s-label';
import {
  k8sNamespace,
  k8sPriorityClass,
  k8sPullSecret,
  k8sRuntimeClass,
  k8sServiceAccount,
  k8sStorageClass,
  k8sVolumeName,
} from './k8s-name';
import { k8sHostPath, k8sMountPath, k8sNfsPath, k8sSubPath } from './k8s-path';
import {
  k8sBytes,
  k8sBytesMaximum,
  k8sCpu,
  k8sCpuMaximum,
  k8sMemoryLimit,
  k8sSizeLimit,
  k8sSuspendSize,
} from './k8s-quantity';
import { macAddress } from './mac-address';
import { machineName } from './machine-name';
import { machineOption } from './machine-option';
import { networkMode } from './network-mode';
import { pluginRef } from './plugin-ref';
import { rational } from './rational';
import { runnerToken } from './runner-token';
import { securityOpt } from './security-opt';
import { azureContainer, gcsBucket, s3Bucket } from './storage-names';
import { sysctl } from './sysctl';
import { timezone, timezoneOfPausePods, timezoneOfPolicy } from './timezone';
import { tmpfs } from './tmpfs';
import { ulimit } from './ulimit';
import { gitUrl, url } from './url';
import { volumesFrom } from './volumes-from';

const grammars = {
  cpuset,
  'cron-autoscaler': cronAutoscaler,
  'cron-machine': cronMachine,
  'device-cgroup-rule': deviceCgroupRule,
  'dns-address': dnsAddress,
  'docker-capability': dockerCapability,
  'docker-device': dockerDevice,
  'docker-host': dockerHost,
  'docker-memory': dockerMemory,
  'docker-volume': dockerVolume,
  'environment-entry': environmentEntry,
  'extra-host': extraHost,
  'go-duration': goDuration,
  'go-regexp': goRegexp,
  'go-regexp-of-each-job': goRegexpOfEachJob,
  'go-regexp-of-job': goRegexpOfJob,
  gpus,
  'image-glob': imageGlob,
  'image-of-pause': imageOfPause,
  'image-of-pod': imageOfPod,
  'image-of-service': imageOfService,
  'image-of-steps': imageOfSteps,
  'image-reference': imageReference,
  'k8s-annotation-key': k8sAnnotationKey,
  'k8s-bytes': k8sBytes,
  'k8s-bytes-maximum': k8sBytesMaximum,
  'k8s-capability': k8sCapability,
  'k8s-cpu': k8sCpu,
  'k8s-cpu-maximum': k8sCpuMaximum,
  'k8s-host-name': k8sHostName,
  'k8s-host-path': k8sHostPath,
  'k8s-id': k8sId,
  'k8s-ip': k8sIp,
  'k8s-label-key': k8sLabelKey,
  'k8s-label-operator': k8sLabelOperator,
  'k8s-label-value': k8sLabelValue,
  'k8s-medium': k8sMedium,
  'k8s-memory-limit': k8sMemoryLimit,
  'k8s-mount-path': k8sMountPath,
  'k8s-mount-propagation': k8sMountPropagation,
  'k8s-namespace': k8sNamespace,
  'k8s-nfs-path': k8sNfsPath,
  'k8s-node-operator': k8sNodeOperator,
  'k8s-priority-class': k8sPriorityClass,
  'k8s-pull-secret': k8sPullSecret,
  'k8s-runtime-class': k8sRuntimeClass,
  'k8s-scheme': k8sScheme,
  'k8s-search-domain': k8sSearchDomain,
  'k8s-service-account': k8sServiceAccount,
  'k8s-service-alias': k8sServiceAlias,
  'k8s-size-limit': k8sSizeLimit,
  'k8s-storage-class': k8sStorageClass,
  'k8s-sub-path': k8sSubPath,
  'k8s-suspend-size': k8sSuspendSize,
  'k8s-volume-name': k8sVolumeName,
  'mac-address': macAddress,
  'machine-name': machineName,
  'machine-option': machineOption,
  'network-mode': networkMode,
  'plugin-ref': pluginRef,
  rational,
  'security-opt': securityOpt,
  sysctl,
  timezone,
  'timezone-of-pause-pods': timezoneOfPausePods,
  'timezone-of-policy': timezoneOfPolicy,
  tmpfs,
  ulimit,
  'volumes-from': volumesFrom,
  'azure-container': azureContainer,
  'gcs-bucket': gcsBucket,
  's3-bucket': s3Bucket,
  'advertised-address': advertisedAddress,
  'listen-address': listenAddress,
  'session-address': sessionAddress,
  'git-url': gitUrl,
  url,
  token: runnerToken,
} satisfies Readonly<Record<GrammarName, { name: GrammarName }>>;

/** The grammar of a name; undefined for no name, so that a key's can be asked for as it is. */
export function grammarNamed(name: GrammarName): Grammar;
export function grammarNamed(name: GrammarName | undefined): Grammar | undefined;
export function grammarNamed(name: GrammarName | undefined): Grammar | undefined {
  return name && (grammars[name] as Grammar);
}

/** The names of all grammars. */
export const grammarNames = Object.keys(grammars) as readonly GrammarName[];
