/**
 * An entry of `node_tolerations` that the API server refuses the pod for, or that means something else: the value of the taint beside
 * the effect (`dedicated = "gitlab:NoSchedule"`), an effect in other letters, the effect in the name. See values/k8s-toleration.ts.
 */
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { slippedEntries } from '../../meaning/slipped-entries';
import { message } from '../../text/message';
import type { Span } from '../../text/span';
import { keyText, valueText } from '../../toml/write';
import { shown } from '../../values/grammar';
import { type TolerationEntry, tolerationProblem } from '../../values/k8s-toleration';
import type { Rule } from '../rule';
import { gravityOf } from './gravity';

const OVERWRITTEN = 'runners[].kubernetes.node_tolerations_overwrite_allowed';

export const toleration: Rule<'key'> = {
  code: 'invalid-value',
  scope: 'key',
  on: ['runners[].kubernetes.node_tolerations'],
  check(visit, report) {
    const { key, member, context } = visit;
    if (!key || member.node.type !== 'table') return;
    const slips = slippedEntries(visit);
    // Since jobs may overwrite tolerations, all behind the first `=` is the value (executors/kubernetes/kubernetes.go, getPodTolerations).
    const isWhole = context.schema.byPath(OVERWRITTEN) !== undefined;
    for (const { name, key: place, node, pair } of member.node.members.values()) {
      if (node.type !== 'value' || node.value.type !== 'string' || slips.has(name)) continue;
      const { value } = node;
      const entry = { name, effect: value.value };
      const problem = tolerationProblem(entry);
      if (!problem) continue;
      const { meant } = problem;
      const fault = problem.fault === 'secondEquals' && isWhole ? 'value' : problem.fault;
      const { start, end } = fault === 'effect' || fault === 'pairInEffect' ? value : place;
      report({
        ...gravityOf(visit, key, { refused: false, fails: fault !== 'secondEquals' }),
        start,
        end,
        message: message('invalid-value.toleration', {
          value: shown(fault === 'effect' || fault === 'pairInEffect' ? entry.effect : name),
          fault,
        }),
        link: key.docs,
        fixes: () => (pair ? meant.map((one) => rewritten(one, entry, place, value, meant.length === 1)) : []),
      });
    }
  },
};

/** The entry in place of what is written; its name is left alone where it stays. */
function rewritten(entry: TolerationEntry, old: TolerationEntry, place: Span, value: Span, preferred: boolean): Fix {
  const name = keyText(entry.name);
  const effect = valueText(entry.effect);
  const edits = [{ start: value.start, end: value.end, newText: effect }];
  if (entry.name !== old.name) edits.unshift({ start: place.start, end: place.end, newText: name });
  return {
    title: message('fix.invalid-value.change', {
      value: entry.name === old.name ? effect : shown(`${name} = ${effect}`),
    }),
    changes: replacements(edits),
    preferred,
  };
}
