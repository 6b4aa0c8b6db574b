/** A flavor of the helper image beside an image of one's own, which wins (executors/docker/docker.go, getHelperImage). */
import { message } from '../../text/message';
import { docsOf, executorRule } from './docker-rule';
import { removal } from './key-fixes';

export const helperImageVsFlavor = executorRule('helper-image-vs-flavor', ['docker', 'kubernetes'], (visit, report) => {
  const flavor = visit.view.string('helper_image_flavor');
  if (!flavor?.value || !visit.view.string('helper_image')?.value) return;
  report({
    ...flavor.span,
    message: message('helper-image-vs-flavor'),
    link: docsOf(visit, 'helper_image_flavor'),
    tags: ['unnecessary'],
    fixes: () => removal(visit, flavor, true),
  });
});
