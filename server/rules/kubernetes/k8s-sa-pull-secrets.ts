/** Secrets for pulling images beside those of the service account: the list is left out (kubernetes.go, prepareImagePullSecrets). */
import { message } from '../../text/message';
import { keyOf, kubernetesRule } from './kubernetes-rule';

export const k8sSaPullSecrets = kubernetesRule('k8s-sa-pull-secrets', ({ visit, table, docs }, report) => {
  const secrets = table.list('image_pull_secrets');
  const { pair, name } = secrets?.member ?? {};
  if (!table.flag('use_service_account_image_pull_secrets')?.value || !secrets?.value.length) return;
  report({
    ...keyOf(secrets),
    message: message('k8s-sa-pull-secrets'),
    link: docs('use_service_account_image_pull_secrets'),
    tags: ['unnecessary'],
    fixes: () =>
      pair && name
        ? [
            {
              title: message('fix.remove', { name }),
              changes: [{ op: 'remove', part: pair, of: visit.table.inline }],
            },
          ]
        : [],
  });
});
