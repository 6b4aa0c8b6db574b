/**
 * A build and a helper of two users, neither of them root: Git refuses the sources of another user ("dubious ownership"), and the
 * cache cannot be written.
 */
import { message } from '../../text/message';
import { userOf } from './containers';
import { kubernetesRule } from './kubernetes-rule';

export const k8sHelperBuildUid = kubernetesRule('k8s-helper-build-uid', ({ table, docs }, report) => {
  const build = userOf(table, 'build').user;
  const helper = userOf(table, 'helper').user;
  if (!build?.value || !helper?.value || build.value === helper.value) return;
  report({
    ...helper.span,
    message: message('k8s-helper-build-uid', { build: String(build.value) }),
    link: docs('helper_container_security_context.run_as_user'),
    related: [{ ...build.span, message: message('k8s-helper-build-uid.build') }],
  });
});
