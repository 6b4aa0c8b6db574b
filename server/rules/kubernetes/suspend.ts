/**
 * What the rules about suspended environments share: each is a condition on which the runner refuses a job that is to be suspended
 * (executors/kubernetes/suspend.go, guardSuspendCompatibility). They speak only where the runner switches the flag on.
 */
import type { Fix } from '../../meaning/finding';
import type { Located } from '../../meaning/table-view';
import type { Code } from '../../text/code';
import { message } from '../../text/message';
import type { Report } from '../rule';
import { type Kubernetes, kubernetesRule } from './kubernetes-rule';
import { flagOn } from './runner-flags';

const FLAG = 'FF_SUSPENDABLE_ENVIRONMENTS';

/** A rule of runners that suspend environments; each finding is shown with the flag. */
export function suspendRule(code: Code, check: (kubernetes: Kubernetes, report: Report) => void) {
  return kubernetesRule(code, (kubernetes, report) => {
    const flag = flagOn(kubernetes.runner, FLAG);
    if (!flag) return;
    check(kubernetes, (found) =>
      report({ ...found, related: [{ ...flag.span, message: message('k8s-suspend.flag') }] }),
    );
  });
}

/** A rule about another flag that suspended environments do not go with. */
export function suspendFlagRule(code: Code, name: string) {
  return suspendRule(code, ({ visit, runner }, report) => {
    const flag = flagOn(runner, name);
    if (!flag) return;
    report({
      ...flag.span,
      message: message('k8s-suspend.flags', { flag: name }),
      link: visit.context.schema.byPath('runners[].feature_flags')?.docs,
      fixes: () => removalOf(flag, name),
    });
  });
}

/** A flag in the table goes as a whole; one in a list is left to the user. */
function removalOf({ member }: Located<boolean>, name: string): Fix[] {
  const { pair } = member;
  if (member.name !== name || !pair || pair.key.segments.length > 1) return [];
  return [{ title: message('fix.remove', { name }), changes: [{ op: 'remove', part: pair }] }];
}
