/** Instances with room for more jobs than run at once: `concurrent` is of all runners together (docs/executors/instance.md). */
import { message } from '../../text/message';
import { fileRule } from '../rule';

export const autoscalerCapacity = fileRule({
  code: 'autoscaler-capacity',
  reads: ['concurrent', 'slots'],
  check(file, report) {
    const { concurrent = 0 } = file.globals;
    const general = file.place('concurrent');
    if (concurrent < 1 || !general || file.isConditional) return;
    for (const [index, { slots = 0 }] of file.settings.entries()) {
      const place = slots > concurrent ? file.place('slots', index) : undefined;
      if (!place) continue;
      report({
        ...place,
        message: message('autoscaler-capacity', { concurrent, slots }),
        link: file.context.schema.byPath('runners[].autoscaler.max_instances')?.docs,
        related: [{ ...general, message: message('autoscaler-capacity.concurrent') }],
      });
    }
  },
});
