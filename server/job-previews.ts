/** What jobs get from the runners of an open file: its part of the service. The code that knows it is loaded when it is asked for. */
import type { JobsParams, JobsResult, PreviewParams, RunnerChoice, ShownPreview } from '../protocol/preview';
import { loadProblem } from './check/load-problem';
import { containerOfDocument } from './containers/template-files';
import { LANGUAGE_ID } from './containers/toml-file/recognition';
import type { Configuration } from './meaning/configuration';
import type { Context } from './meaning/context';
import { type OpenFile, OpenFiles, type SourceText } from './open-files';
import { previewCode } from './preview/load';
import { pipelineCode } from './preview/pipeline/load';
import type { Preview } from './preview/preview';
import type { PreviewRequest } from './preview/preview-in-file';
import { scheduleCode } from './preview/schedule/load';
import type { RunnerSchedule } from './preview/schedule/schedule';
import { readVersion, type Version } from './schema/version';
import type { Settings } from './settings';

export class JobPreviews {
  constructor(
    private readonly files: OpenFiles,
    private readonly settingsOf: (uri: string) => Settings,
    private readonly contextOf: (uri: string) => Context,
  ) {}

  /** What a job gets from a runner of a file; undefined where there is no such runner. */
  of(text: SourceText, request: PreviewRequest): Preview | undefined {
    const file = this.files.get(text);
    const context = this.contextOf(text.uri);
    return previewCode().previewInFile(file?.configurations ?? [], context, {
      ...request,
      loadProblem: (configuration) => loadProblemInWords(configuration, context),
    });
  }

  /** The preview of a runner with the comments and the origins that an editor shows; undefined where there is no runner. */
  shown(text: SourceText, request: Omit<PreviewParams, 'textDocument'>): ShownPreview | undefined {
    const { runner, job = {}, view, text: other, runnerVersion } = request;
    const file = other === undefined ? this.files.get(text) : this.fileWith(text, other);
    const context = this.contextOf(text.uri);
    return previewCode().shownPreview(file?.configurations ?? [], context, {
      runner,
      job,
      version: runnerVersion === undefined ? undefined : knownVersion(runnerVersion, context),
      view,
      isElsewhere: other !== undefined,
      loadProblem: (configuration) => loadProblem(configuration, context),
    });
  }

  /** A file with another text; nothing of it is kept. */
  private fileWith(open: SourceText, text: string): OpenFile | undefined {
    const { uri } = open;
    const container = containerOfDocument(uri, open.languageId, open.getText());
    // What is open as a configuration was one before, too.
    const languageId = container?.languages[0] ?? (this.files.get(open) ? LANGUAGE_ID : open.languageId);
    const files = new OpenFiles(() => this.settingsOf(uri).markdown);
    return files.get({ uri, languageId, version: 0, getText: () => text });
  }

  /** The jobs of the text of a pipeline, and what of its repository it lacks; none where it cannot be read. */
  pipelineJobs({ text, included }: JobsParams): JobsResult {
    return pipelineCode().pipelineJobs(text, included);
  }

  /** The week of a runner's autoscaler that a moment is in; undefined where it has no policies. */
  schedule(text: SourceText, runner: string | RunnerChoice | undefined, moment: number): RunnerSchedule | undefined {
    const file = this.files.get(text);
    return scheduleCode().scheduleInFile(file?.configurations ?? [], this.contextOf(text.uri), runner, moment);
  }
}

/** Why the runner does not load a configuration, in words; undefined where it does. */
function loadProblemInWords(configuration: Configuration, context: Context): string | undefined {
  const problem = loadProblem(configuration, context);
  if (!problem) return undefined;
  return `decoding configuration file: toml: line ${problem.line + 1}: ${context.say(problem.message)}`;
}

/** A version as it is named, as far as its runner is known. */
function knownVersion(written: string, { schema }: Context): Version | undefined {
  const newest = schema.newest().version;
  const version = readVersion(written, schema.releases, newest);
  return 'wrong' in version ? undefined : version;
}
