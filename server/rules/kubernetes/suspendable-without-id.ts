/**
 * Suspended environments of a runner without its number: the runner warns at the start, and fails jobs that are to be suspended
 * (commands/multi.go; executors/kubernetes/suspend.go). `register` writes the number.
 */
import { message } from '../../text/message';
import { isWhole } from '../runner/whole';
import { absenceRule } from './kubernetes-rule';
import { flagOn } from './runner-flags';

const FLAG = 'FF_SUSPENDABLE_ENVIRONMENTS';

export const suspendableWithoutId = absenceRule('suspendable-without-id', ({ visit, runner }, report) => {
  const flag = flagOn(runner, FLAG);
  const id = runner.number('id');
  if (!flag || (id ? id.value > 0 : runner.has('id'))) return;
  if (!isWhole(visit)) return;
  report({
    ...flag.span,
    message: message('suspendable-without-id'),
    link: visit.context.schema.byPath('runners[].id')?.docs,
  });
});
