/** Explains a log: what went wrong, the most likely cause first, and what cures it. */
import { type Cause, type Judged, judge } from './causes';
import { entryOf } from './entries';
import { isOfFamily, isReadBy } from './families';
import { fillCommand, filledEdits } from './fill';
import { LogReader } from './log-reader';
import { Scanner } from './scanner';
import type { Captures, Edit, Entry, Explanation, LogError, LogRunner } from './types';
import { unwrap } from './unwrap';
import { words } from './words';

/** What was copied out of a terminal is not longer. */
const LONGEST_PASTE = 1 << 16;

/** The explanation of a log that comes in pieces. */
export function explainLog(chunks: Iterable<Uint8Array>): Explanation {
  const paste = new Paste();
  const explanation = explained(paste.through(chunks));
  if (explanation.errors.length > 0 || explanation.verdict === 'succeeded') return explanation;
  const unwrapped = unwrap(paste.text);
  const again = unwrapped && explained([new TextEncoder().encode(unwrapped.text)]);
  if (!unwrapped || !again || again.errors.length === 0) return explanation;
  return { ...again, errors: again.errors.map((error) => ({ ...error, line: unwrapped.lines[error.line] ?? 0 })) };
}

/** The explanation of a text. */
export function explainText(text: string): Explanation {
  return explainLog([new TextEncoder().encode(text)]);
}

function explained(chunks: Iterable<Uint8Array>): Explanation {
  const known = words();
  const reader = new LogReader(known);
  const scanner = new Scanner(known.finder, reader);
  for (const chunk of chunks) scanner.feed(chunk);
  scanner.end();
  reader.end();
  const { runner, told } = reader;
  return explanationOf(
    reader.jobs.map((job) => judge(job, runner)),
    runner,
    told,
  );
}

/** Keeps a short log. */
class Paste {
  private pieces: Uint8Array[] = [];
  private length = 0;

  *through(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
    for (const chunk of chunks) {
      this.length += chunk.length;
      if (this.length > LONGEST_PASTE) this.pieces = [];
      else this.pieces.push(chunk.slice());
      yield chunk;
    }
  }

  /** Empty where the log is long. */
  get text(): string {
    const decoder = new TextDecoder();
    return this.pieces.map((piece) => decoder.decode(piece, { stream: true })).join('');
  }
}

/** A log of several jobs: the errors of all of them, each once; else what is to be said of the last one. */
function explanationOf(jobs: readonly Judged[], runner: LogRunner, told: Captures): Explanation {
  const ids = new Set<string>();
  const causes = jobs
    .flatMap((job) => job.causes)
    .filter(({ match }) => !ids.has(match.error.id) && ids.add(match.error.id));
  if (causes.length > 0) {
    return { verdict: 'runner', errors: causes.map((cause) => errorOf(cause, runner, told)), runner };
  }
  const last = jobs.at(-1);
  return {
    verdict: last?.verdict ?? 'unknown',
    errors: [],
    runner,
    ...(last?.unexplained && { unexplained: { line: last.unexplained.line, text: last.unexplained.text } }),
  };
}

function errorOf({ match, segment, consequences }: Cause, runner: LogRunner, told: Captures): LogError {
  const { error, line, text, captures } = match;
  const edits = editsOf(error, captures, runner);
  const { id, executors } = error;
  const found = { id, executors, segment, line, text, captures, told, edits, consequences };
  return { ...found, commands: commandsOf(found, {}) };
}

/** The commands of an error with all that is known: `known` of the configuration, before which the log comes. */
export function commandsOf(
  { id, told, captures }: Pick<LogError, 'id' | 'told' | 'captures'>,
  known: Captures,
): string[] {
  const values = { ...known, ...told, ...captures };
  return entryOf(id)?.commands.map((command) => fillCommand(command, values)) ?? [];
}

function editsOf({ edits }: Entry, captures: Captures, { executor }: LogRunner): Edit[] {
  return filledEdits(edits, captures).filter((edit) => isFor(edit, executor));
}

/** An error that was explained before, as far as its cures depend on it; undefined where its entry is not known. */
export function curableOf(
  id: string,
  captures: Captures,
  runner: LogRunner,
): Pick<LogError, 'edits' | 'executors'> | undefined {
  const entry = entryOf(id);
  return entry && { edits: editsOf(entry, captures, runner), executors: entry.executors };
}

/** Whether an edit is for the executor that the log names; without one it may be. */
export function isFor({ table, family }: Edit, executor: string | undefined): boolean {
  if (executor === undefined) return true;
  return isReadBy(table, executor) && (family === undefined || isOfFamily(family, executor));
}
