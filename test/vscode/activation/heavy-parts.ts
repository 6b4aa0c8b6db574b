/**
 * The parts of the extension that cost something, and whether they are there: the language client, which is read into the
 * extension host, and the server's process. (`heavy-parts.web.ts`: in the browser the server is a worker.)
 */
import Module from 'node:module';
import { ours } from '../harness/extension';
import { serverProcess } from '../server-restart/server-process';

/** Begins to watch; what it gives says the names of the parts that are there by then. */
export function watchHeavyParts(): () => Promise<string[]> {
  // Of a thread with a module loader of its own, but all `require` of an extension host share this.
  const { _cache: modules } = Module as unknown as { _cache: Record<string, unknown> };
  return async () => {
    const parts: string[] = [];
    if (`${ours().extensionPath}/dist/language-client.js` in modules) parts.push('language client');
    if ((await serverProcess()) !== undefined) parts.push('server');
    return parts;
  };
}
