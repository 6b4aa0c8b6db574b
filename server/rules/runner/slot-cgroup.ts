/**
 * A template of slot cgroups without the slot: all jobs get the same cgroup. The runner says so in its log as it loads the file,
 * and only where the cgroups are in use (common/config.go, validateSlotCgroups). An empty template is the default one.
 */
import { replacements } from '../../meaning/change';
import { type Located, tableView } from '../../meaning/table-view';
import type { RunnerVisit } from '../../meaning/visit';
import { message } from '../../text/message';
import { valueText } from '../../toml/write';
import type { Report, Rule } from '../rule';

export const slotCgroup: Rule<'runner'> = {
  code: 'slot-cgroup',
  scope: 'runner',
  check(visit, report) {
    const runner = tableView(visit.runner);
    if (!runner.flag('use_slot_cgroups')?.value) return;
    check(visit, runner.string('slot_cgroup_template'), report);
    check(visit, runner.table('docker')?.string('service_slot_cgroup_template'), report);
  },
};

function check({ context, schema }: RunnerVisit, template: Located<string> | undefined, report: Report): void {
  if (!template?.value || /\$(?:\{slot\}|slot)/.test(template.value)) return;
  const { span, value } = template;
  const repaired = valueText(`${value.replace(/(?<!\/)\/+$/, '')}/slot-\${slot}`);
  report({
    ...span,
    message: message('slot-cgroup', { key: template.member.name }),
    link: context.schema.find(schema, 'slot_cgroup_template')?.schema.docs,
    fixes: () => [
      {
        title: message('fix.slot-cgroup', { value: repaired }),
        changes: replacements([{ ...span, newText: repaired }]),
        preferred: true,
      },
    ],
  });
}
