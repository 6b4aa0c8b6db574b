/** Services of a runner that uses Podman (docs/executors/docker.md): it has no links between containers. */
import { message } from '../../text/message';
import { servicesNeedNetwork } from './services-ff';

export const podmanServicesFf = servicesNeedNetwork('podman-services-ff', message('podman-services-ff'), ({ docker }) =>
  /podman/i.test(docker.string('host')?.value ?? ''),
);
