/**
 * A variable of the job in `volumes` where the runner puts none in: it cuts an entry before it expands anything, and then the destination
 * alone (executors/docker/internal/volumes/parser/linux_parser.go, manager.go). Only `CI_` variables are of jobs for sure.
 */
import { spanInString } from '../../meaning/string-span';
import { message } from '../../text/message';
import type { StringValue } from '../../toml/syntax';
import { dockerRule, docsOf } from './docker-rule';
import { changeTo } from './key-fixes';

const OF_JOB = /\$(?:\{CI_[A-Z0-9_]+\}|CI_[A-Z0-9_]+)/;
const AT_START = new RegExp(`^(?:${OF_JOB.source})`);

export const dockerVolumeVariable = dockerRule('docker-volume-variable', (visit, report) => {
  const { docker, source, executor } = visit;
  const list = docker.list('volumes');
  if (!list || source.isTemplate || executor === 'docker-windows') return;
  const node = list.member.node.type === 'value' ? list.member.node.value : undefined;
  for (const item of node?.type === 'array' ? node.items : []) {
    if (item.type !== 'string' || !item.value.includes('$')) continue;
    const place = placeOf(item);
    if (!place) continue;
    const { start, end, isSource } = place;
    const isDirectory = isSource && item.value.startsWith('/');
    report({
      ...spanInString(source.text, item, { start, end }),
      ...(!isDirectory && { severity: 'error', loads: true }),
      message: message(`docker-volume-variable.${isDirectory ? 'directory' : isSource ? 'source' : 'destination'}`),
      link: docsOf(visit, 'volumes'),
      fixes: () => (isSource ? [] : [changeTo(item, `${item.value.slice(0, start)}/${item.value.slice(start)}`)]),
    });
  }
});

/** Where one stands in the source of an entry, or begins its destination. */
function placeOf({ value }: StringValue) {
  const destination = value.indexOf(':') + 1;
  const inSource = destination === 0 ? null : OF_JOB.exec(value.slice(0, destination));
  const found = inSource ?? AT_START.exec(value.slice(destination));
  if (!found) return undefined;
  const start = inSource ? found.index : destination;
  return { start, end: start + found[0].length, isSource: inSource !== null };
}
