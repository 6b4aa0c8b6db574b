/** `lint`: checks files and says how it went: 0 nothing above a warning, 1 errors, 2 it could not run. */

import { Service } from '../../service';
import { defaultSettings } from '../../settings';
import { type Message, message } from '../../text/message';
import { complaintLine, type Outcome, refusal, type Surroundings, wrongUsage } from '../command';
import { unifiedDiff } from '../unified-diff';
import { type LintOptions, readArguments } from './arguments';
import { newProblems, writeBaseline } from './baseline';
import { checkFile } from './check-file';
import type { FileProblem } from './file-problem';
import { readFiles, type SourceFile, Unreadable } from './files';
import { type Mending, mend } from './mend';
import { preferredFixes } from './preferred-fixes';
import { countOf, print } from './report';

/** Runs `lint` with its arguments. */
export function lint(args: readonly string[], surroundings: Surroundings): Outcome {
  const { catalog } = surroundings;
  const usage = message('cli.usage.lint');
  const options = readArguments(args);
  if (options === 'help') return { status: 0, output: catalog.say(usage) };
  if ('wrong' in options) return wrongUsage(catalog, options.wrong, usage);
  try {
    return lintFiles(options, surroundings);
  } catch (error) {
    if (error instanceof Unreadable) return refusal(catalog, error.complaint);
    throw error;
  }
}

function lintFiles(options: LintOptions, { catalog, readStandardInput }: Surroundings): Outcome {
  const { files: read, foreign } = readFiles(options.paths, readStandardInput, options.stdinFilename);
  const settings = { ...defaultSettings, runnerVersion: options.runnerVersion, markdown: true };
  const service = new Service({ catalog, settingsOf: () => settings });
  const mending = options.fix ? mend(read, service, options.dryRun) : undefined;
  const files = mending?.files ?? read;
  if (mending && options.dryRun) return differences(mending, read);
  const all = files.flatMap((file) => checkFile(file, service));
  const { told, remark } = withoutKnown(all, options.baseline);
  const tooMany = tooManyWarnings(told, options);
  const remarks = [
    ...foreign.map((path) => message('cli.foreign', { path })),
    ...(mending?.remarks ?? []),
    ...(remark ? [remark] : []),
    ...(tooMany ? [tooMany] : files.length + foreign.length === 0 ? [message('cli.no-configuration')] : []),
  ];
  const failed = tooMany || countOf(told, 'error') > 0;
  const printed = print(told, options.format, catalog, (problem) => preferredFixes(problem, files, service));
  return {
    status: foreign.length > 0 ? 2 : failed ? 1 : 0,
    // The text of standard input is what was asked for; the problems that are left go beside it.
    output: mending?.standardInput ?? printed,
    ...(remarks.length + (mending?.standardInput === undefined ? 0 : printed.length) > 0 && {
      complaint: [
        ...(mending?.standardInput === undefined ? [] : [printed]),
        ...remarks.map((each) => complaintLine(catalog, each)),
      ].join(''),
    }),
  };
}

/** What a dry run prints: nothing was written. 1 where something would be. */
function differences({ files }: Mending, before: readonly SourceFile[]): Outcome {
  const output = files
    .map(({ name, text }, index) => unifiedDiff({ name, text: before[index]?.text ?? '' }, { name, text }))
    .join('');
  return { status: output === '' ? 0 : 1, output };
}

function withoutKnown(
  problems: readonly FileProblem[],
  baseline: string | undefined,
): { told: readonly FileProblem[]; remark?: Message } {
  if (baseline === undefined) return { told: problems };
  const told = newProblems(baseline, problems);
  if (told) return { told };
  writeBaseline(baseline, problems);
  return { told: [], remark: message('cli.baseline-written', { path: baseline, count: problems.length }) };
}

function tooManyWarnings(problems: readonly FileProblem[], { maxWarnings: allowed }: LintOptions): Message | undefined {
  const warnings = countOf(problems, 'warning');
  return allowed !== undefined && warnings > allowed
    ? message('cli.too-many-warnings', { warnings, allowed })
    : undefined;
}
