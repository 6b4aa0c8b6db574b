/** What a log tells of the runner that wrote it: executor, name, the beginning of its token, version; and what commands name. */
import type { CleanLine } from './clean-line';
import { ownText } from './own-text';
import { perLine } from './per-line';
import type { Captures, LogRunner } from './types';

const VERSION = /^Running with gitlab-runner (?:~[\w.-]+~)?v?(\d+\.\d+)/;
const EXECUTOR = /^Preparing the "([\w+-]{1,40})" executor/;
/** Printed by executors that were chosen, also where the line before was cut off. */
const USING: readonly (readonly [RegExp, string])[] = [
  [/^Using Kubernetes (?:namespace|executor)/, 'kubernetes'],
  [/^Using Docker executor/, 'docker'],
  [/^Using Shell \(/, 'shell'],
  [/^ERROR: Machine creation failed/, 'docker+machine'],
];
/** common/build.go prints the name and the first characters of the token: `  on name t1_abc123, system ID: s_0123`. */
const NAME = /^\s*on (\S.{0,200}?) ([\w-]{8,20}), system ID: /;
/** Before 15.8 without the ID, in the line after the version. */
const NAME_ALONE = /^\s*on (\S.{0,200}?) ([\w-]{8,20})$/;
const FIELD = /\bexecutor="?([\w+-]{1,40})/;
const TOKEN_FIELD = /\brunner="?([\w-]{8,20})/;

/** Values that commands may name, wherever the log tells them: scripts/compile-job-log.mjs knows the names. */
const TOLD: readonly RegExp[] = [
  /^Using Kubernetes namespace: (?<namespace>[a-z0-9-]{1,63})$/,
  /^(?:Pulling docker image|Using (?:Docker|Kubernetes) executor with image) (?<registry>(?:[\w-]{1,63}\.){1,8}[\w-]{1,63}(?::\d{1,5})?|(?:localhost|[\w-]{1,63}(?=:\d))(?::\d{1,5})?)\//,
  /^Using helper image: {1,2}(?<helper_image>[^\s]{1,300})/,
  /^(?:Initialized empty|Reinitialized existing) Git repository in (?<builds_directory>\/.{1,300}?)\/\.git\/?$/,
  /\bgitlab-runner register\b.{0,300}? (?:--url|-u)[ =]["']?(?<address_of_GitLab>https?:\/\/[^\s"']{1,200})/,
];

/** Executors whose directories are those of the machine, and not of a container. */
const ON_HOST: ReadonlySet<string> = new Set(['shell', 'ssh']);

/** What a line tells. */
interface Telling {
  /** It is the first one of a job. */
  readonly isFirst: boolean;
  readonly runner: LogRunner;
  /** The executor where no other line tells it. */
  readonly using: string | undefined;
  readonly values: Captures;
}

/** Null: nothing. Most lines are spared the expressions by their first letter, or a word that they do not have. */
const tellingOf = perLine((line): Telling | null => {
  const { text } = line;
  const begin = text.charAt(0);
  const isFirst = text.startsWith('Running with gitlab-runner');
  const using = 'UE'.includes(begin) ? USING.find(([expression]) => expression.test(text))?.[1] : undefined;
  const mayHold = 'UPIR'.includes(begin) || text.includes('gitlab-runner register');
  const values = mayHold ? Object.assign({}, ...TOLD.map((expression) => expression.exec(text)?.groups)) : {};
  const runner = runnerIn(line);
  const isNothing = !isFirst && using === undefined && isIn(values, NOTHING) && isIn(runner, NOTHING);
  return isNothing ? null : { isFirst, runner, using, values };
});

function runnerIn({ text, isManager }: CleanLine): LogRunner {
  const version = text.startsWith('R') ? VERSION.exec(text)?.[1] : undefined;
  const executor =
    (text.startsWith('P') ? EXECUTOR.exec(text)?.[1] : undefined) ??
    (text.includes('executor=') ? FIELD.exec(text)?.[1] : undefined);
  const named = text.includes(', system ID: ') ? NAME.exec(text) : null;
  // A manager speaks of many runners: the last one before an error is its own.
  const token = isManager ? TOKEN_FIELD.exec(text)?.[1] : undefined;
  return {
    ...(version !== undefined && { version: ownText(version) }),
    ...(executor !== undefined && { executor: ownText(executor) }),
    ...(named && nameOf(named)),
    ...(token !== undefined && { token: ownText(token) }),
  };
}

function nameOf([, name = '', token = '']: RegExpExecArray): LogRunner {
  return { name: ownText(name), token: ownText(token) };
}

const NOTHING = {};

/** Whether others say the same: most lines tell nothing new. */
function isIn<Values extends object>(values: Values, others: Partial<Values>): boolean {
  for (const name in values) if (values[name] !== others[name]) return false;
  return true;
}

export class LogFacts {
  private values: Captures = {};
  runner: LogRunner = {};

  /** The line before was the first one of a job. */
  awaitsName = false;

  follow(line: CleanLine): void {
    const { awaitsName } = this;
    this.awaitsName = false;
    const telling = tellingOf(line);
    if (telling) this.learn(telling);
    const named = awaitsName && telling?.runner.name === undefined ? NAME_ALONE.exec(line.text) : null;
    if (named) this.runner = { ...this.runner, ...nameOf(named) };
  }

  private learn({ isFirst, runner, using, values }: Telling): void {
    this.awaitsName = isFirst;
    if (!isIn(runner, this.runner)) this.runner = { ...this.runner, ...runner };
    if (using !== undefined && !this.runner.executor) this.runner = { ...this.runner, executor: using };
    if (!isIn(values, this.values)) this.values = { ...this.values, ...values };
  }

  /** Another job begins, maybe of another runner; or it goes on with that of `runner`. */
  forgetRunner(runner: LogRunner = {}): void {
    this.runner = runner;
  }

  /** What commands may name. */
  get told(): Captures {
    const { builds_directory, ...others } = this.values;
    const isOnHost = ON_HOST.has(this.runner.executor ?? '');
    return isOnHost && builds_directory !== undefined ? { ...others, builds_directory } : others;
  }
}
