/** The rules about what Docker is asked for: keys of `[runners.docker]` that do not go together. */
import type { AnyRule } from '../rule';
import { allowedImagesNegation } from './allowed-images-negation';
import { allowedImagesPatternTooNarrow } from './allowed-images-pattern-too-narrow';
import { allowedUsersUser } from './allowed-users-user';
import { cacheDirVolume } from './cache-dir-volume';
import { capAddDropOverlap } from './cap-add-drop-overlap';
import { dindTlsMismatch } from './dind-tls-mismatch';
import { dindTlsVolume } from './dind-tls-volume';
import { dindWithoutPrivileged } from './dind-without-privileged';
import { dockerHostPlainTcp } from './docker-host-plain-tcp';
import { dockerImageMissing } from './docker-image-missing';
import { dockerServicesDevicesGlob } from './docker-services-devices-glob';
import { helperFlavorValue } from './helper-flavor-value';
import { helperImageTagArch } from './helper-image-tag-arch';
import { isolationOnLinux } from './isolation-on-linux';
import { memoryOrder } from './memory-order';
import { networkOptionsWithoutFf } from './network-options-without-ff';
import { networkPerBuildConflict } from './network-per-build-conflict';
import { podmanServicesFf } from './podman-services-ff';
import { pullPolicySubset } from './pull-policy-subset';
import { serviceAliasDuplicate } from './service-alias-duplicate';
import { servicesLimitConfig } from './services-limit-config';
import { tlsVerifyWithoutCertPath } from './tls-verify-without-cert-path';
import { windowsServicesFf } from './windows-services-ff';

export const dockerRules: readonly AnyRule[] = [
  allowedImagesNegation,
  allowedImagesPatternTooNarrow,
  allowedUsersUser,
  cacheDirVolume,
  capAddDropOverlap,
  dindTlsMismatch,
  dindTlsVolume,
  dindWithoutPrivileged,
  dockerHostPlainTcp,
  dockerImageMissing,
  dockerServicesDevicesGlob,
  helperFlavorValue,
  helperImageTagArch,
  isolationOnLinux,
  memoryOrder,
  networkOptionsWithoutFf,
  networkPerBuildConflict,
  podmanServicesFf,
  pullPolicySubset,
  serviceAliasDuplicate,
  servicesLimitConfig,
  tlsVerifyWithoutCertPath,
  windowsServicesFf,
];
