/**
 * A Docker daemon as a service whose certificates no job can read. Since 19.03 its image makes them in DOCKER_TLS_CERTDIR, `/certs` where
 * nobody says otherwise, and listens with TLS alone; what a job reads, it writes into `client` there. An empty variable turns TLS off.
 */
import type { TableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { type DockerVisit, dockerRule, docsOf } from './docker-rule';
import { appending } from './key-fixes';
import { daemonVersion, type ServiceEntry, servicesOf } from './services';
import { variableOf } from './variables';
import { isMounted } from './volume-destination';

const FIRST_WITH_TLS = 19;

export const dindTlsVolume = dockerRule('dind-tls-volume', (visit, report) => {
  const { docker, executor } = visit;
  if (executor === 'docker-windows' || !hasPrivileges(docker)) return;
  const daemon = servicesOf(docker).find(isWithTls);
  const directory = daemon && certificatesOf(visit, daemon);
  if (!directory || isMounted(docker, directory) !== false) return;
  report({
    ...daemon.name.span,
    message: message('dind-tls-volume', { directory }),
    link: docsOf(visit, 'volumes'),
    fixes: () => appending(visit, 'volumes', directory, true),
  });
});

function hasPrivileges(docker: TableView): boolean {
  return (docker.flag('services_privileged') ?? docker.flag('privileged'))?.value ?? false;
}

/** A daemon that nobody starts in a way of their own. */
function isWithTls({ name, table }: ServiceEntry): boolean {
  const version = daemonVersion(name.value);
  return (
    version !== false &&
    (version ?? FIRST_WITH_TLS) >= FIRST_WITH_TLS &&
    !table.has('command') &&
    !table.has('entrypoint')
  );
}

/** Where the client's certificates are; undefined without TLS. */
function certificatesOf({ around }: DockerVisit, { table }: ServiceEntry): string | undefined {
  const set = variableOf(table, 'DOCKER_TLS_CERTDIR') ?? variableOf(around, 'DOCKER_TLS_CERTDIR');
  if (!set) return '/certs/client';
  return set.value.startsWith('/') ? `${set.value.replace(/\/$/, '')}/client` : undefined;
}
