/**
 * A GitLab on the machine of the runner, for jobs in containers: a container that clones from `localhost` asks itself. With
 * `clone_url` it clones from elsewhere, and with the network of the host it is right; `extra_hosts` may change a name.
 */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { hostOf, isLocal } from './addresses';

/** Ports where nothing answers: tests have them for an address that fails. */
const OF_NOBODY = /^https?:\/\/[^/?#]*:[019](?:[/?#]|$)/i;
const IN_CONTAINERS = ['docker', 'docker-windows', 'docker+machine', 'docker-autoscaler', 'kubernetes'];

export const urlLocalhost: Rule<'runner'> = {
  code: 'url-localhost',
  scope: 'runner',
  check({ runner, schema }, report) {
    const view = tableView(runner);
    const executor = view.string('executor')?.value;
    const url = view.string('url');
    if (!executor || !url || !IN_CONTAINERS.includes(executor)) return;
    const host = hostOf(url.value);
    if (host === undefined || !isLocal(host) || OF_NOBODY.test(url.value) || view.has('clone_url')) return;
    const docker = view.table('docker');
    if (docker?.string('network_mode')?.value === 'host' || docker?.has('extra_hosts')) return;
    const kubernetes = view.table('kubernetes');
    if (kubernetes?.flag('host_network')?.value || kubernetes?.has('host_aliases')) return;
    report({
      ...url.span,
      message: message('url-localhost', { host }),
      link: schema.children.get('clone_url')?.docs,
    });
  },
};
