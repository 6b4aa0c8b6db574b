/**
 * Files to log in with that nobody reads: without `host` the runner takes the service account of its pod, or the configuration of
 * kubectl (executors/kubernetes/util.go, guessClientConfig). A token counts there, too.
 */

import { message } from '../../text/message';
import { removal } from '../docker/key-fixes';
import { absenceRule, keyOf } from './kubernetes-rule';

export const k8sAuthWithoutHost = absenceRule('k8s-auth-without-host', ({ table, docs }, report) => {
  if (table.has('host') && table.string('host')?.value !== '') return;
  for (const key of ['ca_file', 'cert_file', 'key_file']) {
    const file = table.string(key);
    if (!file?.value) continue;
    report({
      ...keyOf(file),
      message: message('k8s-auth-without-host', { key }),
      link: docs('host'),
      tags: ['unnecessary'],
      fixes: () => removal({ table: table.node }, file),
    });
  }
});
