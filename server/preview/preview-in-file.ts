/** Previews of the runners of a file, for the runner that the file is for. */
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import { targetOf } from '../meaning/target';
import type { Schema } from '../schema/types';
import type { Version } from '../schema/version';
import { oncePer } from '../text/once';
import { Blanks } from './blanks';
import { flagsInOrder } from './flags';
import type { Json } from './json';
import { type Preview, previewOf } from './preview';
import { type SelectedRunner, selectRunner } from './select-runner';
import { type NewerKeys, Settings } from './settings';

export interface PreviewRequest {
  /** The name of a runner, or its number counted from zero. */
  readonly runner?: string | undefined;
  /** The payload of a job, as GitLab sends it. */
  readonly job: Json;
  /** It was recorded: of which runner it does not say. Where nobody says so, that is the newest that is known, released or not. */
  readonly isRecorded?: boolean;
  /** Why the runner does not load the configuration, if it does not. */
  readonly loadProblem?: (configuration: Configuration) => string | undefined;
}

/** The preview of a runner; undefined where there is no such runner. */
export function previewInFile(
  configurations: readonly Configuration[],
  context: Context,
  { runner, job, isRecorded = false, loadProblem }: PreviewRequest,
): Preview | undefined {
  const selected = selectRunner(configurations, context, runner);
  if (!selected) return undefined;
  const { configuration, table } = selected;
  const problem = loadProblem?.(configuration);
  if (problem !== undefined) {
    return { executor: new Settings(table).text('executor'), error: `load: ${problem}` };
  }
  const { version, source } = targetOf(configuration.marks, context);
  const judge = isRecorded && source === 'newest' ? context.schema.newest().version : version;
  return previewOf(requestFor(selected, job, judge, context.schema));
}

/** What is asked for the preview of a runner, as a version of the runner has it. */
export function requestFor({ table, configuration }: SelectedRunner, job: Json, version: Version, schemas: Schema) {
  const schema = schemas.of(version);
  const blanks = Blanks.of(configuration.document, schema);
  const runner = blanks?.filled(table) ?? table;
  return { runner, job, flags: flagsInOrder(schema.featureFlags), version, newer: newerKeys(schema), blanks };
}

/** The keys that came after a version. */
const newerKeys = oncePer((schema: Schema): NewerKeys => {
  const later = new Map<string, Set<string>>();
  for (const { name, path } of schema.newest().keys) {
    if (!schema.byPath(path)) later.set(name, (later.get(name) ?? new Set()).add(path));
  }
  return later;
});
