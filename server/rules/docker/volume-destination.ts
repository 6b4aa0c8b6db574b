/** Whether the entries of `volumes` mount a directory of the containers. */
import type { TableView } from '../../meaning/table-view';
import { dockerVolume } from '../../values/docker-volume';
import { cleanedPath } from '../../values/docker-volume-linux';

/** Whether a directory, or one around it, is mounted; undefined where a variable may say so, or an entry cannot be read. */
export function isMounted(docker: TableView, directory: string): boolean | undefined {
  const list = docker.list('volumes');
  const destinations = list?.value.map(({ value }) => dockerVolume.read(value).value?.destination) ?? [];
  const wanted = `${cleanedPath(directory)}/`;
  if (destinations.some((each) => each !== undefined && wanted.startsWith(`${cleanedPath(each)}/`))) return true;
  if (directory.includes('$') || (docker.has('volumes') && !list)) return undefined;
  return destinations.some((each) => each === undefined || each.includes('$')) ? undefined : false;
}
