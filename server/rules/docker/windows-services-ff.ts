/** Services of `docker-windows` (docs/executors/docker.md): Windows links no containers, so jobs find no service. */
import { message } from '../../text/message';
import { servicesNeedNetwork } from './services-ff';

export const windowsServicesFf = servicesNeedNetwork(
  'windows-services-ff',
  message('windows-services-ff'),
  ({ executor }) => executor === 'docker-windows',
);
