/** Where the entries of `volumes` mount something in a container. */
import type { TableView } from '../../meaning/table-view';

/** The directory in the container, without a slash at its end. An entry is `destination`, `source:destination`, with options behind it. */
function destinationOf(entry: string): string {
  const [first = '', second = ''] = entry.split(':');
  return (/^[/$]/.test(second) ? second : first).replace(/(?<!\/)\/+$/, '');
}

/** Whether a directory, or one around it, is mounted; undefined where a variable may say so. */
export function isMounted(docker: TableView, directory: string): boolean | undefined {
  const entries = docker.list('volumes')?.value ?? [];
  const wanted = `${directory.replace(/(?<!\/)\/+$/, '')}/`;
  if (entries.some(({ value }) => wanted.startsWith(`${destinationOf(value)}/`))) return true;
  const isKnown = !directory.includes('$') && entries.every(({ value }) => !destinationOf(value).includes('$'));
  return isKnown && !(docker.has('volumes') && !docker.list('volumes')) ? false : undefined;
}
