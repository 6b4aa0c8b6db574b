/** By which keys the values of the gitlab-runner chart are known, wherever in a file they stand. */
import { entryOf, type YamlMap } from './tree';

/** Beside `runners`, these say whose values they are. */
const CHART_KEYS = ['gitlabUrl', 'runnerToken', 'runnerRegistrationToken', 'unregisterRunners', 'checkInterval'];
/** Below `runners`: keys that the chart reads or has read, and few other programs have. */
const RUNNERS_KEYS = [
  'cache',
  'executor',
  'locked',
  'maximumTimeout',
  'outputLimit',
  'pollTimeout',
  'privileged',
  'requestConcurrency',
  'runUntagged',
  'secret',
  'serviceAccountName',
];
const CHART_NAME = /gitlab-runner$/i;

/** Whether the map is the chart's values, by its keys beside `runners` or by the key that leads to it. */
export function isChartValues(values: YamlMap | undefined, name: string | undefined): boolean {
  return CHART_NAME.test(name ?? '') || CHART_KEYS.some((key) => entryOf(values, key));
}

/** Whether the map is what the chart has below `runners`. */
export function isChartRunners(runners: YamlMap | undefined): boolean {
  return RUNNERS_KEYS.some((key) => entryOf(runners, key));
}
