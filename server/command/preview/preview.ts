/** `preview`: prints what a job gets from a runner. 0 well, 1 there is a difference, 2 it could not run. */
import { readFileSync } from 'node:fs';
import { LANGUAGE_ID } from '../../containers/toml-file/recognition';
import type { Json } from '../../preview/json';
import { previewCode } from '../../preview/load';
import type { Preview } from '../../preview/preview';
import { Service, type SourceText } from '../../service';
import { defaultSettings } from '../../settings';
import { type Message, message } from '../../text/message';
import { complaintLine, type Outcome, refusal, type Surroundings, wrongUsage } from '../command';
import { readFiles, Unreadable } from '../lint/files';
import { printableJson } from '../printable';
import { unifiedDiff } from '../unified-diff';
import { type PreviewOptions, readPreviewArguments } from './arguments';

/** Runs `preview` with its arguments. */
export function preview(args: readonly string[], surroundings: Surroundings): Outcome {
  const { catalog } = surroundings;
  const usage = message('cli.usage.preview');
  const options = readPreviewArguments(args);
  if (options === 'help') return { status: 0, output: catalog.say(usage) };
  if ('wrong' in options) return wrongUsage(catalog, options.wrong, usage);
  try {
    return run(options, surroundings);
  } catch (error) {
    if (error instanceof Unreadable) return refusal(catalog, error.complaint);
    throw error;
  }
}

function run(options: PreviewOptions, surroundings: Surroundings): Outcome {
  const service = serviceFor(options, surroundings);
  if (options.schedule) return schedule(options, service, surroundings);
  const job = jobOf(options);
  const made = previewOfFile(options.path, options, job, service, surroundings);
  const output = print(made, options);
  const complaint = (made.notes ?? []).map((note) => complaintLine(surroundings.catalog, note)).join('');
  if (options.diff === undefined) return { status: 0, output, ...(complaint && { complaint }) };
  const other = print(previewOfFile(options.diff, options, job, service, surroundings), options);
  const difference = unifiedDiff({ name: options.path, text: output }, { name: options.diff, text: other });
  return { status: difference === '' ? 0 : 1, output: difference };
}

function schedule(options: PreviewOptions, service: Service, { catalog, readStandardInput }: Surroundings): Outcome {
  const { path, runner } = options;
  const found = service.previews.schedule(sourceOf(path, readStandardInput), runner, Date.now());
  if (!found) throw new Unreadable(message('cli.preview.no-schedule', { path }));
  return { status: 0, output: found.lines(catalog) };
}

function serviceFor({ runnerVersion }: PreviewOptions, { catalog }: Surroundings): Service {
  const settings = { ...defaultSettings, runnerVersion, markdown: true };
  return new Service({ catalog, settingsOf: () => settings });
}

function previewOfFile(
  path: string,
  { runner, job: recorded }: PreviewOptions,
  job: Json,
  service: Service,
  { readStandardInput }: Surroundings,
): Preview {
  const made = service.previews.of(sourceOf(path, readStandardInput), {
    runner,
    job,
    isRecorded: recorded !== undefined,
  });
  if (made) return made;
  throw new Unreadable(noRunner(path, runner));
}

function sourceOf(path: string, readStandardInput: Surroundings['readStandardInput']): SourceText {
  const [file] = readFiles([path], readStandardInput).files;
  if (!file) throw new Unreadable(message('cli.foreign', { path }));
  const languageId = file.container?.languages[0] ?? LANGUAGE_ID;
  return { uri: path, languageId, version: 0, getText: () => file.text };
}

function noRunner(path: string, runner: string | undefined): Message {
  return runner === undefined
    ? message('cli.preview.no-runner', { path })
    : message('cli.preview.unknown-runner', { path, runner });
}

/** The payload of the file, or that of an ordinary job. */
function jobOf({ job, image, variables }: PreviewOptions): Json {
  if (job === undefined) return previewCode().ordinaryJob({ image, variables });
  const text = readText(job);
  try {
    const payload: Json = JSON.parse(text);
    return payload;
  } catch {
    throw new Unreadable(message('cli.preview.no-job', { path: job }));
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new Unreadable(message('cli.unreadable', { path, error: text }));
  }
}

function print(made: Preview, { format }: PreviewOptions): string {
  if (format === 'yaml') return previewCode().previewYaml(made).text;
  const { executor, pod, objects, containers, host, error } = made;
  return `${printableJson({ executor, pod, objects, containers, host, error })}\n`;
}
