/** The rules about what Docker is asked for: keys of `[runners.docker]` that do not go together. */
import type { AnyRule } from '../rule';
import { allowedImagesNegation } from './allowed-images-negation';
import { allowedImagesPatternTooNarrow } from './allowed-images-pattern-too-narrow';
import { allowedPrivilegedWithoutPrivileged } from './allowed-privileged-without-privileged';
import { allowedUsersUser } from './allowed-users-user';
import { cacheDirVolume } from './cache-dir-volume';
import { capAddDropOverlap } from './cap-add-drop-overlap';
import { dindTlsMismatch } from './dind-tls-mismatch';
import { dindTlsVolume } from './dind-tls-volume';
import { dindWithoutPrivileged } from './dind-without-privileged';
import { disableCacheVsCacheDir } from './disable-cache-vs-cache-dir';
import { dockerHostPlainTcp } from './docker-host-plain-tcp';
import { dockerImageMissing } from './docker-image-missing';
import { dockerLinksLegacy } from './docker-links-legacy';
import { dockerServicesDevicesGlob } from './docker-services-devices-glob';
import { dockerSockAndPrivileged } from './docker-sock-and-privileged';
import { dockerSockMount } from './docker-sock-mount';
import { dockerVolumeDuplicate } from './docker-volume-duplicate';
import { dockerVolumeSpec } from './docker-volume-spec';
import { dockerVolumeVariable } from './docker-volume-variable';
import { helperFlavorValue } from './helper-flavor-value';
import { helperImagePinnedVersion } from './helper-image-pinned-version';
import { helperImageTagArch } from './helper-image-tag-arch';
import { helperImageVsFlavor } from './helper-image-vs-flavor';
import { hostNamespaces } from './host-namespaces';
import { isolationOnLinux } from './isolation-on-linux';
import { memoryOrder } from './memory-order';
import { networkOptionsWithoutFf } from './network-options-without-ff';
import { networkPerBuildConflict } from './network-per-build-conflict';
import { podmanServicesFf } from './podman-services-ff';
import { pullPolicySubset } from './pull-policy-subset';
import { serviceAliasDuplicate } from './service-alias-duplicate';
import { servicesLimitConfig } from './services-limit-config';
import { servicesPrivilegedRedundant } from './services-privileged-redundant';
import { tlsVerifyWithoutCertPath } from './tls-verify-without-cert-path';
import { windowsServicesFf } from './windows-services-ff';

export const dockerRules: readonly AnyRule[] = [
  allowedImagesNegation,
  allowedImagesPatternTooNarrow,
  allowedPrivilegedWithoutPrivileged,
  allowedUsersUser,
  cacheDirVolume,
  capAddDropOverlap,
  dindTlsMismatch,
  dindTlsVolume,
  dindWithoutPrivileged,
  disableCacheVsCacheDir,
  dockerHostPlainTcp,
  dockerImageMissing,
  dockerLinksLegacy,
  dockerServicesDevicesGlob,
  dockerSockAndPrivileged,
  dockerSockMount,
  dockerVolumeDuplicate,
  dockerVolumeSpec,
  dockerVolumeVariable,
  helperFlavorValue,
  helperImagePinnedVersion,
  helperImageTagArch,
  helperImageVsFlavor,
  hostNamespaces,
  isolationOnLinux,
  memoryOrder,
  networkOptionsWithoutFf,
  networkPerBuildConflict,
  podmanServicesFf,
  pullPolicySubset,
  serviceAliasDuplicate,
  servicesLimitConfig,
  servicesPrivilegedRedundant,
  tlsVerifyWithoutCertPath,
  windowsServicesFf,
];
