/**
 * A container that is to see all of `/proc`: Kubernetes takes it in pods with users of their own only ("`hostUsers` must be false to use
 * `Unmasked`"), and the runner asks for these in no pod but that of an environment that can be suspended. A patch of the pod may.
 */
import { message } from '../../text/message';
import { CONTAINERS, securityContext } from './containers';
import { absenceRule } from './kubernetes-rule';
import { flagOn } from './runner-flags';

export const k8sProcMount = absenceRule('k8s-proc-mount', ({ table, runner, docs }, report) => {
  if (flagOn(runner, 'FF_SUSPENDABLE_ENVIRONMENTS') || mayPatchUsers()) return;
  for (const container of CONTAINERS) {
    const context = securityContext(table, container);
    const mount = context?.string('proc_mount');
    if (!context || mount?.value.trim().toLowerCase() !== 'unmasked') continue;
    const { name, pair } = mount.member;
    // Without services in the file it is the job that has some, or has none.
    const isOfSome = container === 'service' && table.tables('services').length === 0;
    report({
      ...mount.span,
      ...(isOfSome && { severity: 'warning' as const }),
      message: message('k8s-proc-mount'),
      link: docs(`${container}_container_security_context.proc_mount`),
      fixes: () =>
        pair
          ? [
              {
                title: message('fix.remove', { name }),
                changes: [{ op: 'remove', part: pair, of: context.node.inline }],
              },
            ]
          : [],
    });
  }

  /** Whether a patch sets it, or is a file that nobody sees here. */
  function mayPatchUsers(): boolean {
    return table
      .tables('pod_spec')
      .some((patch) => patch.has('patch_path') || /hostUsers/.test(patch.string('patch')?.value ?? ''));
  }
});
