/**
 * A credential helper of `DOCKER_AUTH_CONFIG` that is a path: the runner ends the job over it (errPathTraversal in
 * helpers/docker/auth/auth.go).
 */
import { replacements } from '../../meaning/change';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { type AuthConfig, asObject, authConfigKeys, authConfigs, named, objectIn, placeOf } from './auth-config';

export const dockerAuthPathTraversal: Rule<'key'> = {
  code: 'docker-auth-path-traversal',
  scope: 'key',
  on: authConfigKeys,
  check(visit, report) {
    for (const config of authConfigs(visit)) {
      const helper = pathIn(config);
      if (helper === undefined) continue;
      report({
        ...config.spanOf(placeOf(config.text, helper)),
        message: message('docker-auth-path-traversal'),
        link: visit.key?.docs,
        fixes: () => nameAlone(config, helper),
      });
    }
  },
};

/** The first helper that is no name alone. */
function pathIn({ text }: AuthConfig): string | undefined {
  const object = objectIn(text);
  if (!object) return undefined;
  const helpers = [named(object, 'credsStore'), ...Object.values(asObject(named(object, 'credHelpers')) ?? {})];
  return helpers.find((helper): helper is string => typeof helper === 'string' && helper.includes('/'));
}

/** The last part of the path, without what the runner itself puts in front. */
function nameAlone(config: AuthConfig, helper: string) {
  const name = helper.slice(helper.lastIndexOf('/') + 1).replace(/^docker-credential-/, '');
  const written = JSON.stringify(helper);
  if (!/^[\w-]+$/.test(name) || !config.text.includes(written)) return [];
  const { start, end } = config.item;
  const newText = config.written(config.text.replaceAll(written, JSON.stringify(name)));
  const title = message('fix.docker-auth-path-traversal');
  return [{ title, changes: replacements([{ start, end, newText }]), preferred: true }];
}
