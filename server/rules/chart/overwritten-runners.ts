/**
 * `[[runners]]` in the ConfigMap that the Runner Operator writes for a Runner: it holds the globals only, which the operator
 * writes again over every edit. The runner's tables come from the ConfigMap that the Runner names in `spec.config`
 * (checks.json, embedding: operator-generated-configmap and operator-configmap).
 */
import { message } from '../../text/message';
import { fileRule } from '../rule';
import { spellingsOf } from './spellings';

export const overwrittenRunners = fileRule({
  code: 'overwritten-runners',
  reads: ['spelling'],
  check(file, report) {
    const { traits, context } = file;
    if (traits.owner !== 'operator' || traits.role !== 'globals') return;
    for (const [first] of spellingsOf(file.settings)) {
      const place = first === undefined ? undefined : file.place('spelling', first);
      if (!place) continue;
      report({
        ...place,
        message: message('overwritten-runners'),
        link: context.schema.byPath('runners[]')?.docs,
      });
    }
  },
});
