/**
 * Checks many files on several threads. Each takes the next batch that nobody has taken, this one too; what the others find comes
 * back as messages. Nothing here is asynchronous: a command answers when it is done.
 */
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { Catalog } from '../../text/catalog';
import { Checker, type Verdict } from './checker';
import type { Progress } from './progress';
import type { Help, NamedFile, StartThread, Task } from './task';

/** Files that are taken at once: few, so that all threads end at the same time. */
const BATCH = 16;
/** A thread reads the language for itself, which takes as long as checking some hundred files. */
const FILES_OF_THREAD = 300;
/** Each takes some 60 MB. */
const MOST_THREADS = 8;
/** Milliseconds without a word of the others. What they have not sent by then is done here: a thread may have died. */
const PATIENCE = 10_000;

/** Where the counters stand that all threads share: the next batch to take, and how many were sent. */
const NEXT = 0;
const SENT = 1;

/** What another thread sends of a batch. No verdicts: it could not, and who reads them shall see why. */
interface Sent {
  readonly batch: number;
  readonly verdicts: readonly Verdict[] | undefined;
}

/** On how many threads files are checked. `jobs`: how many the user wants. */
export function threadsFor(names: readonly NamedFile[], jobs: number | undefined): number {
  // Standard input is read here, and once.
  if (names.some(({ isStandardInput }) => isStandardInput)) return 1;
  if (jobs !== undefined) return Math.max(1, Math.min(jobs, batchesIn(names)));
  return Math.max(1, Math.min(availableParallelism(), MOST_THREADS, Math.floor(names.length / FILES_OF_THREAD)));
}

const batchesIn = (names: readonly NamedFile[]) => Math.ceil(names.length / BATCH);

const nothingElse = () => {
  throw new Error('Standard input is read on the first thread alone');
};

function verdictsOf(batch: number, names: readonly NamedFile[], checker: Checker): Verdict[] {
  return names.slice(batch * BATCH, (batch + 1) * BATCH).map((named) => checker.checkNamed(named, nothingElse));
}

/** The batches that this thread takes, until none is left. */
function* taken(counters: Int32Array, count: number): Iterable<number> {
  for (;;) {
    const batch = Atomics.add(counters, NEXT, 1);
    if (batch >= count) return;
    yield batch;
  }
}

/** What another thread does from its start to its end. */
export function help({ task, names, counters, port }: Help, catalog: Catalog, onText: (text: string) => void): void {
  const checker = new Checker(catalog, task, onText);
  for (const batch of taken(counters, batchesIn(names))) {
    let verdicts: Verdict[] | undefined;
    try {
      verdicts = verdictsOf(batch, names, checker);
    } catch {
      verdicts = undefined;
    }
    port.postMessage({ batch, verdicts } satisfies Sent);
    Atomics.add(counters, SENT, 1);
    Atomics.notify(counters, SENT);
  }
}

/** The verdicts about files, in their order. Throws Unreadable. */
export function checkOnThreads(
  names: readonly NamedFile[],
  threads: number,
  {
    checker,
    task,
    language,
    startThread,
    progress,
    patience = PATIENCE,
  }: {
    readonly checker: Checker;
    readonly task: Task;
    readonly language: string;
    readonly startThread: StartThread;
    readonly progress: Progress;
    readonly patience?: number;
  },
): Verdict[] {
  const count = batchesIn(names);
  const counters = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const ports = Array.from({ length: threads - 1 }, () => {
    const { port1, port2 } = new MessageChannel();
    startThread({ language, task, names, counters, port: port2 });
    return port1;
  });
  const done = new Map<number, readonly Verdict[]>();
  const check = (batch: number) => {
    done.set(batch, verdictsOf(batch, names, checker));
    progress.show(done.size * BATCH, names.length);
  };
  const receive = () => {
    for (const { batch, verdicts } of ports.flatMap(messagesAt)) {
      if (verdicts) done.set(batch, verdicts);
      else check(batch);
    }
    progress.show(done.size * BATCH, names.length);
  };
  for (const batch of taken(counters, count)) {
    check(batch);
    receive();
  }
  for (let sent = Atomics.load(counters, SENT); ; sent = Atomics.load(counters, SENT)) {
    receive();
    if (done.size === count) break;
    if (Atomics.wait(counters, SENT, sent, patience) !== 'timed-out') continue;
    check(firstMissing(done, count));
  }
  for (const port of ports) port.close();
  return Array.from({ length: count }, (_, batch) => done.get(batch) ?? []).flat();
}

function firstMissing(done: ReadonlyMap<number, unknown>, count: number): number {
  let batch = 0;
  while (batch < count && done.has(batch)) batch++;
  return batch;
}

function messagesAt(port: MessagePort): Sent[] {
  const all: Sent[] = [];
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) all.push(next.message as Sent);
  return all;
}
