/** All rules. The order only decides which of two findings at the same place comes first. */

import { autoscalerRules } from './autoscaler/all';
import { cacheRules } from './cache/all';
import { chartRules } from './chart/all';
import { dockerRules } from './docker/all';
import { environmentRules } from './environment/all';
import { flagRules } from './flags/all';
import { kubernetesRules } from './kubernetes/all';
import { networkRules } from './network/all';
import type { AnyRule } from './rule';
import { runnerRules } from './runner/all';
import { securityRules } from './security/all';
import { shapeRules } from './shape/all';

export const rules: readonly AnyRule[] = [
  ...shapeRules,
  ...chartRules,
  ...runnerRules,
  ...cacheRules,
  ...networkRules,
  ...dockerRules,
  ...autoscalerRules,
  ...kubernetesRules,
  ...environmentRules,
  ...securityRules,
  ...flagRules,
];
