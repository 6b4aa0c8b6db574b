/**
 * Answers `initialize`, then loads the rest of the server. The build makes the rest a bundle of its own
 * (`dist/language.js`), so that the answer does not wait for the reading of it.
 */
import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SECTION } from '../protocol/settings';
import { FIX_ALL } from './features/code-actions/fix-all';
import { completionTriggers } from './features/completion/triggers';
import { languageCode } from './load-language';

/** Starts the server on a connection. */
export function start(connection: Connection): void {
  const texts = new TextDocuments(TextDocument);
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    afterAnswer(() => languageCode().serve(connection, texts, params));
    const { configuration, didChangeConfiguration } = params.capabilities.workspace ?? {};
    // A client that registers nothing sends the notification unasked; some warn the user when it is asked for all the same.
    if (configuration && didChangeConfiguration?.dynamicRegistration) {
      connection.onInitialized(() => registerForChanges(connection));
    }
    return {
      serverInfo: { name: 'gitlab-runner-config' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        documentLinkProvider: {},
        documentHighlightProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      },
    };
  });
  texts.listen(connection);
  connection.listen();
}

/** The client is asked for the settings; this makes it tell when they change. */
function registerForChanges(connection: Connection): void {
  void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(() => {
    // Then it does not tell; that is no reason to fail.
  });
}

/**
 * The connection writes an answer in the next turn of the event loop, so what comes in the one after does not delay it; nor
 * does a message come before: each has a turn of its own, asked for when it arrives. A worker has no process to start and
 * no file to read: there the handlers are registered at once.
 */
const afterAnswer: (act: () => void) => void =
  typeof setImmediate === 'function' ? (act) => void setImmediate(() => setImmediate(act)) : (act) => act();
