/** A profile of AppArmor by annotation, which Kubernetes has deprecated since 1.30: the security context has a table for it. */
import { message } from '../../text/message';
import { kubernetesRule } from './kubernetes-rule';

const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';

export const k8sApparmorAnnotation = kubernetesRule('k8s-apparmor-annotation', ({ table, docs }, report) => {
  for (const { name, key } of table.table('pod_annotations')?.node.members.values() ?? []) {
    if (!name.startsWith(PREFIX)) continue;
    report({
      start: key.start,
      end: key.end,
      message: message('k8s-apparmor-annotation'),
      link: docs('build_container_security_context.app_armor_profile'),
      tags: ['deprecated'],
    });
  }
});
