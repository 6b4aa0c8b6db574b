/** Docker's socket among what is mounted. */
import type { Located, TableView } from '../../meaning/table-view';

/** The entry of `volumes` that mounts it, of Docker with root or without. */
export function socketOf(docker: TableView): Located<string> | undefined {
  return docker.list('volumes')?.value.find(({ value }) => /\/docker\.sock(?::|$)/.test(value));
}
