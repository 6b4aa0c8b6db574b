/**
 * Pods with users of their own, by a patch, that keep builds, logs and scripts in the directories of the runner: these cannot be
 * used then (docs: user namespaces with the Kubernetes executor).
 */
import { allOf, message } from '../../text/message';
import { absenceRule, keyOf } from './kubernetes-rule';
import { patchWith } from './patches';

const HOST_USERS = /(?:^|[\s{,"'])hostUsers["']?\s*:\s*false\b/;

export const k8sUserNamespacesDirs = absenceRule('k8s-user-namespaces-dirs', ({ table, runner, docs }, report) => {
  const patch = patchWith(table, runner, HOST_USERS);
  if (!patch) return;
  const missing = [
    ...(runner.string('builds_dir')?.value ? [] : ['builds_dir']),
    ...['logs_base_dir', 'scripts_base_dir'].filter((name) => !table.string(name)?.value),
  ];
  if (missing.length === 0) return;
  report({
    ...keyOf(patch),
    message: message('k8s-user-namespaces-dirs', { keys: allOf(missing) }),
    link: docs('pod_spec[]'),
  });
});
