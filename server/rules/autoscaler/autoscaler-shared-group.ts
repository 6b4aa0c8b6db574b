/** Two runners with one group of instances: each takes away those of the other (docs/executors/docker_autoscaler.md, "one group for each"). */
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { repeatedIn } from '../runner/repeated';

export const autoscalerSharedGroup: Rule<'file'> = {
  code: 'autoscaler-shared-group',
  scope: 'file',
  check(file, report) {
    if (file.isConditional) return;
    for (const { first, again } of repeatedIn(file.settings, ({ group }) => group)) {
      const place = file.runners[again]?.places.group;
      const other = file.runners[first]?.places.group;
      if (!place) continue;
      report({
        ...place,
        message: message('autoscaler-shared-group'),
        link: file.context.schema.byPath('runners[].autoscaler.plugin_config')?.docs,
        related: other && [{ ...other, message: message('autoscaler-shared-group.other') }],
      });
    }
  },
};
