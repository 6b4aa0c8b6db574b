/**
 * A volume with a path of Linux in a runner for Windows. The daemon decides which of its two grammars the runner reads volumes by, and one
 * of Windows takes drives and pipes alone (executors/docker/internal/volumes/parser/windows_parser.go).
 */
import { message } from '../../text/message';
import { readLinuxVolume } from '../../values/docker-volume-linux';
import { readWindowsVolume } from '../../values/docker-volume-windows';
import { dockerRule, docsOf } from './docker-rule';
import { changeTo } from './key-fixes';

export const dockerVolumeSpec = dockerRule('docker-volume-spec', (visit, report) => {
  if (visit.executor !== 'docker-windows') return;
  for (const { value, span } of visit.docker.list('volumes')?.value ?? []) {
    if (readWindowsVolume(value).problems.length === 0 || readLinuxVolume(value).problems.length > 0) continue;
    report({
      ...span,
      message: message('docker-volume-spec'),
      link: docsOf(visit, 'volumes'),
      fixes: () => (/^(?:\/[\w.-]+)+\/?$/.test(value) ? [changeTo(span, `C:${value.replaceAll('/', '\\')}`)] : []),
    });
  }
});
