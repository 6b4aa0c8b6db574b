/** The process of our language server. (`server-process.web.ts`: in the browser it is a worker, which nothing can end.) */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ours } from '../harness/extension';

const run = promisify(execFile);

/** Its number; undefined while there is none. */
export async function serverProcess(): Promise<number | undefined> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,args=']);
  const server = `${ours().extensionPath}/dist/server.js`;
  for (const line of stdout.split('\n')) {
    const [pid, parent, ...args] = line.trim().split(/\s+/);
    // A child of this extension host, so that the server of another window lives on.
    if (Number(parent) === process.pid && args.join(' ').includes(server)) return Number(pid);
  }
  return undefined;
}

/** Whether it can be found and ended here. */
export const canEndServer = process.platform !== 'win32';

export function endServer(pid: number): void {
  process.kill(pid, 'SIGKILL');
}
