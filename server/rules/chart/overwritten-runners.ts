/**
 * `[[runners]]` in the ConfigMap that the Runner Operator writes for a Runner: it holds the globals only, which the operator
 * writes again over every edit. The runner's tables come from the ConfigMap that the Runner names in `spec.config`
 * (checks.json, embedding: operator-generated-configmap and operator-configmap).
 */
import { draft } from '../../text/draft';
import type { Rule } from '../rule';

export const overwrittenRunners: Rule = {
  code: 'overwritten-runners',
  key({ document, key, member, path }, report) {
    if (document.traits.owner !== 'operator' || document.traits.role !== 'globals') return;
    if (path.length > 0 || key?.path !== 'runners[]') return;
    report({
      code: 'overwritten-runners',
      severity: 'information',
      start: member.key.start,
      end: member.key.end,
      message: draft(
        'The operator writes this ConfigMap itself, with global settings only: `[[runners]]` is lost. Put it into a ConfigMap that the Runner names in `spec.config`.',
      ),
      link: key.docs,
    });
  },
};
