/** A name in `services_devices` that is no pattern: each job with a service fails (executors/docker/docker.go, getServicesDevices). */
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const dockerServicesDevicesGlob: Rule<'key'> = {
  code: 'docker-services-devices-glob',
  scope: 'key',
  on: ['runners[].docker.services_devices'],
  check({ key, member }, report) {
    if (member.node.type !== 'table') return;
    for (const { name, key: place } of member.node.members.values()) {
      if (isPattern(name)) continue;
      report({
        start: place.start,
        end: place.end,
        message: message('docker-services-devices-glob'),
        link: key?.docs,
      });
    }
  },
};

/** Whether brackets, braces and backslashes are whole (doublestar, ValidatePattern). */
function isPattern(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    if (sign === '\\') index++;
    if (sign === '[') index = endOfClass(text, index);
    if (depth < 0 || index < 0 || index >= text.length) return false;
  }
  return depth === 0;
}

/** The bracket that closes a class; -1 where there is none, or nothing in it. */
function endOfClass(text: string, start: number): number {
  const first = /[!^]/.test(text[start + 1] ?? '') ? start + 2 : start + 1;
  return text[first] === ']' ? -1 : text.indexOf(']', first);
}
