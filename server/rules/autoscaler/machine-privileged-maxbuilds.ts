/** Privileged jobs on machines that go on to the next one: a job can take the machine over (docs/executors/docker_machine.md, "MaxBuilds"). */
import { message } from '../../text/message';
import { placeOfTable } from '../table-place';
import { docsOf, scalerRule } from './scaler-rule';

export const machinePrivilegedMaxbuilds = scalerRule(
  'machine-privileged-maxbuilds',
  ['runners[].machine'],
  (visit, report) => {
    const { around, view } = visit;
    if (around.string('executor')?.value !== 'docker+machine' || view.has('MaxBuilds')) return;
    const place = around.table('docker')?.flag('privileged')?.value ? placeOfTable(view.node) : undefined;
    if (!place) return;
    const key = visit.schema.children.get('MaxBuilds');
    report({
      ...place,
      message: message('machine-privileged-maxbuilds'),
      link: docsOf(visit, 'MaxBuilds'),
      fixes: () =>
        key
          ? [
              {
                title: message('fix.set', { text: 'MaxBuilds = 1' }),
                changes: [{ op: 'set', from: visit, key, value: { json: 1 } }],
              },
            ]
          : [],
    });
  },
);
