/** A preview as an editor shows it: YAML with comments in front that say what it is of, and for each line where it comes from. */
import type { JobSettings, PreviewParams, ShownPreview } from '../../protocol/preview';
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import { targetOf } from '../meaning/target';
import { type Version, versionText } from '../schema/version';
import { allOf, type Message, message } from '../text/message';
import { Blanks } from './blanks';
import { effectiveConfiguration } from './effective-configuration';
import { idleKeys } from './no-effect';
import { ordinaryJob } from './ordinary-job';
import { type LoadProblem, Page } from './page';
import { previewOf } from './preview';
import { requestFor } from './preview-in-file';
import { type RunnerBefore, type SelectedRunner, selectRunner, textOf } from './select-runner';

export interface ShownPreviewRequest {
  readonly runner: RunnerBefore;
  readonly job: JobSettings;
  /** The runner; without it the one that the file is for. */
  readonly version: Version | undefined;
  readonly view: PreviewParams['view'];
  /** The text is not the one that is open: its places are none in it. */
  readonly isElsewhere: boolean;
  readonly loadProblem: (configuration: Configuration) => LoadProblem | undefined;
}

/**
 * The preview of a runner of a file; undefined where it has none. Of what the runner does not load it is what would be without the
 * fault: a file is broken as long as somebody types.
 */
export function shownPreview(
  configurations: readonly Configuration[],
  context: Context,
  { runner, job, version: wanted, view, isElsewhere, loadProblem }: ShownPreviewRequest,
): ShownPreview | undefined {
  const selected = selectRunner(configurations, context, runner);
  if (!selected) return undefined;
  const { configuration, index } = selected;
  const version = wanted ?? targetOf(configuration.marks, context).version;
  const name = textOf(selected, 'name');
  const page = new Page(configuration, context);
  page.problem(loadProblem(configuration));
  if (view === 'effective') writeEffective(page, selected, version, context);
  else writePreview(page, selected, job, version, context);
  const { text, lines, origins } = page.shown;
  return {
    runner: { index, name },
    text,
    lines,
    origins: isElsewhere ? origins.map(({ said }) => ({ said })) : origins,
  };
}

function writePreview(
  page: Page,
  selected: SelectedRunner,
  job: JobSettings,
  version: Version,
  context: Context,
): void {
  const request = requestFor(selected, payloadOf(job), version, context.schema);
  const preview = previewOf(request);
  page.failure(preview);
  for (const note of preview.notes ?? []) page.comment(note);
  const name = request.blanks?.shown(textOf({ table: request.runner }, 'name'));
  page.comment(headOf(selected, preview.executor, version, name));
  for (const line of jobLines(job)) page.comment(line);
  page.body(preview);
  page.idle(idleKeys(request, preview));
}

function writeEffective(page: Page, selected: SelectedRunner, version: Version, context: Context): void {
  const { document } = selected.configuration;
  const schema = context.schema.of(version);
  const blanks = Blanks.of(document, schema);
  const table = blanks?.filled(selected.table, '', true) ?? selected.table;
  const shown = (text: string) => blanks?.shown(text) ?? text;
  const executor = textOf({ table }, 'executor') ?? '';
  page.comment(headOf(selected, shown(executor), version, shown(textOf({ table }, 'name') ?? '')));
  page.comment(message('preview.effective'));
  // Which keys an executor does not read is not known of a blank.
  const known = executor !== '' && shown(executor) === executor ? executor : undefined;
  for (const { text, comment, origin } of effectiveConfiguration(table, document.text, schema, known)) {
    const place = page.originOf(origin);
    if (text === undefined) page.comment(comment ?? message('preview.effective'), place, shown);
    else page.line(shown(comment ? `${text} # ${context.say(comment)}` : text), place);
  }
}

function headOf(
  selected: SelectedRunner,
  executor: string,
  version: Version,
  name = textOf(selected, 'name'),
): Message {
  const about = { executor, version: versionText(version) };
  return name
    ? message('preview.head', { ...about, name: JSON.stringify(name) })
    : message('preview.head.unnamed', { ...about, number: selected.index + 1 });
}

function payloadOf({ variables = {}, unread: _unread, ...job }: JobSettings) {
  return ordinaryJob({ ...job, variables: entriesOf(variables) });
}

const entriesOf = (variables: NonNullable<JobSettings['variables']>) =>
  Object.entries(variables).map(([name, value]) => `${name}=${value}`);

/** What the job is that the preview is of. */
function jobLines({ name, image, services = [], variables = {}, unread = [] }: JobSettings): Message[] {
  const entries = entriesOf(variables);
  return [
    ...(name === undefined ? [] : [message('preview.job.name', { name })]),
    image ? message('preview.job.image', { image }) : message('preview.job.no-image'),
    ...(services.length === 0 ? [] : [message('preview.job.services', { services: allOf(services.map(nameOf)) })]),
    ...(entries.length === 0 ? [] : [message('preview.job.variables', { variables: allOf(entries) })]),
    ...(unread.length === 0 ? [] : [message('preview.job.unread', { places: allOf(unread) })]),
  ];
}

const nameOf = ({ name }: { readonly name: string }) => name;
