/** A preview as an editor shows it: YAML with comments in front that say what it is of, and for each line where it comes from. */
import type { JobSettings, PreviewOrigin, ShownPreview } from '../../protocol/preview';
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import { type Version, versionText } from '../schema/version';
import { allOf, type Message, message } from '../text/message';
import type { Span } from '../text/span';
import { ordinaryJob } from './ordinary-job';
import { type Origin, originsBelow } from './origin';
import type { Preview } from './preview';
import { previewFor, versionFor } from './preview-in-file';
import { documentsOf, previewYaml } from './preview-yaml';
import { type RunnerBefore, selectRunner, textOf } from './select-runner';

/** Why the runner does not load a configuration, and the line of the file from zero. */
export interface LoadProblem {
  readonly message: Message;
  readonly line: number;
}

export interface ShownPreviewRequest {
  readonly runner: RunnerBefore;
  readonly job: JobSettings;
  /** The runner; without it the one that the file is for. */
  readonly version: Version | undefined;
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
  { runner, job, version: wanted, isElsewhere, loadProblem }: ShownPreviewRequest,
): ShownPreview | undefined {
  const selected = selectRunner(configurations, context, runner);
  if (!selected) return undefined;
  const { configuration, index } = selected;
  const version = wanted ?? versionFor(configuration, context);
  const preview = previewFor(selected, payloadOf(job), version, context.schema);
  const name = textOf(selected, 'name');
  const page = new Page(configuration, context);
  page.problem(loadProblem(configuration));
  page.failure(preview);
  for (const note of preview.notes ?? []) page.comment(note);
  const { executor } = preview;
  const about = { executor, version: versionText(version) };
  if (name) page.comment(message('preview.head', { ...about, name: JSON.stringify(name) }));
  else page.comment(message('preview.head.unnamed', { ...about, number: index + 1 }));
  for (const line of jobLines(job)) page.comment(line);
  page.body(preview);
  const { text, lines, origins } = page.shown;
  return {
    runner: { index, name },
    text,
    lines,
    origins: isElsewhere ? origins.map(({ said }) => ({ said })) : origins,
  };
}

function payloadOf({ variables = {}, ...job }: JobSettings) {
  return ordinaryJob({ ...job, variables: entriesOf(variables) });
}

const entriesOf = (variables: NonNullable<JobSettings['variables']>) =>
  Object.entries(variables).map(([name, value]) => `${name}=${value}`);

/** What the job is that the preview is of. */
function jobLines({ name, image, services = [], variables = {} }: JobSettings): Message[] {
  const entries = entriesOf(variables);
  return [
    ...(name === undefined ? [] : [message('preview.job.name', { name })]),
    image ? message('preview.job.image', { image }) : message('preview.job.no-image'),
    ...(services.length === 0 ? [] : [message('preview.job.services', { services: allOf(services.map(nameOf)) })]),
    ...(entries.length === 0 ? [] : [message('preview.job.variables', { variables: allOf(entries) })]),
  ];
}

const nameOf = ({ name }: { readonly name: string }) => name;

/** The lines of a preview as they are written. */
class Page {
  private text = '';
  private readonly lines: number[] = [];
  private readonly origins: PreviewOrigin[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly configuration: Configuration,
    private readonly context: Context,
  ) {}

  get shown(): Omit<ShownPreview, 'runner'> {
    const { text, lines, origins } = this;
    return { text, lines, origins };
  }

  /** Texts of the runner may be of several lines, and hold what no editor shows. */
  comment(said: Message, origin = -1): void {
    for (const line of this.context.say(said).split(/\r\n?|[\n\u0085\u2028\u2029]/)) {
      this.line(`# ${withoutControls(line)}`.trimEnd(), origin);
    }
  }

  problem(problem: LoadProblem | undefined): void {
    if (!problem) return;
    const { line, message: what } = problem;
    this.comment(message('preview.not-loaded'));
    const said = message('preview.not-loaded.line', { line: line + 1, problem: what });
    const start = { line, character: 0 };
    this.comment(said, this.number({ said: this.context.say(said), range: { start, end: start } }));
  }

  failure({ error, cause }: Preview): void {
    if (error === undefined) return;
    const origin = cause ? this.originNumber(cause) : -1;
    this.comment(message('preview.fails', { error }), origin);
    const range = this.origins[origin]?.range;
    if (!range || cause?.by !== 'key' || !cause.span) return;
    const [text = ''] = this.configuration.document.text.slice(cause.span.start, cause.span.end).split('\n');
    this.comment(message('preview.fails.line', { line: range.start.line + 1, text: text.trim() }), origin);
  }

  body(preview: Preview): void {
    const { text, pointers } = previewYaml(preview);
    const origins = originsBelow(documentsOf(preview));
    const known = new Map<string, number>();
    this.text += text;
    for (const pointer of pointers) this.lines.push(this.at(pointer, origins, known));
  }

  /** The origin of what a line shows: its own, or that of what it is a part of. */
  private at(pointer: string, origins: ReadonlyMap<string, Origin>, known: Map<string, number>): number {
    if (pointer === '') return -1;
    let number = known.get(pointer);
    if (number === undefined) {
      const origin = origins.get(pointer);
      number = origin ? this.originNumber(origin) : this.at(pointer.slice(0, pointer.lastIndexOf('/')), origins, known);
      known.set(pointer, number);
    }
    return number;
  }

  private originNumber(origin: Origin): number {
    const said = this.context.say(originMessage(origin));
    const span: Span | undefined = origin.by === 'key' ? origin.span : undefined;
    return this.number({ said, ...(span && { range: this.configuration.document.range(span) }) });
  }

  private number(origin: PreviewOrigin): number {
    const { start, end } = origin.range ?? {};
    const key = JSON.stringify([origin.said, start?.line, start?.character, end?.line, end?.character]);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.origins.push(origin) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }

  private line(text: string, origin: number): void {
    this.text += `${text}\n`;
    this.lines.push(origin);
  }
}

/** A comment of YAML holds none but tabs. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

function originMessage(origin: Origin): Message {
  switch (origin.by) {
    case 'key':
      return message('preview.origin.key', { key: `runners.${origin.key}` });
    case 'default':
      return message('preview.origin.default', { key: `runners.${origin.key}` });
    case 'flag':
      return message('preview.origin.flag', { flag: origin.flag });
    case 'job':
      return message('preview.origin.job', { field: origin.field });
    case 'variable':
      return message('preview.origin.variable', { variable: origin.variable });
    case 'runner':
      return message('preview.origin.runner');
  }
}
