/** Two runners with one group of instances: each takes away those of the other (docs/executors/docker_autoscaler.md, "one group for each"). */
import { message } from '../../text/message';
import { fileRule } from '../rule';
import { repeatedIn } from '../runner/repeated';

export const autoscalerSharedGroup = fileRule({
  code: 'autoscaler-shared-group',
  reads: ['group'],
  check(file, report) {
    if (file.isConditional) return;
    for (const { first, again } of repeatedIn(file.settings, ({ group }) => group)) {
      const place = file.place('group', again);
      const other = file.place('group', first);
      if (!place) continue;
      report({
        ...place,
        message: message('autoscaler-shared-group'),
        link: file.context.schema.byPath('runners[].autoscaler.plugin_config')?.docs,
        related: other && [{ ...other, message: message('autoscaler-shared-group.other') }],
      });
    }
  },
});
