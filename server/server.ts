/** Wires requests of the Language Server Protocol to the features. The one place that knows the connection. */
import type {
  Connection,
  Diagnostic,
  InitializeParams,
  PublishDiagnosticsParams,
  TextDocumentPositionParams,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { withOneFixAll, withVersion } from './action-edits';
import { checkCached } from './check/check';
import { DocumentSettings } from './document-settings';
import { codeActions } from './features/code-actions';
import { completion, resolveCompletion } from './features/completion';
import { diagnostics, withoutAlarms } from './features/diagnostics';
import { documentHighlights } from './features/document-highlights';
import { documentLinks } from './features/document-links';
import { documentSymbols } from './features/document-symbols';
import { foldingRanges } from './features/folding-ranges';
import { formatDocument, formatOnType, formatRange } from './features/formatting';
import { documentationLink, hover } from './features/hover';
import { selectionRanges } from './features/selection-ranges';
import { LargeFileNotice } from './large-file-notice';
import { type Context, createContext } from './meaning/context';
import type { ConfigDocument } from './meaning/document';
import { documentAt, documentsIn, type HostFile } from './meaning/host-file';
import { forTarget } from './meaning/target';
import { OpenDocuments, type RecognitionChoice } from './open-documents';
import { SECTION } from './settings';
import { Settled } from './settled';
import { TargetStatus } from './target-status';
import type { TextEdit } from './text/edit';

/** Registers the handlers of all requests but `initialize`, which start.ts has answered. */
export function serve(
  connection: Connection,
  texts: TextDocuments<TextDocument>,
  { capabilities, initializationOptions }: InitializeParams,
): void {
  const pullsSettings = capabilities.workspace?.configuration === true;
  const pinsEdits = capabilities.workspace?.workspaceEdit?.documentChanges === true;
  const wantsTargets = initializationOptions?.targetNotifications === true;
  const settings = new DocumentSettings(
    (items) => connection.workspace.getConfiguration(items),
    (message) => connection.console.warn(message),
  );
  const open = new OpenDocuments((uri) => settings.of(uri).markdown);
  let pulled = Promise.resolve();
  // Its parts are read at the first question: the answer to `initialize` does not wait for them.
  const general = createContext({
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
  });
  /** What is known besides a document, with the runner that the user set for it. */
  const contextOf = (uri: string): Context => {
    const { schema, texts: keyTexts, snippets, say } = general;
    return { schema, texts: keyTexts, snippets, say, runnerVersion: settings.of(uri).runnerVersion };
  };
  /** The same as the runner has it that a document is for. */
  const contextFor = (document: ConfigDocument) => forTarget(document, contextOf(document.uri));
  const targets = new TargetStatus((params) => {
    if (wantsTargets) connection.sendNotification('gitlabRunnerConfig/target', params).catch(nobody);
  });
  const large = new LargeFileNotice((message) => connection.console.info(message));
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

  function fileOf(uri: string): HostFile | undefined {
    const text = texts.get(uri);
    return text && open.get(text);
  }

  /** Runs a handler for the configuration or the example at a position; where there is none the answer is empty. */
  function explain<Result>(
    { textDocument: { uri }, position }: TextDocumentPositionParams,
    what: string,
    empty: Result,
    act: (document: ConfigDocument, offset: number) => Result,
  ): Result {
    return guard(`${what} in ${uri}`, empty, () => {
      const file = fileOf(uri);
      const document = file && documentAt(file, position);
      return document ? act(document, document.offset(position)) : empty;
    });
  }

  /** Runs a handler for the configuration at a position, unless it is an example. */
  function answer<Result>(
    params: TextDocumentPositionParams,
    what: string,
    empty: Result,
    act: (document: ConfigDocument, offset: number) => Result,
  ): Result {
    return explain(params, what, empty, (document, offset) =>
      !document.traits.writable ? empty : act(document, offset),
    );
  }

  /** Runs a handler for each configuration of a file, examples too. */
  function explainEach<Item>(uri: string, what: string, act: (document: ConfigDocument) => readonly Item[]): Item[] {
    return guard<Item[]>(`${what} in ${uri}`, [], () => fileOf(uri)?.documents.flatMap(act) ?? []);
  }

  /** Runs a handler for each configuration of a file, unless it is an example. */
  function answerEach<Item>(uri: string, what: string, act: (document: ConfigDocument) => readonly Item[]): Item[] {
    return explainEach(uri, what, (document) => (document.traits.writable ? act(document) : []));
  }

  function publish(uri: string): void {
    const version = texts.get(uri)?.version;
    if (version === undefined) return;
    const found = guard<Diagnostic[]>(`Checking in ${uri}`, [], () => {
      const file = fileOf(uri);
      targets.update(uri, file, () => contextOf(uri));
      large.update(uri, file);
      if (!file) return [];
      const overrides = settings.of(uri).severity;
      const context = contextOf(uri);
      return [
        ...diagnostics(file, file.findings, general.say, overrides),
        ...file.documents.flatMap((document, index) =>
          diagnostics(
            document,
            checkCached(document, context, open.cacheOf(uri, index)),
            general.say,
            document.traits.writable ? overrides : withoutAlarms(overrides),
          ),
        ),
      ];
    });
    send({ uri, version, diagnostics: found });
  }

  function send(params: PublishDiagnosticsParams): void {
    connection.sendDiagnostics(params).catch(nobody);
  }

  function pullSettings(uris: readonly string[]): void {
    pulled = settings.pull(uris).then((changed) => {
      for (const uri of changed) checks.schedule(uri);
    });
  }

  connection.onDidChangeConfiguration((change) => {
    settings.changed();
    if (pullsSettings) {
      pullSettings(texts.keys());
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
    if (pullsSettings) pullSettings([document.uri]);
  });
  texts.onDidChangeContent(({ document }) => checks.schedule(document.uri));
  texts.onDidClose(({ document: { uri } }) => {
    checks.cancel(uri);
    open.close(uri);
    settings.forget(uri);
    targets.forget(uri);
    large.forget(uri);
    send({ uri, diagnostics: [] });
  });

  connection.onCompletion((params) =>
    explain(params, 'Completion', [], (document, offset) => completion(document, offset, contextFor(document))),
  );
  connection.onCompletionResolve((item) =>
    guard('Completion documentation', item, () => resolveCompletion(item, general)),
  );
  connection.onHover((params) =>
    explain(params, 'Hover', null, (document, offset) => hover(document, offset, contextFor(document)) ?? null),
  );
  connection.onRequest('gitlabRunnerConfig/documentation', (params: TextDocumentPositionParams) =>
    explain(params, 'Documentation', null, (document, offset) => {
      const url = documentationLink(document, offset, contextFor(document));
      return url === undefined ? null : { url };
    }),
  );
  connection.onRequest(
    'gitlabRunnerConfig/regions',
    async ({ textDocument: { uri } }: { textDocument: { uri: string } }) => {
      // It is asked once, right after the opening: whether Markdown is read must be known by then.
      await pulled;
      return {
        regions: explainEach(uri, 'Regions', (document) => [
          {
            range: document.range({ start: 0, end: document.text.length }),
            text: document.text,
            path: document.region?.path ?? [],
          },
        ]),
      };
    },
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) =>
    guard(`Code actions in ${uri}`, [], () => {
      const file = fileOf(uri);
      if (!file) return [];
      // "Fix all" is about the file, wherever the cursor is.
      const asked = only?.some((kind) => kind.startsWith('source')) ? file.documents : documentsIn(file, range);
      const actions = asked
        .filter((document) => document.traits.writable)
        .flatMap((document) =>
          codeActions(
            document,
            { start: document.offset(range.start), end: document.offset(range.end) },
            contextOf(uri),
            {
              only,
              overrides: settings.of(uri).severity,
            },
          ),
        );
      const found = withOneFixAll(actions, uri);
      const version = texts.get(uri)?.version;
      return pinsEdits && version !== undefined ? withVersion(found, version) : found;
    }),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    answerEach(uri, 'Symbols', (document) => documentSymbols(document, contextFor(document))),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }) => answerEach(uri, 'Folding', foldingRanges));
  connection.onSelectionRanges(({ textDocument, positions }) => {
    if (!fileOf(textDocument.uri)) return [];
    // Outside of the configurations the range is empty: the editor's own stays.
    return positions.map((position) => {
      const nothing = { range: { start: position, end: position } };
      return answer({ textDocument, position }, 'Selection', nothing, (document, offset) => {
        return selectionRanges(document, [offset])[0] ?? nothing;
      });
    });
  });
  connection.onDocumentLinks(({ textDocument: { uri } }) =>
    answerEach(uri, 'Links', (document) => documentLinks(document, contextFor(document))),
  );
  connection.onDocumentHighlight((params) => answer(params, 'Highlights', [], documentHighlights));

  const format = (uri: string, act: (document: ConfigDocument) => TextEdit[]) =>
    settings.of(uri).formatEnabled
      ? answerEach(uri, 'Formatting', (document) => (document.traits.formattable ? document.edits(act(document)) : []))
      : [];
  connection.onDocumentFormatting(({ textDocument, options }) =>
    format(textDocument.uri, (document) => formatDocument(document, options)),
  );
  connection.onDocumentRangeFormatting(({ textDocument, range, options }) =>
    format(textDocument.uri, (document) => {
      const [start, end] = [document.offset(range.start), document.offset(range.end)];
      return start < end ? formatRange(document, { start, end }, options) : [];
    }),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch, options }) =>
    settings.of(textDocument.uri).formatEnabled
      ? answer({ textDocument, position }, 'Formatting', [], (document, offset) =>
          document.traits.formattable ? document.edits(formatOnType(document, offset, ch, options)) : [],
        )
      : [],
  );
}

/** The client is gone, and with it everybody who wanted to know. */
function nobody(): void {}
