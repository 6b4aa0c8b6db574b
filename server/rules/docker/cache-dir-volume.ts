/**
 * A directory for caches that no volume keeps: it lies in the container, and is lost with it (docs, advanced configuration: `cache_dir`
 * with Docker). Where caches go to another place they only pass through it.
 */
import { message } from '../../text/message';
import { isWhole } from '../runner/whole';
import { dockerRule, docsOf } from './docker-rule';
import { appending } from './key-fixes';
import { isMounted } from './volume-destination';

export const cacheDirVolume = dockerRule('cache-dir-volume', (visit, report) => {
  const { docker, around, executor } = visit;
  const directory = around.string('cache_dir');
  if (!directory || !executor || executor === 'docker-windows' || !isWhole(visit)) return;
  if (!directory.value.startsWith('/') || around.table('cache')?.string('Type')?.value) return;
  if (docker.flag('disable_cache')?.value || isMounted(docker, directory.value) !== false) return;
  report({
    ...directory.span,
    message: message('cache-dir-volume'),
    link: docsOf(visit, 'volumes'),
    fixes: () => appending(visit, 'volumes', directory.value, true),
  });
});
