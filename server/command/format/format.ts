/** `format`: lays out configurations as the editor does. 0 all well, 1 with --check: one is laid out differently, 2 it could not run. */
import { Service } from '../../service';
import { defaultSettings } from '../../settings';
import { message } from '../../text/message';
import { complaintLine, type Outcome, refusal, type Surroundings, wrongUsage } from '../command';
import { isWhole, readFiles, type SourceFile, Unreadable } from '../lint/files';
import { sourceText, withEdits } from '../lint/source-text';
import { printable } from '../printable';
import { writeText } from '../write-file';
import { type FormatOptions, readFormatArguments } from './arguments';

/** Runs `format` with its arguments. */
export function format(args: readonly string[], surroundings: Surroundings): Outcome {
  const { catalog } = surroundings;
  const usage = message('cli.usage.format');
  const options = readFormatArguments(args);
  if (options === 'help') return { status: 0, output: catalog.say(usage) };
  if ('wrong' in options) return wrongUsage(catalog, options.wrong, usage);
  try {
    return formatFiles(options, surroundings);
  } catch (error) {
    if (error instanceof Unreadable) return refusal(catalog, error.complaint);
    throw error;
  }
}

function formatFiles(
  { check, skipOthers, stdinFilename, paths }: FormatOptions,
  { catalog, readStandardInput }: Surroundings,
): Outcome {
  const { files, foreign } = readFiles(paths, readStandardInput, stdinFilename, skipOthers);
  const service = new Service({ catalog, settingsOf: () => defaultSettings });
  const remarks = foreign.map((path) => message('cli.foreign', { path }));
  let output = '';
  let changed = 0;
  let written = 0;
  for (const file of files) {
    const text = laidOut(file, service);
    const isChanged = text !== file.text;
    if (isChanged) changed++;
    if (check) {
      if (isChanged) output += `${printable(catalog.say(message('cli.unformatted', { file: file.name })))}\n`;
    } else if (file.isStandardInput) output += text;
    else if (isChanged) {
      writeText(file.name, text);
      written++;
    }
  }
  if (written > 0) remarks.push(message('cli.formatted', { files: written }));
  if (files.length + foreign.length === 0 && !skipOthers) remarks.push(message('cli.no-configuration'));
  return {
    status: foreign.length > 0 ? 2 : check && changed > 0 ? 1 : 0,
    output,
    ...(remarks.length > 0 && { complaint: remarks.map((remark) => complaintLine(catalog, remark)).join('') }),
  };
}

/** The width of an indentation where the text has none of its own: that of the files that `register` writes. */
const TAB_SIZE = 2;

/** The text of a file as the editor lays it out. What is not UTF-8 stays: it could not be written back. */
function laidOut(file: SourceFile, service: Service): string {
  if (!isWhole(file)) return file.text;
  const edits = service.format(sourceText(file), { tabSize: TAB_SIZE, insertSpaces: true });
  service.close(file.name);
  return withEdits(file.text, edits);
}
