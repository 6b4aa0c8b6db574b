/**
 * No default image: a job that names none fails with "no image specified and no default set in config" (executors/kubernetes/kubernetes.go,
 * checkDefaults). Said of a whole runner alone: for a template, the chart or `register` may give it.
 */
import { message } from '../../text/message';
import { setting } from '../docker/key-fixes';
import { isWhole } from '../runner/whole';
import { placeOfTable } from '../table-place';
import { hasUnknownName, kubernetesRule } from './kubernetes-rule';

const IMAGE = 'alpine:latest';

export const k8sNoImage = kubernetesRule('k8s-no-image', ({ visit, table, runner, docs }, report) => {
  const image = table.string('image');
  if (runner.string('executor')?.value !== 'kubernetes') return;
  if (image ? image.value.trim() : table.has('image') || hasUnknownName(visit)) return;
  if (!isWhole(visit)) return;
  const place = image?.span ?? placeOfTable(table.node);
  if (!place) return;
  report({
    ...place,
    message: message('k8s-no-image'),
    link: docs('image'),
    fixes: () => setting(visit, 'image', IMAGE),
  });
});
