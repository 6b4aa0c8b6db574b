/** Wires requests of the Language Server Protocol to the features. The one place that knows the connection. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkCached } from './check/check';
import type { Context } from './context';
import type { ConfigDocument } from './document';
import { codeActions, FIX_ALL } from './features/code-actions';
import { completion, resolveCompletion } from './features/completion';
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
import { defaultSettings, readSettings, type Settings } from './settings';

const SECTION = 'gitlabRunnerConfig';

/** Registers all handlers on a connection and starts listening. */
export function serve(connection: Connection): void {
  const texts = new TextDocuments(TextDocument);
  const open = new OpenDocuments();
  let settings: Settings = defaultSettings;
  let pullsSettings = false;
  let context: Context = { schema: loadSchema(), texts: loadTexts(), snippets: false };
  const scheduled = new Map<string, ReturnType<typeof setTimeout>>();
  const complain = (message: string) => connection.console.warn(message);

  /** Runs a handler for a document of ours. An exception becomes a log line and the empty answer, never a dead server. */
  function answer<Result>(uri: string, what: string, empty: Result, act: (document: ConfigDocument) => Result): Result {
    try {
      const text = texts.get(uri);
      const document = text && open.get(text);
      return document ? act(document) : empty;
    } catch (error) {
      connection.console.error(`${what} failed for ${uri}: ${error instanceof Error ? error.stack : String(error)}`);
      return empty;
    }
  }

  function publish(uri: string): void {
    scheduled.delete(uri);
    const version = texts.get(uri)?.version;
    if (version === undefined) return;
    const found = answer(uri, 'Checking', [], (document) =>
      diagnostics(document, checkCached(document, context, open.cacheOf(uri)), settings.severity),
    );
    void connection.sendDiagnostics({ uri, version, diagnostics: found });
  }

  /** Several changes that arrive together are checked once, after the requests that came with them. */
  function schedule(uri: string): void {
    clearTimeout(scheduled.get(uri));
    scheduled.set(
      uri,
      setTimeout(() => publish(uri), 0),
    );
  }

  async function pullSettings(): Promise<void> {
    try {
      settings = readSettings(await connection.workspace.getConfiguration(SECTION), complain);
    } catch (error) {
      complain(`The settings could not be read: ${String(error)}`);
    }
    for (const { uri } of texts.all()) schedule(uri);
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { capabilities } = params;
    pullsSettings = capabilities.workspace?.configuration === true;
    context = { ...context, snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true };
    return {
      serverInfo: { name: 'gitlab-runner-config' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: ['[', '.', '=', '"', "'", ' ', '{', ','], resolveProvider: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        documentLinkProvider: {},
        documentHighlightProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: [']'] },
      },
    };
  });

  connection.onInitialized(() => {
    if (!pullsSettings) return;
    void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(() => {
      // A client without dynamic registration sends the notification unasked, or not at all.
    });
    void pullSettings();
  });

  connection.onDidChangeConfiguration((change) => {
    if (pullsSettings) {
      void pullSettings();
      return;
    }
    settings = readSettings((change.settings as Record<string, unknown> | null)?.[SECTION], complain);
    for (const { uri } of texts.all()) schedule(uri);
  });

  connection.onNotification('gitlabRunnerConfig/recognition', (said: { uri: string; choice: RecognitionChoice }) => {
    open.choose(said.uri, said.choice);
    schedule(said.uri);
  });

  texts.onDidChangeContent(({ document }) => schedule(document.uri));
  texts.onDidClose(({ document }) => {
    clearTimeout(scheduled.get(document.uri));
    scheduled.delete(document.uri);
    open.close(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.onCompletion(({ textDocument, position }) =>
    answer(textDocument.uri, 'Completion', [], (document) => completion(document, document.offset(position), context)),
  );
  connection.onCompletionResolve((item) => resolveCompletion(item, context));
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
        overrides: settings.severity,
      }),
    ),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    answer(textDocument.uri, 'Symbols', [], (document) => documentSymbols(document, context)),
  );
  connection.onFoldingRanges(({ textDocument }) => answer(textDocument.uri, 'Folding', [], foldingRanges));
  connection.onSelectionRanges(({ textDocument, positions }) =>
    answer(textDocument.uri, 'Selection', [], (document) => selectionRanges(document, positions)),
  );
  connection.onDocumentLinks(({ textDocument }) =>
    answer(textDocument.uri, 'Links', [], (document) => documentLinks(document, context)),
  );
  connection.onDocumentHighlight(({ textDocument, position }) =>
    answer(textDocument.uri, 'Highlights', [], (document) => documentHighlights(document, document.offset(position))),
  );

  const format = (uri: string, act: (document: ConfigDocument) => TextEdit[]) =>
    answer(uri, 'Formatting', [], (document) =>
      settings.formatEnabled
        ? act(document).map((edit) => ({ range: document.range(edit), newText: edit.newText }))
        : [],
    );
  connection.onDocumentFormatting(({ textDocument, options }) =>
    format(textDocument.uri, (document) => formatDocument(document, options)),
  );
  connection.onDocumentRangeFormatting(({ textDocument, range, options }) =>
    format(textDocument.uri, (document) => formatRange(document, range, options)),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch, options }) =>
    format(textDocument.uri, (document) => formatOnType(document, document.offset(position), ch, options)),
  );

  texts.listen(connection);
  connection.listen();
}
