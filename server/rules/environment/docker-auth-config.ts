/**
 * A `DOCKER_AUTH_CONFIG` that the runner cannot use: no JSON, no credentials, or one that is not Base64. It says so in the log of each job
 * and goes on without (AllConfigs in helpers/docker/auth/auth.go; LoadFromReader of docker/cli).
 */
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import type { KeyVisit } from '../../meaning/visit';
import { type Message, message } from '../../text/message';
import type { Found, Rule } from '../rule';
import { type AuthConfig, asObject, authConfigKeys, authConfigs, named, objectIn, placeOf } from './auth-config';

export const dockerAuthConfig: Rule<'key'> = {
  code: 'docker-auth-config',
  scope: 'key',
  on: authConfigKeys,
  check(visit, report) {
    for (const config of authConfigs(visit)) {
      const found = problemOf(config);
      if (found) report({ ...found, link: linkOf(visit) });
    }
  },
};

function linkOf({ key }: KeyVisit): string | undefined {
  return key?.docs;
}

function problemOf(config: AuthConfig): Found | undefined {
  const { text, item } = config;
  // An empty text is no credentials, and none are missed.
  if (text.trim() === '') return undefined;
  const object = objectIn(text);
  const { start, end } = item;
  if (!object) {
    if (endsAfterObject(text)) return undefined;
    return { start, end, message: message('docker-auth-config.json'), fixes: () => asJson(config) };
  }
  const auths = named(object, 'auths');
  if (auths === undefined && !named(object, 'credsStore') && !named(object, 'credHelpers')) {
    return { start, end, message: message('docker-auth-config.none'), fixes: () => inAuths(config, object) };
  }
  if (auths !== undefined && !asObject(auths)) return { start, end, message: message('docker-auth-config.none') };
  return authProblem(config, asObject(auths) ?? {});
}

/** Go reads one value, and nothing behind it. */
function endsAfterObject(text: string): boolean {
  const end = text.lastIndexOf('}');
  return end > 0 && end < text.length - 1 && objectIn(text.slice(0, end + 1)) !== undefined;
}

function authProblem(config: AuthConfig, auths: Readonly<Record<string, unknown>>): Found | undefined {
  for (const credentials of Object.values(auths)) {
    const auth = named(asObject(credentials) ?? {}, 'auth');
    if (typeof auth !== 'string' || auth === '' || isEncoded(auth) || isLeftOut(auth)) continue;
    return {
      ...config.spanOf(placeOf(config.text, auth)),
      message: message('docker-auth-config.auth'),
      fixes: () => encoded(config, auth),
    };
  }
  return undefined;
}

/** `user:password` in Base64, padded as Go wants it. */
function isEncoded(text: string): boolean {
  const digits = text.replace(/[\r\n]/g, '');
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return false;
  return /^[^:]+:/s.test(atob(digits));
}

/** What stands for something that is left out. */
function isLeftOut(text: string): boolean {
  return /^(?:\W+|x+)$/i.test(text) || /^(?:redacted|[([])/i.test(text) || text.includes('...');
}

function fix(config: AuthConfig, title: Message, text: string): Fix {
  const { start, end } = config.item;
  return { title, changes: replacements([{ start, end, newText: config.written(text) }]), preferred: true };
}

/** JSON with the quotes that JSON has, or without those around it. */
function asJson(config: AuthConfig): Fix[] {
  const text = config.text.trim();
  const meant = [
    text.replaceAll('\\"', '"'),
    text.replaceAll("'", '"'),
    text.slice(1, -1).replaceAll('\\"', '"'),
    text.replace(/,(?=\s*[}\]])/g, ''),
  ].find((each) => objectIn(each) !== undefined);
  return meant === undefined ? [] : [fix(config, message('fix.docker-auth-config.json'), meant)];
}

/** Registries that stand where `auths` should. */
function inAuths(config: AuthConfig, object: Readonly<Record<string, unknown>>): Fix[] {
  const entries = Object.values(object);
  const areRegistries = entries.length > 0 && entries.every((entry) => asObject(entry)?.auth !== undefined);
  return areRegistries ? [fix(config, message('fix.docker-auth-config.none'), `{"auths":${config.text.trim()}}`)] : [];
}

function encoded(config: AuthConfig, auth: string): Fix[] {
  const written = JSON.stringify(auth);
  const isPlain = /^[\x21-\x39\x3b-\x7e]+:[\x20-\x7e]+$/.test(auth) && config.text.split(written).length === 2;
  if (!isPlain) return [];
  return [
    fix(
      config,
      message('fix.docker-auth-config.auth'),
      config.text.replace(written, () => JSON.stringify(btoa(auth))),
    ),
  ];
}
