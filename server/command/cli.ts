/** The command line as a process: standard input, output and status. The work is in command-line.ts. */
import { readFileSync } from 'node:fs';
import { run } from './command-line';
import { piecesFrom } from './explain/pieces';

// A reader such as `head` may go before all is written; the status is what it is all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

function main(): void {
  const { status, output, complaint } = run(
    process.argv.slice(2),
    () => readFileSync(0),
    undefined,
    () => piecesFrom(0),
  );
  if (complaint) process.stderr.write(complaint);
  process.stdout.write(output);
  // The status is set, not exited with: what is written to a pipe must get out first.
  process.exitCode = status;
}

try {
  main();
} catch (error) {
  // A fault of ours, not a verdict on the file.
  process.stderr.write(`gitlab-runner-config: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
}
