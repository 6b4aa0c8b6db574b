/** Services of `docker-windows` (docs/install/windows.md): jobs reach them on a network of their own alone. */
import { message } from '../../text/message';
import { servicesNeedNetwork } from './services-ff';

export const windowsServicesFf = servicesNeedNetwork(
  'windows-services-ff',
  message('windows-services-ff'),
  ({ executor }) => executor === 'docker-windows',
);
