/** The server as a web worker. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { connectionOptions } from './lifecycle';
import { start } from './start';

const scope = self as unknown as DedicatedWorkerGlobalScope;
start(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), connectionOptions()));
