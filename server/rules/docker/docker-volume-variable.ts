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
/** An entry whose source, or whose destination, begins with one or holds it. */
const IN_SOURCE = new RegExp(`^[^:]*?(${OF_JOB.source})[^:]*:`);
const AT_DESTINATION = new RegExp(`^(?:[^:]*:)?(${OF_JOB.source})`);

export const dockerVolumeVariable = dockerRule('docker-volume-variable', (visit, report) => {
  const { docker, document, executor } = visit;
  const list = docker.list('volumes');
  if (!list || document.isTemplate || executor === 'docker-windows') return;
  const node = list.member.node.type === 'value' ? list.member.node.value : undefined;
  for (const item of node?.type === 'array' ? node.items : []) {
    if (item.type !== 'string' || !item.value.includes('$')) continue;
    const place = placeOf(item);
    if (!place) continue;
    const { start, end, isSource } = place;
    const isDirectory = isSource && item.value.startsWith('/');
    report({
      ...spanInString(document.text, item, { start, end }),
      ...(!isDirectory && { severity: 'error', loads: true }),
      message: message(`docker-volume-variable.${isDirectory ? 'directory' : isSource ? 'source' : 'destination'}`),
      link: docsOf(visit, 'volumes'),
      fixes: () => (isSource ? [] : [changeTo(item, `${item.value.slice(0, start)}/${item.value.slice(start)}`)]),
    });
  }
});

function placeOf({ value }: StringValue) {
  const source = IN_SOURCE.exec(value);
  const found = source ?? AT_DESTINATION.exec(value);
  const variable = found?.[1];
  if (!found || variable === undefined) return undefined;
  const start = value.indexOf(variable, source ? 0 : found[0].length - variable.length);
  return { start, end: start + variable.length, isSource: source !== null };
}
