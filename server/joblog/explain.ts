/** Explains a log: what went wrong, the most likely cause first, and what cures it. */
import type { Cause, Judged } from './causes';
import { entryOf } from './entries';
import { isOfFamily, isReadBy } from './families';
import { filledCommands, filledEdits } from './fill';
import type { FoundMatch } from './job';
import { Jobs } from './jobs';
import { LogReader } from './log-reader';
import { plainPaste } from './plain-paste';
import { Scanner } from './scanner';
import type { Captures, Edit, Entry, Explanation, LogError, LogRunner } from './types';
import { unwrap } from './unwrap';
import { utf8 } from './utf8';
import { words } from './words';

/** What was copied out of a terminal is not longer. */
const LONGEST_PASTE = 1 << 16;

/** Tells more of a runner than its log does. */
type Knowing = (runner: LogRunner) => LogRunner;

const nothingMore: Knowing = (runner) => runner;

const MOST_REMEMBERED = 1000;

/** To look a runner up in a configuration takes long, and the errors of a log are of few runners. */
function remembering(known: Knowing): Knowing {
  const before = new Map<string, LogRunner>();
  return (runner) => {
    const key = JSON.stringify(runner);
    const found = before.get(key) ?? known(runner);
    if (before.size >= MOST_REMEMBERED) before.clear();
    before.set(key, found);
    return found;
  };
}

/** The explanation of a log that comes in pieces. `known`: with what a configuration tells of the runner. */
export function explainLog(chunks: Iterable<Uint8Array>, known = nothingMore): Explanation {
  const paste = new Paste();
  const explanation = explained(paste.through(utf8(chunks)), known);
  const { text } = paste;
  const plain = plainPaste(text);
  return unwrappedToo(plain === undefined ? explanation : explainedText(plain, known), plain ?? text, known);
}

/** The explanation of a paste, or of what it was before a terminal wrapped its lines, where that tells more. */
function unwrappedToo(explanation: Explanation, text: string, knowing: Knowing): Explanation {
  if (explanation.verdict === 'succeeded') return explanation;
  const unwrapped = unwrap(text);
  const again = unwrapped && explainedText(unwrapped.text, knowing);
  const [first] = again?.errors ?? [];
  if (!unwrapped || !again || !first) return explanation;
  // Of a text that an editor wrapped between words, or of a line that was not wrapped, enough is known already.
  const whole = unwrapped.text.split('\n')[first.line]?.length ?? 0;
  const isOfTerminal = whole > unwrapped.width && first.text.length <= whole;
  const [known] = explanation.errors;
  if (known && (!isOfTerminal || tellsMore(known, first))) return explanation;
  return { ...again, errors: again.errors.map((error) => ({ ...error, line: unwrapped.lines[error.line] ?? 0 })) };
}

/** Whether an error tells more than another one of the same message. */
function tellsMore(one: LogError, other: LogError): boolean {
  if (one.id === other.id) return Object.keys(one.captures).length > Object.keys(other.captures).length;
  return entryOf(one.id)?.beats.includes(other.id) === true;
}

/** The explanation of a text. */
export function explainText(text: string, known = nothingMore): Explanation {
  return explainLog([new TextEncoder().encode(text)], known);
}

function explainedText(text: string, known: Knowing): Explanation {
  return explained([new TextEncoder().encode(text)], known);
}

function explained(chunks: Iterable<Uint8Array>, known: Knowing): Explanation {
  const jobs = new Jobs(known === nothingMore ? known : remembering(known));
  const reader = new LogReader(words(), jobs);
  const scanner = new Scanner(words().finder, reader);
  for (const chunk of chunks) scanner.feed(chunk);
  scanner.end();
  reader.end();
  const { causes, last } = jobs.end();
  return explanationOf(causes, last, known(reader.runner), reader.told);
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
function explanationOf(
  causes: readonly Cause[],
  { verdict, unexplained }: Judged,
  runner: LogRunner,
  told: Captures,
): Explanation {
  if (causes.length > 0) {
    return { verdict: 'runner', errors: causes.map((cause) => errorOf(cause, told)), runner };
  }
  return {
    verdict,
    errors: [],
    runner,
    ...(unexplained && { unexplained: { line: unexplained.line, text: unexplained.text } }),
  };
}

function errorOf({ match, segment, runner, consequences }: Cause, told: Captures): LogError {
  const { error, line, text } = match;
  const captures = withContainer(match, withTold(error, match.captures, told));
  const edits = editsOf(error, captures, runner);
  const { id, executors } = error;
  const found = { id, executors, segment, line, text, runner, captures, told, edits, consequences };
  return { ...found, commands: commandsOf(found, {}) };
}

/** What was captured, with what the edits name and the log tells elsewhere; what a line is only likely to mean gives way to that. */
function withTold({ edits }: Entry, captures: Captures, { registry }: Captures): Captures {
  const isNamed = registry !== undefined && JSON.stringify(edits).includes('{registry}');
  if (!isNamed) return captures;
  return captures.unnamed === undefined ? { registry, ...captures } : { registry };
}

/** What was captured, with the container, which a line may leave to what stands above it. */
function withContainer({ error, container }: FoundMatch, captures: Captures): Captures {
  if (container === undefined || captures.container !== undefined) return captures;
  return error.edits.some(({ matches }) => matches?.[0] === 'container') ? { ...captures, container } : captures;
}

/** The commands of an error with all that is known: `known` of the configuration, before which the log comes. */
export function commandsOf(
  { id, told, captures, runner }: Pick<LogError, 'id' | 'told' | 'captures' | 'runner'>,
  known: Captures,
): string[] {
  const values = { ...known, ...told, ...captures };
  return filledCommands(entryOf(id)?.commands ?? [], values, runner.executor ?? known.executor);
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
