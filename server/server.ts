/** Wires requests of the Language Server Protocol to the features. The one place that knows the connection. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type PublishDiagnosticsParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkCached } from './check/check';
import type { ConfigDocument } from './document';
import { DocumentSettings } from './document-settings';
import { codeActions, FIX_ALL } from './features/code-actions';
import { completion, completionTriggers, resolveCompletion } from './features/completion';
import { diagnostics } from './features/diagnostics';
import { documentHighlights } from './features/document-highlights';
import { documentLinks } from './features/document-links';
import { documentSymbols } from './features/document-symbols';
import { foldingRanges } from './features/folding-ranges';
import { formatDocument, formatOnType, formatRange } from './features/formatting';
import { documentationLink, hover } from './features/hover';
import { selectionRanges } from './features/selection-ranges';
import type { TextEdit } from './finding';
import { OpenDocuments, type RecognitionChoice } from './open-documents';
import { loadSchema } from './schema/schema';
import { loadTexts } from './schema/texts';
import { SECTION } from './settings';
import { Settled } from './settled';

/** Registers all handlers on a connection and starts listening. */
export function serve(connection: Connection): void {
  const texts = new TextDocuments(TextDocument);
  const open = new OpenDocuments();
  const settings = new DocumentSettings(
    (items) => connection.workspace.getConfiguration(items),
    (message) => connection.console.warn(message),
  );
  let pullsSettings = false;
  const context = {
    // Built at the first question: the answer to `initialize` does not wait for it.
    get schema() {
      return loadSchema();
    },
    texts: loadTexts(),
    snippets: false,
  };
  const checks = new Settled(publish);

  /** Runs a handler. An exception becomes a log line and the empty answer, never a dead server. */
  function guard<Result>(what: string, empty: Result, act: () => Result): Result {
    try {
      return act();
    } catch (error) {
      connection.console.error(`${what} failed: ${error instanceof Error ? error.stack : String(error)}`);
      return empty;
    }
  }

  /** Runs a handler for a document of ours; for any other document the answer is empty. */
  function answer<Result>(uri: string, what: string, empty: Result, act: (document: ConfigDocument) => Result): Result {
    return guard(`${what} in ${uri}`, empty, () => {
      const text = texts.get(uri);
      const document = text && open.get(text);
      return document ? act(document) : empty;
    });
  }

  function publish(uri: string): void {
    const version = texts.get(uri)?.version;
    if (version === undefined) return;
    const found = answer(uri, 'Checking', [], (document) =>
      diagnostics(document, checkCached(document, context, open.cacheOf(uri)), settings.of(uri).severity),
    );
    send({ uri, version, diagnostics: found });
  }

  function send(params: PublishDiagnosticsParams): void {
    connection.sendDiagnostics(params).catch(() => {
      // The client is gone, and with it everybody who wanted to know.
    });
  }

  async function pullSettings(uris: readonly string[]): Promise<void> {
    for (const uri of await settings.pull(uris)) checks.schedule(uri);
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { capabilities } = params;
    pullsSettings = capabilities.workspace?.configuration === true;
    context.snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
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

  connection.onInitialized(() => {
    if (!pullsSettings) return;
    void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(() => {
      // A client without dynamic registration sends the notification unasked, or not at all.
    });
  });

  connection.onDidChangeConfiguration((change) => {
    settings.changed();
    if (pullsSettings) {
      void pullSettings(texts.keys());
      return;
    }
    settings.push((change.settings as Record<string, unknown> | null | undefined)?.[SECTION]);
    for (const uri of texts.keys()) checks.schedule(uri);
  });

  connection.onShutdown(() => checks.cancelAll());

  connection.onNotification('gitlabRunnerConfig/recognition', (said: { uri: string; choice: RecognitionChoice }) => {
    open.choose(said.uri, said.choice);
    checks.schedule(said.uri);
  });

  texts.onDidOpen(({ document }) => {
    if (pullsSettings) void pullSettings([document.uri]);
  });
  texts.onDidChangeContent(({ document }) => checks.schedule(document.uri));
  texts.onDidClose(({ document: { uri } }) => {
    checks.cancel(uri);
    open.close(uri);
    settings.forget(uri);
    send({ uri, diagnostics: [] });
  });

  connection.onCompletion(({ textDocument, position }) =>
    answer(textDocument.uri, 'Completion', [], (document) => completion(document, document.offset(position), context)),
  );
  connection.onCompletionResolve((item) =>
    guard('Completion documentation', item, () => resolveCompletion(item, context)),
  );
  connection.onHover(({ textDocument, position }) =>
    answer(textDocument.uri, 'Hover', null, (document) => hover(document, document.offset(position), context) ?? null),
  );
  connection.onRequest('gitlabRunnerConfig/documentation', ({ textDocument, position }) =>
    answer(textDocument.uri, 'Documentation', null, (document) => {
      const url = documentationLink(document, document.offset(position), context);
      return url === undefined ? null : { url };
    }),
  );
  connection.onCodeAction(({ textDocument, range, context: request }) =>
    answer(textDocument.uri, 'Code actions', [], (document) =>
      codeActions(document, { start: document.offset(range.start), end: document.offset(range.end) }, context, {
        only: request.only,
        overrides: settings.of(textDocument.uri).severity,
      }),
    ),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    answer(textDocument.uri, 'Symbols', [], (document) => documentSymbols(document, context)),
  );
  connection.onFoldingRanges(({ textDocument }) => answer(textDocument.uri, 'Folding', [], foldingRanges));
  connection.onSelectionRanges(({ textDocument, positions }) =>
    answer(textDocument.uri, 'Selection', [], (document) =>
      selectionRanges(
        document,
        positions.map((position) => document.offset(position)),
      ),
    ),
  );
  connection.onDocumentLinks(({ textDocument }) =>
    answer(textDocument.uri, 'Links', [], (document) => documentLinks(document, context)),
  );
  connection.onDocumentHighlight(({ textDocument, position }) =>
    answer(textDocument.uri, 'Highlights', [], (document) => documentHighlights(document, document.offset(position))),
  );

  const format = (uri: string, act: (document: ConfigDocument) => TextEdit[]) =>
    answer(uri, 'Formatting', [], (document) =>
      settings.of(uri).formatEnabled
        ? act(document).map((edit) => ({ range: document.range(edit), newText: edit.newText }))
        : [],
    );
  connection.onDocumentFormatting(({ textDocument, options }) =>
    format(textDocument.uri, (document) => formatDocument(document, options)),
  );
  connection.onDocumentRangeFormatting(({ textDocument, range, options }) =>
    format(textDocument.uri, (document) =>
      formatRange(document, { start: document.offset(range.start), end: document.offset(range.end) }, options),
    ),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch, options }) =>
    format(textDocument.uri, (document) => formatOnType(document, document.offset(position), ch, options)),
  );

  texts.listen(connection);
  connection.listen();
}
