/** `lint`: checks files and says how it went: 0 nothing above a warning, 1 errors, 2 it could not run. */

import { Service } from '../../service';
import { defaultSettings } from '../../settings';
import { type Message, message } from '../../text/message';
import { complaintLine, type Outcome, refusal, type Surroundings, wrongUsage } from '../command';
import { type LintOptions, readArguments } from './arguments';
import { checkFile } from './check-file';
import { type FoundFiles, readFiles, Unreadable } from './files';
import { countOf, type FileProblem, print } from './report';

/** Runs `lint` with its arguments. */
export function lint(args: readonly string[], { catalog, readStandardInput }: Surroundings): Outcome {
  const usage = message('cli.usage.lint');
  const options = readArguments(args);
  if (options === 'help') return { status: 0, output: catalog.say(usage) };
  if ('wrong' in options) return wrongUsage(catalog, options.wrong, usage);
  const found = orUnreadable(() => readFiles(options.paths, readStandardInput));
  if (found instanceof Unreadable) return refusal(catalog, found.complaint);
  const { files, foreign } = found;
  const settings = { ...defaultSettings, runnerVersion: options.runnerVersion, markdown: true };
  const service = new Service({ catalog, settingsOf: () => settings });
  const problems = files.flatMap((file) => checkFile(file, service));
  const tooMany = tooManyWarnings(problems, options);
  const remarks = [
    ...foreign.map((path) => message('cli.foreign', { path })),
    ...(tooMany ? [tooMany] : files.length + foreign.length === 0 ? [message('cli.no-configuration')] : []),
  ];
  const failed = tooMany || countOf(problems, 'error') > 0;
  return {
    status: foreign.length > 0 ? 2 : failed ? 1 : 0,
    output: print(problems, options.format, catalog),
    ...(remarks.length > 0 && { complaint: remarks.map((remark) => complaintLine(catalog, remark)).join('') }),
  };
}

function orUnreadable(read: () => FoundFiles): FoundFiles | Unreadable {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

function tooManyWarnings(problems: readonly FileProblem[], { maxWarnings: allowed }: LintOptions): Message | undefined {
  const warnings = countOf(problems, 'warning');
  return allowed !== undefined && warnings > allowed
    ? message('cli.too-many-warnings', { warnings, allowed })
    : undefined;
}
