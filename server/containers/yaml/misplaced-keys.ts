/**
 * Keys around `runners.config` of the gitlab-runner chart that do nothing. Removed in chart 0.53 (runner 16.0), in favour of
 * the TOML: https://gitlab.com/gitlab-org/gitlab/-/issues/379064. The chart's own values.yaml calls the other ones deprecated;
 * its registration script unsets them for an authentication token.
 */
import { append } from '../../text/append';
import { type Message, message } from '../../text/message';
import type { Problem } from '../../text/problem';
import type { Span } from '../../text/span';
import { isChartValues } from './chart-values';
import { decodeScalar } from './decode';
import { isPlainlyConfiguration } from './places-evidence';
import { entryOf, type YamlEntry, type YamlMap, type YamlNode } from './tree';

/** The keys that the chart no longer reads, with the key of the TOML that does the same, where there is one. */
export const REMOVED: Readonly<Record<string, string | undefined>> = {
  builds: undefined,
  env: 'runners.environment',
  helpers: undefined,
  image: 'runners.kubernetes.image',
  imagePullPolicy: 'runners.kubernetes.pull_policy',
  imagePullSecrets: 'runners.kubernetes.image_pull_secrets',
  namespace: 'runners.kubernetes.namespace',
  nodeSelector: 'runners.kubernetes.node_selector',
  nodeTolerations: 'runners.kubernetes.node_tolerations',
  outputLimit: 'runners.output_limit',
  podAnnotations: 'runners.kubernetes.pod_annotations',
  podLabels: 'runners.kubernetes.pod_labels',
  pod_security_context: 'runners.kubernetes.pod_security_context',
  pollTimeout: 'runners.kubernetes.poll_timeout',
  privileged: 'runners.kubernetes.privileged',
  requestConcurrency: 'runners.request_concurrency',
  serviceAccountName: 'runners.kubernetes.service_account',
  services: 'runners.kubernetes.services',
};
/** The same below `runners.cache`. */
export const REMOVED_OF_CACHE: Readonly<Record<string, string | undefined>> = {
  cachePath: 'runners.cache.Path',
  cacheShared: 'runners.cache.Shared',
  cacheType: 'runners.cache.Type',
  gcsBucketName: 'runners.cache.gcs.BucketName',
  s3BucketLocation: 'runners.cache.s3.BucketLocation',
  s3BucketName: 'runners.cache.s3.BucketName',
  s3CacheInsecure: 'runners.cache.s3.Insecure',
  s3ServerAddress: 'runners.cache.s3.ServerAddress',
};
const REGISTRATION = new Set(['locked', 'maximumTimeout', 'protected', 'runUntagged', 'tags']);
/** The one key below `runners.cache` that the chart still reads. */
const CACHE_SECRET = 'secretName';

/**
 * What is wrong with the keys of a map, which may be the chart's own values, or what an umbrella chart gives it below `name`.
 * Never throws.
 */
export function misplacedKeys(text: string, values: YamlMap, name: string): Problem[] {
  const runners = entryOf(values, 'runners');
  const map = runners?.value?.kind === 'map' ? runners.value : undefined;
  const isChart = isChartValues(values, name);
  const found: Problem[] = [];
  const config = entryOf(values, 'config');
  const below = config && runners && columnOf(text, config.keySpan) > columnOf(text, runners.keySpan);
  if (config && !below && (map || isChart) && isConfigurationText(text, config.value)) {
    const { start, end } = config.keySpan;
    const code = 'chart-config-misplaced';
    found.push({ code, severity: 'warning', start, end, message: message(code) });
  }
  if (map && (isChart || isConfigurationText(text, entryOf(map, 'config')?.value))) append(found, inRunners(text, map));
  return found;
}

function inRunners(text: string, runners: YamlMap): Problem[] {
  const found: Problem[] = [];
  for (const { key, keySpan, value } of runners.entries) {
    if (isEmpty(text, value)) continue;
    if (Object.hasOwn(REMOVED, key)) found.push(removed(keySpan, `runners.${key}`, REMOVED[key]));
    if (REGISTRATION.has(key)) found.push(ofRegistration(keySpan, `runners.${key}`));
    if (key === 'cache' && value?.kind === 'map') append(found, inCache(text, value));
  }
  return found;
}

function inCache(text: string, { entries }: YamlMap): Problem[] {
  return entries
    .filter(({ key }) => key !== CACHE_SECRET)
    .filter((entry) => Object.hasOwn(REMOVED_OF_CACHE, entry.key) || isSurelyName(text, entry))
    .map(({ key, keySpan }) => removed(keySpan, `runners.cache.${key}`, REMOVED_OF_CACHE[key]));
}

/** Whether a key can be named aloud: one that the chart does not know may be a secret that something has made a key of. */
function isSurelyName(text: string, { key, keySpan }: YamlEntry): boolean {
  return columnOf(text, keySpan) > 0 && /^[A-Za-z]\w{0,60}$/.test(key);
}

function removed({ start, end }: Span, key: string, toml: string | undefined): Problem {
  return { code: 'chart-key-removed', severity: 'hint', start, end, message: removedMessage(key, toml) };
}

function removedMessage(key: string, toml: string | undefined): Message {
  if (!toml) return message('chart-key-removed', { key });
  const dot = toml.lastIndexOf('.');
  const table = toml.slice(0, dot);
  const header = table === 'runners' ? '[[runners]]' : `[${table}]`;
  return message('chart-key-removed.moved', { key, name: toml.slice(dot + 1), table: header });
}

function ofRegistration({ start, end }: Span, key: string): Problem {
  const code = 'chart-key-registration';
  return { code, severity: 'hint', start, end, message: message(code, { key }) };
}

/**
 * Where a key begins its line; 0 where it does not. A key below another one that is half-typed, and too far in, is read as
 * one of the map around.
 */
function columnOf(text: string, { start }: Span): number {
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  return text.slice(start - column, start).trim() === '' ? column : 0;
}

/** `builds: {}` and `locked: null` stand in every copy of the chart's values.yaml. */
function isEmpty(text: string, value: YamlNode | undefined): boolean {
  if (!value || (value.kind === 'map' && value.entries.length === 0)) return true;
  return value.kind === 'scalar' && /^(?:null|~|""|'')$/.test(text.slice(value.start, value.end));
}

function isConfigurationText(text: string, node: YamlNode | undefined): boolean {
  const decoded = node?.kind === 'scalar' ? decodeScalar(text, node) : undefined;
  return decoded !== undefined && isPlainlyConfiguration(decoded.text);
}
