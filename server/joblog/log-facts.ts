/** What a log tells of the runner that wrote it: executor, name, the beginning of its token, version; and what commands name. */
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

export class LogFacts {
  private readonly values: Record<string, string> = {};
  private found: { -readonly [Name in keyof LogRunner]: LogRunner[Name] } = {};

  /** The line before was the first one of a job. */
  awaitsName = false;

  follow(text: string, isManager: boolean): void {
    const { found, awaitsName } = this;
    const version = VERSION.exec(text)?.[1];
    if (version) found.version = version;
    const executor = EXECUTOR.exec(text)?.[1] ?? FIELD.exec(text)?.[1];
    if (executor) found.executor = executor;
    const using = found.executor ? undefined : USING.find(([expression]) => expression.test(text))?.[1];
    if (using) found.executor = using;
    for (const expression of TOLD) Object.assign(this.values, expression.exec(text)?.groups);
    const named = NAME.exec(text) ?? (awaitsName ? NAME_ALONE.exec(text) : null);
    this.awaitsName = text.startsWith('Running with gitlab-runner');
    if (named?.[1] && named[2]) Object.assign(found, { name: named[1], token: named[2] });
    // A manager speaks of many runners: the last one before an error is its own.
    const token = isManager ? TOKEN_FIELD.exec(text)?.[1] : undefined;
    if (token) found.token = token;
  }

  /** Another job begins, maybe of another runner; or it goes on with that of `runner`. */
  forgetRunner(runner: LogRunner = {}): void {
    this.found = { ...runner };
  }

  /** What commands may name. */
  get told(): Captures {
    const { builds_directory, ...others } = this.values;
    const isOnHost = ON_HOST.has(this.found.executor ?? '');
    return isOnHost && builds_directory !== undefined ? { ...others, builds_directory } : others;
  }

  get runner(): LogRunner {
    return { ...this.found };
  }
}
