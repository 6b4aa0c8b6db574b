/**
 * A token of a service account that is still what a tutorial has there: Kubernetes answers "Unauthorized" to each job. No token has
 * a space, or a character outside of ASCII.
 */
import { message } from '../../text/message';
import { isForPrograms, isLeftForPeople } from '../../text/placeholders';
import { kubernetesRule } from './kubernetes-rule';

export const k8sPlaceholderToken = kubernetesRule('k8s-placeholder-token', ({ table, docs }, report) => {
  const token = table.string('bearer_token');
  if (!token || !(isLeftForPeople(token.value, 'word') || isProse(token.value))) return;
  report({ ...token.span, message: message('k8s-placeholder-token'), link: docs('bearer_token') });
});

function isProse(token: string): boolean {
  return /[^\x21-\x7e]/.test(token.trim()) && !isForPrograms(token);
}
