/**
 * A profile of seccomp or AppArmor that is left out of the pod: one of the node without its name, or a name with another type
 * (common/config.go, toAPI of the profiles).
 */

import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { removal } from '../docker/key-fixes';
import type { Rule } from '../rule';
import { keyOf } from './kubernetes-rule';

export const k8sProfileLocalhost: Rule<'table'> = {
  code: 'k8s-profile-localhost',
  scope: 'table',
  concerns: (schema) => schema?.name === 'seccomp_profile' || schema?.name === 'app_armor_profile',
  check({ table, schema }, report) {
    const view = tableView(table);
    const type = view.string('type');
    const profile = view.string('localhost_profile');
    const link = schema.children.get('localhost_profile')?.docs;
    if (type?.value === 'Localhost' && !profile?.value) {
      report({ ...type.span, message: message('k8s-profile-localhost'), link });
    } else if (profile?.value && (type?.value === 'RuntimeDefault' || type?.value === 'Unconfined')) {
      report({
        ...keyOf(profile),
        message: message('k8s-profile-localhost.type', { type: type.value }),
        link,
        tags: ['unnecessary'],
        fixes: () => removal({ table }, profile, true),
      });
    }
  },
};
