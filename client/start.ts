import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { SECTION } from '../protocol/settings';
import { DISPLAY_NAME } from './names';

/** A client and what has to go with it. */
export interface Started {
  readonly client: BaseLanguageClient;
  /** Releases what stopping the client does not. */
  release(): void;
}

/** Makes the client of a server in a process of its own, over Node's IPC. (`start.web.ts` is the browser's version.) */
export async function createClient(context: ExtensionContext, options: LanguageClientOptions): Promise<Started> {
  const run: NodeModule = { module: join(context.extensionPath, 'dist', 'server.js'), transport: TransportKind.ipc };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return { client: new LanguageClient(SECTION, DISPLAY_NAME, { run, debug }, options), release: () => {} };
}
