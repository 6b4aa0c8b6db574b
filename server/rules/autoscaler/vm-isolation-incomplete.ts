/**
 * Nested machines without the address of what makes them, which is dialled as it stands (executors/internal/autoscaler/provider.go), or
 * without an image: a job that names none fails (executors/internal/autoscaler/acquisition.go, errNoNestingImageSpecified), with
 * docker-autoscaler each, as the image of its job is that of the container.
 */
import { message } from '../../text/message';
import { placeOfTable } from '../table-place';
import { docsOf, scalerRule } from './scaler-rule';

export const vmIsolationIncomplete = scalerRule(
  'vm-isolation-incomplete',
  ['runners[].autoscaler.vm_isolation'],
  (visit, report) => {
    const { view } = visit;
    const place = view.flag('enabled')?.value ? placeOfTable(view.node) : undefined;
    if (!place) return;
    for (const key of ['nesting_host', 'image'] as const) {
      const there = view.string(key);
      if (there?.value || (view.has(key) && !there)) continue;
      report({
        ...(there?.span ?? place),
        message: message('vm-isolation-incomplete', { key }),
        link: docsOf(visit, key),
      });
    }
  },
);
