/** The secrets in clear in the value of a key: where they stand, and what keeps them out of the file. */
import { spanInString } from '../../meaning/string-span';
import type { KeyVisit } from '../../meaning/visit';
import { isReached } from '../../schema/version';
import { isInClear, isRunnerToken, isSecretName, isSecretValue, passwordIn } from '../../text/clear-text';
import type { Span } from '../../text/span';
import type { Node } from '../../toml/model';
import type { StringValue } from '../../toml/syntax';
import { asObject, named, objectIn } from '../environment/auth-config';

/** What keeps a secret out of the file. */
export type Advice =
  | 'environment'
  | 'deployment'
  | 'chart'
  | 'chartCache'
  | 'operator'
  | 'operatorCache'
  | 'awsIdentity'
  | 'credentialsFile'
  | 'azureIdentity'
  | 'keyFile'
  | 'serviceAccount'
  | 'variable'
  | 'registryLogin'
  | 'driver'
  | 'dsn';

export interface Secret extends Span {
  readonly advice: Advice;
}

/** The settings of a plugin, whose names are its own. */
export const PLUGIN_CONFIG = 'runners[].autoscaler.plugin_config';

/** The secrets of a key. */
export function secretsIn(visit: KeyVisit): Secret[] {
  const { key, member } = visit;
  if (key?.path === PLUGIN_CONFIG) return inTable(visit, member.node);
  if (key?.secret === 'entries') return inEntries(visit, member.node);
  const value = stringOf(member.node);
  if (!key || !value || !isSecret(key.path, value.value)) return [];
  return [{ start: value.start, end: value.end, advice: adviceFor(visit) }];
}

function stringOf(node: Node): StringValue | undefined {
  return node.type === 'value' && node.value.type === 'string' ? node.value : undefined;
}

/** Letters of an access key of AWS, at least. */
const SHORTEST_ACCESS_KEY = 16;

function isSecret(path: string, text: string): boolean {
  if (path === 'runners[].token') return isRunnerToken(text);
  // A shorter one is the name of a user of MinIO.
  if (path === 'runners[].cache.s3.AccessKey') return text.length >= SHORTEST_ACCESS_KEY && isInClear(text);
  // What Sentry calls the public key of a DSN is none; those of old had a secret one behind it.
  return isInClear(path === 'sentry_dsn' ? (passwordIn(text) ?? '') : text);
}

/** Entries whose name tells of a secret, and addresses with a password in them. */
function inEntries({ member, source, context, key }: KeyVisit, node: Node): Secret[] {
  if (node.type !== 'value' || node.value.type !== 'array' || member.node !== node) return [];
  const advice: Advice = key?.name === 'MachineOptions' ? 'driver' : 'variable';
  return node.value.items.flatMap((item) => {
    if (item.type !== 'string') return [];
    const from = item.value.indexOf('=') + 1;
    if (from <= 1) return [];
    const name = item.value.slice(0, from - 1);
    const found = inEntry(name, item.value.slice(from), context.schema.newest().secretWords);
    if (!found) return [];
    const part = { start: from + found.start, end: from + found.end };
    return [{ ...spanInString(source.text, item, part), advice: name === AUTH_CONFIG ? 'registryLogin' : advice }];
  });
}

const AUTH_CONFIG = 'DOCKER_AUTH_CONFIG';

/** The secret part of the value of an entry. */
function inEntry(name: string, value: string, secretWords: readonly string[]): Span | undefined {
  const whole = { start: 0, end: value.length };
  if (name === AUTH_CONFIG) return holdsLogin(value) ? whole : undefined;
  const password = passwordIn(value);
  if (password !== undefined && isInClear(password)) {
    const start = value.lastIndexOf(`${password}@`);
    return { start, end: start + password.length };
  }
  return isSecretName(name, secretWords) && isSecretValue(value) ? whole : undefined;
}

/** Whether a configuration of registries logs in at one of them. */
function holdsLogin(text: string): boolean {
  const auths = asObject(named(objectIn(text) ?? {}, 'auths')) ?? {};
  return Object.values(auths).some((login) =>
    ['auth', 'password', 'identitytoken', 'registrytoken'].some((name) => {
      const value = named(asObject(login) ?? {}, name);
      return typeof value === 'string' && isInClear(value);
    }),
  );
}

/** Texts of a table whose name tells of a secret. */
function inTable({ context }: KeyVisit, node: Node): Secret[] {
  if (node.type !== 'table') return [];
  const { secretWords } = context.schema.newest();
  return [...node.members.values()].flatMap((member) => {
    const value = stringOf(member.node);
    if (!value || !isSecretName(member.name, secretWords) || !isSecretValue(value.value)) return [];
    return [{ start: value.start, end: value.end, advice: 'deployment' as const }];
  });
}

/** What keeps the value of a key out of the file, by its path. */
const ADVICE: Readonly<Record<string, Advice>> = {
  sentry_dsn: 'dsn',
  'runners[].cache.s3.AccessKey': 'awsIdentity',
  'runners[].cache.s3.SecretKey': 'awsIdentity',
  'runners[].cache.s3.SessionToken': 'awsIdentity',
  'runners[].cache.gcs.PrivateKey': 'credentialsFile',
  'runners[].cache.azure.AccountKey': 'azureIdentity',
  'runners[].ssh.password': 'keyFile',
  'runners[].kubernetes.bearer_token': 'serviceAccount',
};

/** Since then the runner takes the token out of its environment (common/config.go, loadConfig). */
const TOKEN_EXPANDED_SINCE = '18.10';

function adviceFor({ key, source, context }: KeyVisit): Advice {
  const { owner } = source.traits;
  const path = key?.path ?? '';
  if (owner !== 'runner' && path === 'runners[].token') return owner;
  if (owner !== 'runner' && path.startsWith('runners[].cache.')) return `${owner}Cache`;
  if (path === 'runners[].token')
    return isReached(context.schema.version, TOKEN_EXPANDED_SINCE) ? 'environment' : 'deployment';
  return ADVICE[path] ?? 'deployment';
}
