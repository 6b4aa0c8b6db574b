/**
 * A daemon that is reached over a network without TLS: whoever reaches it, too, is root of that host (docs.docker.com, protect the daemon).
 * A name of one word is that of a container beside the runner, and 2376 has a finding of its own.
 */
import { message } from '../../text/message';
import { dockerRule, docsOf } from './docker-rule';

export const dockerHostPlainTcp = dockerRule('docker-host-plain-tcp', (visit, report) => {
  const { docker, executor } = visit;
  if (executor === 'docker+machine' || executor === 'docker-autoscaler' || docker.flag('tls_verify')?.value) return;
  const host = docker.string('host');
  const match = /^(?:tcp|http):\/\/(\[[^\]]*\]|[^:/[\]]+)(?::(\d+))?\/?$/i.exec(host?.value ?? '');
  if (!host || !match || match[2] === '2376' || isNear(match[1] ?? '')) return;
  report({ ...host.span, message: message('docker-host-plain-tcp'), link: docsOf(visit, 'tls_verify') });
});

function isNear(host: string): boolean {
  return !/[.:]/.test(host) || /^(?:127\.|\[::1\]$|host\.docker\.internal$)|\.localhost$/i.test(host);
}
