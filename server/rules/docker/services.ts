/** The services of a runner as the Docker executor starts them. */
import type { Located, TableView } from '../../meaning/table-view';

export interface ServiceEntry {
  readonly name: Located<string>;
  readonly table: TableView;
}

/** The services that have a name; the runner skips one without. */
export function servicesOf(docker: TableView): ServiceEntry[] {
  return docker.tables('services').flatMap((table) => {
    const name = table.string('name');
    return name?.value ? [{ name, table }] : [];
  });
}

/** No reference to an image is longer. */
const LONGEST = 400;

/**
 * The version of a Docker daemon in a service: `27` of `docker:27-dind`, undefined in `docker:dind`, which is the newest. False for
 * any other image, and for the daemon without root, which has settings of its own.
 */
export function daemonVersion(image: string): number | undefined | false {
  const match =
    image.length <= LONGEST &&
    /(?:^|\/)docker:(?:(\d+)(?!\d)[^@/]*-)?dind(?![^@]*rootless)(?:-[^@/]*)?(?:@|$)/.exec(image);
  if (!match) return false;
  return match[1] === undefined ? undefined : Number(match[1]);
}
