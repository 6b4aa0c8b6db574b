// Asks a process that runs tests (worker.mjs), and starts a new one where a mutant keeps it busy, or fills its memory.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** So many are asked of one process: what a test leaves behind does not pile up. */
const REQUESTS = 50;

export class Asker {
  #args;
  #process;
  #asked = 0;
  #heard = () => {};

  constructor(...args) {
    this.#args = [join(import.meta.dirname, 'worker.mjs'), ...args];
  }

  /**
   * The answer; `over` says of which limit a test has gone over: `time` or `memory`, or `crash` where the process ended by itself.
   * `milliseconds` gives the limit of each test, and `all` that of all together.
   */
  async ask(request, milliseconds, all) {
    if (this.#asked++ % REQUESTS === 0) this.end();
    this.#process ??= this.#start();
    const { stdin } = this.#process;
    const end = performance.now() + all;
    let current = request.tests[0].test;
    let timer;
    const answer = await new Promise((resolve) => {
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(resolve, Math.min(milliseconds(current), end - performance.now()), { over: 'time' });
      };
      this.#heard = (line) => {
        if (line.answer) return resolve(line.answer);
        current = line.starts;
        wait();
      };
      wait();
      stdin.write(`${JSON.stringify(request)}\n`);
    });
    clearTimeout(timer);
    if (!answer.over) return answer;
    this.end();
    return { by: current, ...answer };
  }

  end() {
    this.#process?.kill('SIGKILL');
    this.#process = undefined;
  }

  #start() {
    const child = spawn(process.execPath, this.#args, { stdio: ['pipe', 'pipe', 'ignore'] });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (child === this.#process && /^\{"(?:answer|starts)":/.test(line)) this.#heard(JSON.parse(line));
    });
    child.on('close', () => child === this.#process && this.#heard({ answer: { over: 'crash' } }));
    child.stdin.on('error', () => {});
    return child;
  }
}
