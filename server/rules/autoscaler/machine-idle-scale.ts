/**
 * Limits of the scaled number of idle machines that exclude each other: `IdleCount` is the most, `IdleCountMin` the least of it
 * (executors/docker/machine/idle_limit_strategy.go). Both are read where a factor is set.
 */
import { message } from '../../text/message';
import { docsOf, scalerRule } from './scaler-rule';

export const machineIdleScale = scalerRule(
  'machine-idle-scale',
  ['runners[].machine', 'runners[].machine.autoscaling[]'],
  (visit, report) => {
    const { view } = visit;
    const factor = view.number('IdleScaleFactor');
    const least = view.number('IdleCountMin');
    const most = view.number('IdleCount');
    if (!factor || factor.value <= 0 || !least || !most || least.value <= Math.max(most.value, 1)) return;
    report({
      ...least.span,
      message: message('machine-idle-scale', { count: most.value, least: least.value }),
      link: docsOf(visit, 'IdleScaleFactor'),
    });
  },
);
