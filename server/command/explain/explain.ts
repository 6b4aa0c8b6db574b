/** `explain`: says what went wrong in a job log and which lines of a configuration cure it: 0 explained, 1 nothing found, 2 it could not run. */
import { LANGUAGE_ID } from '../../containers/toml-file/recognition';
import { jobLogCode } from '../../joblog/load';
import type { Captures, Edit, Explanation, LogError, LogRunner } from '../../joblog/types';
import { Service, type SourceText } from '../../service';
import { defaultSettings } from '../../settings';
import { message } from '../../text/message';
import { keepYoungGeneration } from '../../young-generation';
import { type Outcome, refusal, type Surroundings, wrongUsage } from '../command';
import { readFiles, type SourceFile, Unreadable } from '../lint/files';
import { type ExplainOptions, readArguments } from './arguments';
import { piecesOf } from './pieces';
import { type ExplainedError, print } from './report';

/** Runs `explain` with its arguments. */
export function explain(args: readonly string[], surroundings: Surroundings): Outcome {
  const { catalog } = surroundings;
  const usage = message('cli.usage.explain');
  const options = readArguments(args);
  if (options === 'help') return { status: 0, output: catalog.say(usage) };
  if ('wrong' in options) return wrongUsage(catalog, options.wrong, usage);
  try {
    const config = configOf(options, surroundings);
    keepYoungGeneration();
    const reader = config && readerOf(config, options, surroundings);
    const explanation = jobLogCode().explainLog(logOf(options, surroundings), reader?.knownRunner);
    const errors = explained(explanation, reader, surroundings);
    return { status: errors.length > 0 ? 0 : 1, output: print(explanation, errors, options.format, catalog) };
  } catch (error) {
    const complaint = error instanceof Unreadable ? error.complaint : unreadable(error, options.log);
    if (!complaint) throw error;
    return refusal(catalog, complaint);
  }
}

function unreadable(error: unknown, path: string) {
  const { code, message: text } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return message('cli.unreadable.missing', { path });
  if (code === 'EACCES') return message('cli.unreadable.denied', { path });
  return code === undefined ? undefined : message('cli.unreadable', { path, error: text });
}

function configOf({ config }: ExplainOptions, { readStandardInput }: Surroundings): SourceFile | undefined {
  if (config === undefined) return undefined;
  const { files, foreign } = readFiles([config], readStandardInput);
  const [file] = files;
  if (!file || files.length > 1 || foreign.length > 0)
    throw new Unreadable(message('cli.explain.one-config', { path: config }));
  return file;
}

function logOf(
  { log }: ExplainOptions,
  { readStandardInput, standardInputPieces }: Surroundings,
): Iterable<Uint8Array> {
  if (log !== '-') return piecesOf(log);
  if (standardInputPieces) return standardInputPieces();
  const content = readStandardInput();
  return [typeof content === 'string' ? new TextEncoder().encode(content) : content];
}

/** What is asked of a configuration. */
interface ConfigReader {
  knownRunner(runner: LogRunner): LogRunner;
  left(error: LogError): Edit[];
  knownValues(error: LogError): Captures;
}

function readerOf(config: SourceFile, { runnerVersion }: ExplainOptions, { catalog }: Surroundings): ConfigReader {
  const settings = { ...defaultSettings, runnerVersion, markdown: true };
  const service = new Service({ catalog, settingsOf: () => settings });
  const text = sourceOf(config);
  return {
    knownRunner: (runner) => service.logs.knownRunner(text, runner),
    left: (error) => left(error, text, service),
    knownValues: (error) => service.logs.knownValues(text, error, error.runner),
  };
}

function explained(
  explanation: Explanation,
  reader: ConfigReader | undefined,
  { catalog }: Surroundings,
): ExplainedError[] {
  const { blanksIn, commandsOf, editsIn, textsOf } = jobLogCode();
  const { language } = catalog;
  const errors = explanation.errors.map((error) => ({ ...error, edits: editsIn(language, error.edits) }));
  return errors.map((error) => ({
    error,
    ...textsOf(language, error.id, error.captures),
    edits: reader ? reader.left(error) : error.edits,
    commands: commandsOf(error, reader?.knownValues(error) ?? {}).map((command) => blanksIn(language, command)),
  }));
}

function sourceOf({ name, text, container }: SourceFile): SourceText {
  return { uri: name, languageId: container?.languages[0] ?? LANGUAGE_ID, version: 0, getText: () => text };
}

/** The edits that a configuration does not say yet, of each of the runners that the log may be of. */
function left(error: LogError, text: SourceText, service: Service): Edit[] {
  const open = new Set(service.logs.cures(text, error, error.runner).flatMap(({ edits }) => edits));
  return error.edits.filter((edit) => open.has(edit));
}
