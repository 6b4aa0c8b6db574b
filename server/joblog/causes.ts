/** Chooses among what matched in a job: what does not count goes, what follows from something else is folded under it. */
import type { FoundMatch, Job } from './job';
import type { LogLine, LogRunner, Segment, Verdict } from './types';
import type { Ended } from './verdicts';

/** A cause with what follows from it. */
export interface Cause {
  readonly match: FoundMatch;
  readonly segment: Segment;
  readonly runner: LogRunner;
  readonly consequences: readonly string[];
}

export interface Judged {
  readonly verdict: Verdict;
  readonly causes: readonly Cause[];
  readonly unexplained?: LogLine;
}

/** What happened in a job, the most likely cause first. `known`: with what is known of a runner besides. */
export function judge(job: Job, known: (runner: LogRunner) => LogRunner): Judged {
  const { ending, runner } = job;
  if (ending?.ending === 'succeeded') return { verdict: 'succeeded', causes: [] };
  const runnerOf = (match: FoundMatch) => known(match.runner === runner ? runner : { ...runner, ...match.runner });
  const counted: Cause[] = [];
  for (const match of job.matches) {
    const cause = placed(match, job, ending, runnerOf(match));
    if (cause) counted.push(cause);
  }
  const causes = folded(onceEach(counted));
  if (ending?.ending === 'failed' && causes.every(({ match }) => match.error.mild) && !isSaidBy(causes, ending)) {
    return { verdict: 'unknown', causes: [], unexplained: ending };
  }
  if (causes.length > 0) return { verdict: 'runner', causes };
  if (ending?.ending === 'script' && !job.isBeforeScript) return { verdict: 'script', causes };
  return { verdict: 'unknown', causes, ...(ending && { unexplained: ending }) };
}

function isSaidBy(causes: readonly Cause[], ending: Ended): boolean {
  return causes.some(({ match }) => match.line === ending.line);
}

/** A match with its segment; undefined where it does not count. */
function placed(match: FoundMatch, job: Job, ending: Ended | undefined, runner: LogRunner): Cause | undefined {
  const { error, isBeforeScript, isPlaced, isEnd } = match;
  const { segments } = match.scopes;
  if (error.onlyExecutors && !error.onlyExecutors.includes(runner.executor ?? '')) return undefined;
  if (error.last && ending && !ending.isOfManager && ending.line > match.line) return undefined;
  const scriptFailed = ending?.ending === 'script';
  // The job came as far as its script: what went wrong before was overcome.
  if (scriptFailed && job.hasScript && isBeforeScript && !error.lasting) return undefined;
  // Without structure what stands before the verdict on a script is the script's, or git's.
  const may = scriptFailed && !isPlaced && !isEnd ? segments.filter((each) => maySay(each, match)) : segments;
  const segment = error.scopes.find((scope) => may.includes(scope));
  // A script that prints what the runner says shows the log of another job.
  if (segment === 'script' && OF_RUNNER.test(match.text)) return undefined;
  return segment && { match, segment, runner, consequences: [] };
}

const OF_RUNNER = /\b(?:Preparation|Job) failed(?: \(|: )/;

function maySay(segment: Segment, { text }: FoundMatch): boolean {
  if (segment === 'script') return true;
  return segment === 'sources' && /^(?:fatal|error|warning|remote): /.test(text);
}

/** The same cause once: where the job ended with it, else where it stands first. */
function onceEach(causes: readonly Cause[]): readonly Cause[] {
  if (causes.length < 2) return causes;
  const byId = new Map<string, Cause>();
  for (const cause of causes) {
    const known = byId.get(cause.match.error.id);
    if (!known) byId.set(cause.match.error.id, cause);
    else if (isFuller(cause.match, known.match)) byId.set(cause.match.error.id, { ...cause, match: cause.match });
  }
  return [...byId.values()];
}

function isFuller(match: FoundMatch, known: FoundMatch): boolean {
  return match.isEnd && !known.isEnd;
}

/** Takes out what another one explains, and puts the most likely first. */
function folded(causes: readonly Cause[]): readonly Cause[] {
  if (causes.length < 2) return causes;
  const beaten = new Set(causes.flatMap(({ match }) => match.error.beats));
  const ids = new Set(causes.map(({ match }) => match.error.id));
  const unbeaten = causes.filter(({ match }) => !beaten.has(match.error.id));
  // Of what a line may mean, what the executor of the log can say.
  const told = new Set(unbeaten.filter(isOf).map(({ match }) => match.line));
  const kept = unbeaten
    .filter((cause) => isOf(cause) || !told.has(cause.match.line))
    .filter((cause, _, all) => !isExplained(cause, all));
  return kept
    .map(({ match, segment, runner }) => {
      const consequences = match.error.beats.filter((id) => ids.has(id));
      return { match, segment, runner, consequences };
    })
    .sort(compare);
}

function isExplained({ match: { error } }: Cause, all: readonly Cause[]): boolean {
  const { explainedBy } = error;
  return (
    explainedBy !== undefined && all.some(({ match }) => match.error !== error && match.text.includes(explainedBy))
  );
}

function compare(one: Cause, other: Cause): number {
  return (
    Number(one.match.error.mild ?? false) - Number(other.match.error.mild ?? false) ||
    Number(other.match.isEnd) - Number(one.match.isEnd) ||
    Number(isOf(other)) - Number(isOf(one)) ||
    other.match.length - one.match.length ||
    one.match.line - other.match.line
  );
}

function isOf({ match: { error }, runner: { executor } }: Cause): boolean {
  return executor === undefined || error.executors.includes('*') || error.executors.includes(executor);
}
