import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { SECTION } from '../protocol/settings';
import { DISPLAY_NAME } from './names';
import type { Started } from './start';

/** Makes the client of a server in a web worker, for vscode.dev and every other browser host. */
export async function createClient(context: ExtensionContext, options: LanguageClientOptions): Promise<Started> {
  const bundle = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js');
  let worker: Worker | undefined;
  // A function and not a worker, so that a restart begins with a new one; and reader and writer instead of the worker that
  // the function might return, because the client's `instanceof Worker` is false for the workers of an extension host.
  const serverOptions = async () => {
    worker?.terminate();
    worker = await startWorker(bundle);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return {
    client: new LanguageClient(SECTION, DISPLAY_NAME, serverOptions, options),
    release: () => worker?.terminate(),
  };
}

async function startWorker(bundle: Uri): Promise<Worker> {
  try {
    return new Worker(bundle.toString(true));
  } catch {
    // An extension that a remote host serves (code-server with the web kind) may not start workers from its own address:
    // `new Worker` throws at once. A blob of the same text may.
    const source = await workspace.fs.readFile(bundle);
    const address = URL.createObjectURL(new Blob([source.slice()], { type: 'text/javascript' }));
    return new Worker(address);
  }
}
