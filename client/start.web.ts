import { type ExtensionContext, env, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { SECTION } from '../protocol/settings';
import { filesScript, workerFiles } from '../protocol/worker-files';
import { fallbacksOf, languageOf } from '../server/text/languages';
import { DISPLAY_NAME } from './names';
import type { Started } from './start';

/** Makes the client of a server in a web worker, for vscode.dev and every other browser host. */
export async function createClient(context: ExtensionContext, options: LanguageClientOptions): Promise<Started> {
  const folder = Uri.joinPath(context.extensionUri, 'dist');
  let worker: Worker | undefined;
  // A function and not a worker, so that a restart begins with a new one; and reader and writer instead of the worker that
  // the function might return, because the client's `instanceof Worker` is false for the workers of an extension host.
  const serverOptions = async () => {
    worker?.terminate();
    worker = await startWorker(folder);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return {
    client: new LanguageClient(SECTION, DISPLAY_NAME, serverOptions, options),
    release: () => worker?.terminate(),
  };
}

/**
 * The worker's script is what it may ask for, then the bundle. It is a blob, as VS Code itself makes workers of extensions: one that a
 * remote host serves (code-server with the web kind) may not start any from its own address.
 */
async function startWorker(folder: Uri): Promise<Worker> {
  const read = async (name: string) => workspace.fs.readFile(Uri.joinPath(folder, name));
  const decoder = new TextDecoder();
  const language = languageOf(env.language);
  const files = filesScript(workerFiles([language, ...fallbacksOf(language)]), async (name) =>
    decoder.decode(await read(name)),
  );
  const bundle = (await read('server.web.js')).slice();
  const address = URL.createObjectURL(new Blob([await files, bundle], { type: 'text/javascript' }));
  return new Worker(address);
}
