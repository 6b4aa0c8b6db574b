/** The command line as a process: standard input, output, status and threads. The work is in command-line.ts. */
import { readFileSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { holdOptimizingCompilerBack } from '../optimizing-compiler';
import { loadCatalog } from '../text/catalog';
import { colours, wantsColours } from './colours';
import { run } from './command-line';
import { piecesFrom } from './explain/pieces';
import type { Help } from './lint/task';
import { help } from './lint/threads';

// A reader such as `head` may go before all is written; the status is what it is all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

function main(): void {
  const locale = localeOf(process.env);
  const { status, output, complaint } = run(process.argv.slice(2), () => readFileSync(0), undefined, {
    standardInputPieces: () => piecesFrom(0),
    tuneForShortTexts: holdOptimizingCompilerBack,
    startThread,
    ...(locale !== undefined && { locale }),
    ...(wantsColours(process.stdout, process.env) && { colours }),
    ...(process.stderr.isTTY && { showProgress }),
  });
  if (complaint) process.stderr.write(complaint);
  process.stdout.write(output);
  // The status is set, not exited with: what is written to a pipe must get out first.
  process.exitCode = status;
}

/** The locale of the messages of a POSIX process; an empty variable counts as none. */
function localeOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string | undefined {
  return LC_ALL || LC_MESSAGES || LANG || undefined;
}

/** This file once more, which finds itself on another thread. */
function startThread(data: Help): void {
  const worker = new Worker(__filename, { workerData: data, transferList: [data.port] });
  // What it does not do is done here.
  worker.on('error', () => {});
  worker.unref();
}

/** A line that replaces the last one. */
function showProgress(line: string): void {
  process.stderr.write(`\r${line}\x1b[K`);
}

try {
  if (isMainThread) main();
  else help(workerData as Help, loadCatalog((workerData as Help).language), holdOptimizingCompilerBack());
} catch (error) {
  // A fault of ours, not a verdict on the file.
  process.stderr.write(`gitlab-runner-config: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
}
