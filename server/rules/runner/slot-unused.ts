/**
 * Slot cgroups that nothing uses: they take the slot of an instance, which only executors with an autoscaler have
 * (common/config.go, GetSlot), and a template does nothing without the switch (GetSlotCgroupPath).
 */

import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Span } from '../../text/span';
import type { Member } from '../../toml/model';
import { removal } from '../docker/key-fixes';
import type { Rule } from '../rule';

const WITH_SLOTS = ['docker-autoscaler', 'instance'];

export const slotUnused: Rule<'runner'> = {
  code: 'slot-unused',
  scope: 'runner',
  check(visit, report) {
    const runner = tableView(visit.runner);
    const used = runner.flag('use_slot_cgroups');
    const template = runner.string('slot_cgroup_template');
    const executor = runner.string('executor')?.value;
    const link = visit.schema.children.get('use_slot_cgroups')?.docs;
    const known = visit.context.schema.enumeration('executor')?.values;
    if (used?.value && executor !== undefined && known?.includes(executor) && !WITH_SLOTS.includes(executor)) {
      report({
        ...placeOf(used.member),
        message: message('slot-unused.executor', { executor }),
        link,
        fixes: () => removal({ table: visit.runner }, used),
      });
    }
    if (template?.value && !runner.has('use_slot_cgroups')) {
      report({
        ...placeOf(template.member),
        message: message('slot-unused.template'),
        link,
        fixes: () => removal({ table: visit.runner }, template),
      });
    }
  },
};

function placeOf({ key: { start, end } }: Member): Span {
  return { start, end };
}
