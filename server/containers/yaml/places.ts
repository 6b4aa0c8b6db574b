/** Which keys of a YAML file lead to a runner configuration: `checks.json` of the facts, part `embedding`. */

import type { Role } from '../traits';
import { isChartRunners, isChartValues } from './chart-values';
import {
  hasGlobals,
  hasRunners,
  hasToken,
  holdsConfiguration,
  isPlainlyConfiguration,
  mayBeConfiguration,
  readsAsToml,
} from './places-evidence';
import { entryOf, type ScalarStyle, scalarSource, type YamlMap, type YamlNode } from './tree';

/** Where the text lives; that decides what it means. See the facts: checks.json, part `embedding`. */
export type YamlPlace =
  /** `runners.config` of the gitlab-runner chart, also below `gitlab-runner:` in an umbrella chart. A registration template. */
  | 'chart-config'
  /** `config.template.toml` and the like of a ConfigMap or Secret. A registration template. */
  | 'template-data'
  /** `config.toml` of a ConfigMap or Secret: a whole configuration. */
  | 'config-data'
  /** A ConfigMap of a Runner of the operator: the one that it names (a template), or the one that the operator makes (globals). */
  | 'operator-config'
  /** Any other block scalar whose text is plainly a runner configuration. */
  | 'yaml-text';

export interface FoundPlace {
  readonly place: YamlPlace;
  readonly role: Role | undefined;
  /** The chart rendered the ConfigMap: what belongs to a runner is set in the chart's values. */
  readonly rendered?: boolean;
}

/** What is known of a scalar before and after it is decoded. */
export interface ScalarPlace {
  readonly source: string;
  /** The keys that lead to it; the items of sequences have none. */
  readonly path: readonly string[];
  /** The maps that it is in, the outermost first. */
  readonly maps: readonly YamlMap[];
  readonly style: ScalarStyle;
}

/** ConfigMaps that the Runners of the operator in a file have, by name. */
export interface RunnerConfigMaps {
  /** Named in `spec.config`: a registration template. */
  readonly named: ReadonlySet<string>;
  /** Made by the operator: globals. */
  readonly made: ReadonlySet<string>;
}

/** The name of a ConfigMap and the key of its data that say that it is the runner's. */
const OWN_NAME = /gitlab[-_. ]?runner/i;
const OWN_DATA_KEY = /^(?:custom-)?config(?:[-._]template)?\.toml$/i;
const CONFIG_DATA_KEY = /(?:^|[-._])config\.toml$/i;
const TEMPLATE_DATA_KEY = /\.toml$(?<=template[^/]*\.toml)/i;
/** YAML as text: Argo CD's `helm.values`, `valuesContent` of k3s, `values.yaml` of a ConfigMap that Flux or Fleet reads. */
const NESTED_KEY = /^(?:values|valuesContent|valuesYaml|.*\.ya?ml)$/;

/** Whether the text of the scalar is YAML itself, with places of its own. */
export function isNestedYaml({ path, style }: ScalarPlace): boolean {
  return style !== 'plain' && NESTED_KEY.test(path.at(-1) ?? '');
}

/** The place of a scalar with this text; undefined when it is no runner configuration. */
export function placeOf(scalar: ScalarPlace, text: string, ofRunners: RunnerConfigMaps): FoundPlace | undefined {
  const { path, style } = scalar;
  const key = path.at(-1) ?? '';
  const block = style === 'literal' || style === 'folded';
  if (key === 'config' && path.at(-2) === 'runners') {
    const ours = holdsConfiguration(text) || (block && (isOfChart(scalar) ? readsAsToml : mayBeConfiguration)(text));
    return ours ? { place: 'chart-config', role: 'template' } : undefined;
  }
  const data = dataMap(scalar);
  if (data && /\.toml$/i.test(key)) return dataPlace(scalar, text, data, ofRunners);
  return block && isPlainlyConfiguration(text) ? { place: 'yaml-text', role: undefined } : undefined;
}

/** Whether other keys beside `runners.config` are the chart's, too. */
function isOfChart({ path, maps }: ScalarPlace): boolean {
  return isChartRunners(maps.at(-1)) || isChartValues(maps.at(-2), path.at(-3));
}

/** A ConfigMap or Secret, and its `data` or `stringData`. */
interface DataMap {
  readonly resource: YamlMap | undefined;
  readonly data: YamlMap | undefined;
}

/** The ConfigMap or Secret in whose data the scalar stands; `data` of a Secret is base64. */
function dataMap({ source, path, maps }: ScalarPlace): DataMap | undefined {
  const section = path.at(-2);
  if (section !== 'data' && section !== 'stringData') return undefined;
  const resource = maps.at(-2);
  const kind = scalarSource(source, entryOf(resource, 'kind')?.value);
  return kind === 'Secret' && section === 'data' ? undefined : { resource, data: maps.at(-1) };
}

function dataPlace(
  scalar: ScalarPlace,
  text: string,
  { resource, data }: DataMap,
  { named, made }: RunnerConfigMaps,
): FoundPlace | undefined {
  const key = scalar.path.at(-1) ?? '';
  const isTemplate = TEMPLATE_DATA_KEY.test(key);
  const metadata = entryOf(resource, 'metadata')?.value;
  const name = scalarSource(scalar.source, entryOf(metadata, 'name')?.value) ?? '';
  if (!holdsConfiguration(text)) {
    const usual = isTemplate || CONFIG_DATA_KEY.test(key);
    const block = scalar.style === 'literal' || scalar.style === 'folded';
    if (!block || !usual || !readsAsToml(text)) return undefined;
    const isOwn = OWN_DATA_KEY.test(key) && (OWN_NAME.test(name) || named.has(name) || made.has(name));
    const belongs =
      data?.entries.some((entry) => /runner/i.test(entry.key)) ||
      (metadata && /runner/i.test(scalar.source.slice(metadata.start, metadata.end)));
    if (!isOwn && !(belongs && (hasGlobals(text) || mayBeConfiguration(text)))) return undefined;
  }
  if (isTemplate) return { place: 'template-data', role: 'template' };
  if (named.has(name)) return { place: 'operator-config', role: 'template' };
  if (name && (made.has(name) || isOwnedByRunner(scalar.source, metadata)))
    return { place: 'operator-config', role: 'globals' };
  if (hasRunners(text)) {
    const whole = hasToken(text) || hasGlobals(text);
    const rendered = isRenderedByChart(scalar.source, metadata, data);
    return { place: 'config-data', role: whole ? 'configuration' : 'template', rendered };
  }
  const operator = !metadata || name.endsWith('-runner-config');
  return { place: operator ? 'operator-config' : 'config-data', role: 'globals' };
}

/** Scripts that the chart writes beside its configuration. */
const CHART_SCRIPTS = new Set([
  'check-live',
  'configure',
  'entrypoint',
  'pre-entrypoint-script',
  'register-the-runner',
]);

/** A ConfigMap that names the chart as its own, or holds the chart's scripts. */
function isRenderedByChart(source: string, metadata: YamlNode | undefined, data: YamlMap | undefined): boolean {
  const labels = entryOf(metadata, 'labels')?.value;
  const named = ['chart', 'helm.sh/chart'].some((key) =>
    /^gitlab-runner-\d/.test(scalarSource(source, entryOf(labels, key)?.value) ?? ''),
  );
  return named || (data?.entries.filter(({ key }) => CHART_SCRIPTS.has(key)).length ?? 0) > 1;
}

/** The operator writes itself into what it makes. The name alone, `*-runner-config`, is one that people give, too. */
function isOwnedByRunner(source: string, metadata: YamlNode | undefined): boolean {
  const owners = entryOf(metadata, 'ownerReferences')?.value;
  return (
    owners?.kind === 'sequence' &&
    owners.items.some(
      (owner) =>
        scalarSource(source, entryOf(owner, 'kind')?.value) === 'Runner' &&
        scalarSource(source, entryOf(owner, 'apiVersion')?.value)?.startsWith('apps.gitlab.com/'),
    )
  );
}
