// Asks a process that runs tests (worker.mjs), and starts a new one where a mutant keeps it busy, or has filled its memory.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** So many are asked of one process: what a test leaves behind does not pile up. */
const REQUESTS = 50;

export class Asker {
  #args;
  #process;
  #asked = 0;
  #answered = () => {};

  constructor(...args) {
    this.#args = [join(import.meta.dirname, 'worker.mjs'), ...args];
  }

  /** The answer; undefined where none came within so many milliseconds. */
  async ask(request, milliseconds) {
    if (this.#asked++ % REQUESTS === 0) this.end();
    this.#process ??= this.#start();
    const { stdin } = this.#process;
    const answer = await new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#answered = (given) => {
        clearTimeout(timer);
        resolve(given);
      };
      stdin.write(`${JSON.stringify(request)}\n`);
    });
    if (!answer) this.end();
    return answer;
  }

  end() {
    this.#process?.kill('SIGKILL');
    this.#process = undefined;
  }

  #start() {
    const child = spawn(process.execPath, this.#args, { stdio: ['pipe', 'pipe', 'ignore'] });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (child === this.#process && line.startsWith('{"answer":')) this.#answered(JSON.parse(line).answer);
    });
    child.on('exit', () => child === this.#process && this.#answered(undefined));
    child.stdin.on('error', () => {});
    return child;
  }
}
