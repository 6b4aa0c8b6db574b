/** `lint`: checks files and says how it went: 0 nothing above a warning, 1 errors, 2 it could not run. */

import { type Message, message } from '../../text/message';
import { complaintLine, type Outcome, refusal, type Surroundings, wrongUsage } from '../command';
import { unifiedDiff } from '../unified-diff';
import { type LintOptions, readArguments } from './arguments';
import { newProblems, writeBaseline } from './baseline';
import { type CheckedFile, Checker } from './checker';
import type { FileProblem } from './file-problem';
import { namedFiles, readFiles, type SourceFile, Unreadable } from './files';
import { type Mending, mend } from './mend';
import { Progress } from './progress';
import { countOf, print } from './report';
import type { Replacement } from './sarif';
import type { Task } from './task';
import { checkOnThreads, threadsFor } from './threads';

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

function lintFiles(options: LintOptions, surroundings: Surroundings): Outcome {
  const task = { runnerVersion: options.runnerVersion, withFixes: options.format === 'sarif' };
  const checker = new Checker(surroundings.catalog, task, surroundings.tuneForShortTexts?.());
  if (!options.fix) return tell(checkAll(options, surroundings, checker, task), options, surroundings);
  const read = readFiles(options.paths, surroundings.readStandardInput, options.stdinFilename, options.skipOthers);
  const mending = mend(read.files, checker.service, options.dryRun);
  if (options.dryRun) return differences(mending, read.files);
  const files = mending.files.map((file) => checker.check(file));
  return tell({ files, foreign: read.foreign, mending }, options, surroundings);
}

/** What was found. */
interface Checked {
  readonly files: readonly CheckedFile[];
  readonly foreign: readonly string[];
  readonly mending?: Mending;
}

function checkAll(
  { paths, stdinFilename, skipOthers, jobs }: LintOptions,
  { catalog, readStandardInput, startThread, showProgress }: Surroundings,
  checker: Checker,
  task: Task,
): Checked {
  const names = namedFiles(paths, stdinFilename, skipOthers);
  const progress = new Progress(catalog, showProgress);
  const threads = startThread ? threadsFor(names, jobs) : 1;
  const verdicts =
    startThread && threads > 1
      ? checkOnThreads(names, threads, { checker, task, language: catalog.language, startThread, progress })
      : names.map((named, index) => {
          progress.show(index, names.length);
          return checker.checkNamed(named, readStandardInput);
        });
  progress.end();
  return {
    files: verdicts.filter((verdict) => typeof verdict === 'object'),
    foreign: names.flatMap(({ name }, index) => (verdicts[index] === 'foreign' ? [name] : [])),
  };
}

function tell({ files, foreign, mending }: Checked, options: LintOptions, surroundings: Surroundings): Outcome {
  const { catalog } = surroundings;
  const all = files.flatMap(({ problems }) => problems);
  const { told, remark } = withoutKnown(all, options.baseline);
  const tooMany = tooManyWarnings(told, options);
  const remarks = [
    ...foreign.map((path) => message('cli.foreign', { path })),
    ...(mending?.remarks ?? []),
    ...(remark ? [remark] : []),
    ...(tooMany
      ? [tooMany]
      : files.length + foreign.length === 0 && !options.skipOthers
        ? [message('cli.no-configuration')]
        : []),
  ];
  const failed = tooMany || countOf(told, 'error') > 0;
  const printed = print(told, options.format, catalog, fixesOf(files), surroundings.colours);
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

/** The fixes of a problem of the files. */
function fixesOf(files: readonly CheckedFile[]): (problem: FileProblem) => readonly Replacement[] {
  const all = new Map(
    files.flatMap(({ problems, fixes }) => problems.map((problem, index) => [problem, fixes?.[index] ?? []])),
  );
  return (problem) => all.get(problem) ?? [];
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
