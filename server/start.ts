/** Answers `initialize`. All that knows the language is a bundle of its own (`dist/language.js`), read while the server waits for its client. */
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
import { FIX_ALL } from './features/code-actions/fix-all-kind';
import { completionTriggers } from './features/completion/triggers';
import { refuseRequests } from './lifecycle';
import { languageCode } from './load-language';
import { nextTurn } from './settled';

/** Starts the server on a connection. `seen` is told of each text that is opened. */
export function start(connection: Connection, seen?: (text: string) => void, language = languageCode): void {
  const texts = new TextDocuments(TextDocument);
  if (seen) texts.onDidOpen(({ document }) => seen(document.getText()));
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    language().serve(connection, texts, params);
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
        inlayHintProvider: true,
        documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      },
    };
  });
  refuseRequests(connection);
  texts.listen(connection);
  connection.listen();
  nextTurn(() => language().prepare());
}

/** The client is asked for the settings; this makes it tell when they change. */
function registerForChanges(connection: Connection): void {
  void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(() => {
    // Then it does not tell; that is no reason to fail.
  });
}
