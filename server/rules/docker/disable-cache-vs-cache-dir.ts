/** A directory of the host for volumes that keep nothing: without the cache it is not used (executors/docker/internal/volumes/manager.go). */
import { message } from '../../text/message';
import { dockerRule, docsOf } from './docker-rule';
import { removal } from './key-fixes';

export const disableCacheVsCacheDir = dockerRule('disable-cache-vs-cache-dir', (visit, report) => {
  const directory = visit.docker.string('cache_dir');
  if (!directory?.value || !visit.docker.flag('disable_cache')?.value) return;
  report({
    ...directory.span,
    message: message('disable-cache-vs-cache-dir'),
    link: docsOf(visit, 'cache_dir'),
    tags: ['unnecessary'],
    fixes: () => removal(visit, directory, true),
  });
});
