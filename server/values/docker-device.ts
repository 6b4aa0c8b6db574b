/**
 * What of the host's devices a container gets: `host[:container[:permissions]]`, split at each colon (parseDeviceString in
 * executors/docker/docker.go); the permissions are read as the container starts. And the rules of its cgroup, which the daemon reads.
 */
import { message } from '../text/message';
import { optionsAt } from './continuations';
import { failing, failingWhole, type Grammar, shown } from './grammar';

/** An item of `devices`. */
export const dockerDevice: Grammar = {
  name: 'docker-device',
  read(text) {
    if (text.trim() === '') return failingWhole(text, message('invalid-value.device.empty'));
    const first = text.indexOf(':');
    const second = first < 0 ? -1 : text.indexOf(':', first + 1);
    if (second < 0) return { problems: [] };
    const third = text.indexOf(':', second + 1);
    if (third >= 0)
      return { problems: [failing({ start: third, end: text.length }, message('invalid-value.device.colons'))] };
    const permissions = text.slice(second + 1);
    if (/^[rwm]+$/.test(permissions)) return { problems: [] };
    const meant = { ro: 'r', rw: 'rw', '': 'rwm' }[permissions.trim().toLowerCase()];
    const repaired = meant ?? (/^[rwm]{1,3}$/i.test(permissions.trim()) ? permissions.trim().toLowerCase() : undefined);
    const span = { start: permissions === '' ? second : second + 1, end: text.length };
    const said = message('invalid-value.device.permissions', { permissions: shown(permissions) });
    return { problems: [failing(span, said, repaired && `${text.slice(0, second)}:${repaired}`)] };
  },
  complete(text, offset) {
    const second = text.indexOf(':', text.indexOf(':') + 1);
    return second <= 0 ? undefined : optionsAt(text, offset, second + 1, /:/, ['rwm', 'rw', 'r', 'w', 'm']);
  },
};

/** An item of `device_cgroup_rules`, as the daemon's expression takes it. */
export const deviceCgroupRule: Grammar = {
  name: 'device-cgroup-rule',
  read(text) {
    if (rule.test(text)) return { problems: [] };
    return failingWhole(text, message('invalid-value.device-cgroup-rule', { text: shown(text) }), meantRule(text));
  },
};

const rule = /^[acb] (?:\d+|\*):(?:\d+|\*) [rwm]{1,3}$/;

function meantRule(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const meant = text.trim().replace(/\s+/g, ' ').replace(/ ?: ?/g, ':').toLowerCase();
  return meant !== text && rule.test(meant) ? meant : undefined;
}

const LONGEST = 200;
