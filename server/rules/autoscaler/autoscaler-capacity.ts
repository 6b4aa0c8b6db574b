/** Instances with room for more jobs than run at once: `concurrent` is of all runners together (docs/executors/instance.md). */
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const autoscalerCapacity: Rule<'file'> = {
  code: 'autoscaler-capacity',
  scope: 'file',
  check(file, report) {
    const { concurrent, settings } = file;
    if (!concurrent || concurrent.value < 1 || file.isConditional) return;
    for (const [index, { slots = 0 }] of settings.entries()) {
      const place = slots > concurrent.value ? file.runners[index]?.places.slots : undefined;
      if (!place) continue;
      const { start, end } = concurrent;
      report({
        ...place,
        message: message('autoscaler-capacity', { concurrent: concurrent.value, slots }),
        link: file.context.schema.byPath('runners[].autoscaler.max_instances')?.docs,
        related: [{ start, end, message: message('autoscaler-capacity.concurrent') }],
      });
    }
  },
};
