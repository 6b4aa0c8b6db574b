/**
 * TLS and the address of the daemon that do not go together. With `tls_verify` the client speaks TLS to a socket, too, and each job
 * fails with "server gave HTTP response to HTTPS client" (helpers/docker/options.go). Without a host it is the one of DOCKER_HOST, most
 * often the socket. Port 2376 is the one that speaks TLS. Autoscaled instances have addresses of their own.
 */
import { message } from '../../text/message';
import type { Report } from '../rule';
import { type DockerVisit, dockerRule, docsOf } from './docker-rule';
import { setting } from './key-fixes';

export const tlsVerifyWithoutCertPath = dockerRule('tls-verify-without-cert-path', (visit, report) => {
  if (visit.executor === 'docker+machine' || visit.executor === 'docker-autoscaler') return;
  if (visit.docker.flag('tls_verify')?.value) withTls(visit, report);
  else withoutTls(visit, report);
});

function withTls(visit: DockerVisit, report: Report): void {
  const { docker } = visit;
  const verify = docker.flag('tls_verify');
  const host = docker.string('host');
  if (!verify) return;
  const link = docsOf(visit, 'tls_verify');
  const fixes = () => setting(visit, 'tls_verify', false, true);
  if (/^(?:unix|npipe):/i.test(host?.value ?? '')) {
    report({ ...verify.span, message: message('tls-verify-without-cert-path.socket'), link, fixes });
  } else if (!host?.value && !docker.string('tls_cert_path')?.value && visit.executor !== undefined) {
    report({
      ...verify.span,
      severity: 'warning',
      message: message('tls-verify-without-cert-path.no-host'),
      link,
      fixes,
    });
  } else if (host?.value && !docker.string('tls_cert_path')?.value) {
    report({ ...verify.span, severity: 'hint', message: message('tls-verify-without-cert-path'), link });
  }
}

function withoutTls(visit: DockerVisit, report: Report): void {
  const host = visit.docker.string('host');
  if (!host || !/^tcp:\/\/[^/]*:2376\/?$/i.test(host.value)) return;
  report({
    ...host.span,
    severity: 'warning',
    message: message('tls-verify-without-cert-path.plain'),
    link: docsOf(visit, 'tls_verify'),
    fixes: () => setting(visit, 'tls_verify', true),
  });
}
