/**
 * Keys around `runners.config` of the gitlab-runner chart that do nothing. Removed in chart 0.53 (runner 16.0), in favour of
 * the TOML: https://gitlab.com/gitlab-org/gitlab/-/issues/379064. The chart's own values.yaml calls the other ones deprecated;
 * its registration script unsets them for an authentication token.
 */
import type { Span } from '../../text/span';
import { isChartValues } from './chart-values';
import { decodeScalar } from './decode';
import { yamlDocuments } from './documents';
import { isNestedYaml } from './places';
import { isPlainlyConfiguration } from './places-evidence';
import { entryOf, type YamlMap, type YamlNode } from './tree';

export interface Misplacement {
  /** The key in the file. */
  readonly span: Span;
  /** As a reader calls it: `runners.cache.cacheType`. */
  readonly key: string;
  /** The key of the TOML that does the same, dotted. */
  readonly toml?: string | undefined;
  readonly messageId: /** The chart no longer reads it; the TOML of `config` is the place. */
    | 'chart-key-removed'
    /** Only works with a registration token, which GitLab no longer gives; set on the server. */
    | 'chart-key-registration'
    /** The chart reads `runners.config`; a `config` beside `runners` it ignores. */
    | 'chart-config-misplaced';
}

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
const DEEPEST_NESTING = 3;
const DEEPEST = 100;

/** The keys of chart values that do nothing, in the order of the file. Never throws. */
export function chartMisplacements(text: string): Misplacement[] {
  return misplacementsIn(text, 0);
}

function misplacementsIn(text: string, nesting: number): Misplacement[] {
  const found: Misplacement[] = [];
  const visit = (node: YamlNode | undefined, path: readonly string[]): void => {
    if (path.length > DEEPEST) return;
    if (node?.kind === 'sequence') for (const item of node.items) visit(item, path);
    if (node?.kind === 'map') {
      found.push(...inValues(text, node, path.at(-1) ?? ''));
      for (const entry of node.entries) visit(entry.value, [...path, entry.key]);
    }
    if (node?.kind !== 'scalar' || nesting >= DEEPEST_NESTING) return;
    if (!isNestedYaml({ source: text, path, maps: [], style: node.style })) return;
    const decoded = decodeScalar(text, node);
    for (const inner of decoded ? misplacementsIn(decoded.text, nesting + 1) : []) {
      const start = decoded?.map.toHost(inner.span.start) ?? 0;
      found.push({ ...inner, span: { start, end: decoded?.map.toHost(inner.span.end) ?? start } });
    }
  };
  for (const document of yamlDocuments(text)) visit(document.root, []);
  return found.sort((one, other) => one.span.start - other.span.start);
}

/** `values` may be the chart's own, or what an umbrella chart gives it below `name`. */
function inValues(text: string, values: YamlMap, name: string): Misplacement[] {
  const runners = entryOf(values, 'runners');
  const map = runners?.value?.kind === 'map' ? runners.value : undefined;
  const isChart = isChartValues(values, name);
  const found: Misplacement[] = [];
  const config = entryOf(values, 'config');
  const below = config && runners && columnOf(text, config.keySpan) > columnOf(text, runners.keySpan);
  if (config && !below && (map || isChart) && isConfigurationText(text, config.value)) {
    found.push({ span: config.keySpan, key: 'config', messageId: 'chart-config-misplaced' });
  }
  if (map && (isChart || isConfigurationText(text, entryOf(map, 'config')?.value))) found.push(...inRunners(text, map));
  return found;
}

function inRunners(text: string, runners: YamlMap): Misplacement[] {
  const found: Misplacement[] = [];
  for (const { key, keySpan, value } of runners.entries) {
    if (isEmpty(text, value)) continue;
    if (Object.hasOwn(REMOVED, key))
      found.push({ span: keySpan, key: `runners.${key}`, toml: REMOVED[key], messageId: 'chart-key-removed' });
    if (REGISTRATION.has(key))
      found.push({ span: keySpan, key: `runners.${key}`, messageId: 'chart-key-registration' });
    if (key !== 'cache' || value?.kind !== 'map') continue;
    for (const entry of value.entries) {
      if (entry.key === CACHE_SECRET) continue;
      const toml = REMOVED_OF_CACHE[entry.key];
      found.push({ span: entry.keySpan, key: `runners.cache.${entry.key}`, toml, messageId: 'chart-key-removed' });
    }
  }
  return found;
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
