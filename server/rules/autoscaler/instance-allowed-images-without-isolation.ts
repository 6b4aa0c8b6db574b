/** Images allowed on instances that have none: without nested machines the image of a job is not looked at (executors/instance/instance.go). */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const instanceAllowedImagesWithoutIsolation: Rule<'runner'> = {
  code: 'instance-allowed-images-without-isolation',
  scope: 'runner',
  check({ runner, context }, report) {
    const view = tableView(runner);
    const list = view.table('instance')?.list('allowed_images');
    const autoscaler = view.table('autoscaler');
    if (!list || !autoscaler || view.string('executor')?.value !== 'instance') return;
    if (list.value.length === 0 || autoscaler.table('vm_isolation')?.flag('enabled')?.value) return;
    const { start, end } = list.member.key;
    report({
      start,
      end,
      message: message('instance-allowed-images-without-isolation'),
      link: context.schema.byPath('runners[].instance.allowed_images')?.docs,
    });
  },
};
