/** Wires requests of the Language Server Protocol to the service: one request, one method. The one place that knows the connection. */
import type {
  CodeAction,
  Connection,
  Diagnostic,
  InitializeParams,
  InlayHint,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CHECK_REQUEST, type CheckParams, type CheckResult, type UnopenedFile } from '../protocol/check';
import { DOCUMENTATION_REQUEST, type DocumentationParams, type DocumentationResult } from '../protocol/documentation';
import { ENCODING_NOTIFICATION, type EncodingParams } from '../protocol/encoding';
import {
  CURES_REQUEST,
  type CuresParams,
  type CuresResult,
  EXPLANATION_REQUEST,
  type ExplanationParams,
  type ExplanationResult,
} from '../protocol/explanation';
import type { InitializationOptions } from '../protocol/initialization-options';
import {
  JOBS_REQUEST,
  type JobsParams,
  type JobsResult,
  PREVIEW_REQUEST,
  type PreviewParams,
  type PreviewResult,
  RUNNERS_REQUEST,
  type RunnersParams,
  type RunnersResult,
  SCHEDULE_REQUEST,
  type ScheduleParams,
  type ScheduleResult,
} from '../protocol/preview';
import { RECOGNITION_NOTIFICATION, type RecognitionParams } from '../protocol/recognition';
import { REGIONS_REQUEST, type RegionsParams, type RegionsResult } from '../protocol/regions';
import { SECTION } from '../protocol/settings';
import { TARGET_NOTIFICATION } from '../protocol/target';
import { VERSION_CONTROL_NOTIFICATION, type VersionControlParams } from '../protocol/version-control';
import { withVersion } from './action-edits';
import { DocumentSettings } from './document-settings';
import { curesNow, explainLog } from './explain-log';
import { LargeFileNotice } from './large-file-notice';
import { Service } from './service';
import { Settled } from './settled';
import { TargetStatus } from './target-status';
import { type Catalog, loadCatalog } from './text/catalog';
import { languageOf } from './text/languages';
import { type Message, message } from './text/message';
import { checkUnopened, problemsOf, withSettings } from './unopened-files';

export { prepare } from './service';

/** Registers the handlers of all requests but `initialize`, which start.ts has answered. */
export function serve(connection: Connection, texts: TextDocuments<TextDocument>, params: InitializeParams): void {
  const { capabilities } = params;
  const options: InitializationOptions | undefined = params.initializationOptions;
  const catalog = loadCatalog(languageOf(params.locale));
  const settings = new DocumentSettings(
    (items) => connection.workspace.getConfiguration(items),
    (complaint) => connection.console.warn(catalog.say(complaint)),
  );
  const service = new Service({
    catalog,
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    exampleLanguage: typeof options?.exampleLanguage === 'string' ? options.exampleLanguage : undefined,
    fixReports: options?.fixReports === true,
    rulePages: options?.rulePages === true,
    settingsOf: (uri) => settings.of(uri),
  });
  const guard = guardOf(connection, catalog);
  /** Answers about a document that is open; an exception, or no such document, gives the empty answer. */
  const about: About = (method, uri, empty, act) => {
    const text = texts.get(uri);
    return text ? guard({ method, uri }, empty, () => act(text)) : empty;
  };
  const checks = publishing(connection, texts, service, about, catalog, options?.targetNotifications === true);
  const hintsAreAsked = capabilities.workspace?.inlayHint?.refreshSupport === true;
  const pulls = capabilities.workspace?.configuration === true;
  const pulled = followSettings(connection, texts, settings, pulls, (uris) => {
    for (const uri of uris) checks.schedule(uri);
    if (hintsAreAsked) void connection.languages.inlayHint.refresh().catch(nobody);
  });

  connection.onShutdown(() => checks.cancelAll());
  connection.onNotification(RECOGNITION_NOTIFICATION, ({ uri, choice }: RecognitionParams) => {
    service.choose(uri, choice);
    checks.schedule(uri);
  });
  connection.onNotification(ENCODING_NOTIFICATION, ({ uri, ...encoding }: EncodingParams) => {
    service.encoded(uri, encoding);
    checks.schedule(uri);
  });
  connection.onNotification(VERSION_CONTROL_NOTIFICATION, ({ uri, isVersioned }: VersionControlParams) => {
    service.versioned(uri, isVersioned);
    checks.schedule(uri);
  });
  texts.onDidClose(({ document: { uri } }) => {
    service.close(uri);
    settings.forget(uri);
  });

  connection.onCompletion(({ textDocument: { uri }, position, context }) =>
    about('textDocument/completion', uri, [], (text) => service.completion(text, position, context?.triggerCharacter)),
  );
  connection.onCompletionResolve((item) =>
    guard({ method: 'completionItem/resolve' }, item, () => service.resolveCompletion(item)),
  );
  connection.onHover(({ textDocument: { uri }, position }) =>
    about('textDocument/hover', uri, null, (text) => service.hover(text, position) ?? null),
  );
  connection.onRequest(DOCUMENTATION_REQUEST, ({ textDocument: { uri }, position }: DocumentationParams) =>
    about<DocumentationResult>(DOCUMENTATION_REQUEST, uri, null, (text) => {
      const url = service.documentation(text, position);
      return url === undefined ? null : { url };
    }),
  );
  connection.onRequest(PREVIEW_REQUEST, ({ textDocument: { uri }, ...request }: PreviewParams) =>
    about<PreviewResult>(PREVIEW_REQUEST, uri, null, (text) => service.previews.shown(text, request) ?? null),
  );
  connection.onRequest(RUNNERS_REQUEST, ({ textDocument: { uri } }: RunnersParams): RunnersResult => {
    return { runners: about(RUNNERS_REQUEST, uri, [], (text) => service.runners(text)) };
  });
  connection.onRequest(SCHEDULE_REQUEST, ({ textDocument: { uri }, runner }: ScheduleParams) =>
    about<ScheduleResult>(SCHEDULE_REQUEST, uri, null, (text) => {
      return service.previews.schedule(text, runner, Date.now())?.html(catalog) ?? null;
    }),
  );
  connection.onRequest(JOBS_REQUEST, (params: JobsParams): JobsResult => {
    return guard({ method: JOBS_REQUEST }, { jobs: [], missing: [] }, () => service.previews.pipelineJobs(params));
  });
  connection.onRequest(EXPLANATION_REQUEST, ({ log, uri }: ExplanationParams) => {
    const text = uri === undefined ? undefined : texts.get(uri);
    return guard<ExplanationResult | null>({ method: EXPLANATION_REQUEST }, null, () =>
      explainLog(
        log,
        catalog,
        text && {
          cures: (error, runner) => service.logs.cures(text, error, runner),
          known: (error, runner) => service.logs.knownValues(text, error, runner),
          knownRunner: (runner) => service.logs.knownRunner(text, runner),
        },
      ),
    );
  });
  connection.onRequest(CURES_REQUEST, ({ uri, complaints }: CuresParams) =>
    about<CuresResult>(CURES_REQUEST, uri, [], (text) =>
      complaints.map((complaint) =>
        curesNow(complaint, catalog, (error, runner) => service.logs.cures(text, error, runner)),
      ),
    ),
  );
  connection.onRequest(REGIONS_REQUEST, async ({ textDocument: { uri } }: RegionsParams): Promise<RegionsResult> => {
    // It is asked once, right after the opening: whether Markdown is read must be known by then.
    await pulled();
    return { regions: about(REGIONS_REQUEST, uri, [], (text) => service.regions(text)) };
  });
  connection.onRequest(CHECK_REQUEST, async ({ files }: CheckParams): Promise<CheckResult> => {
    const check = (file: UnopenedFile) =>
      guard({ method: CHECK_REQUEST, uri: file.uri }, null, () => {
        const open = texts.get(file.uri);
        return open ? problemsOf(open, service) : checkUnopened(file, service);
      });
    const isOpen = (uri: string) => texts.get(uri) !== undefined;
    return { problems: await withSettings(files, pulls ? settings : undefined, isOpen, check) };
  });
  const pinsEdits = capabilities.workspace?.workspaceEdit?.documentChanges === true;
  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) =>
    about<CodeAction[]>('textDocument/codeAction', uri, [], (text) => {
      const actions = service.codeActions(text, range, only);
      return pinsEdits ? withVersion(actions, text.version) : actions;
    }),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    about('textDocument/documentSymbol', uri, [], (text) => service.symbols(text)),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    about('textDocument/foldingRange', uri, [], (text) => service.folds(text)),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    about('textDocument/selectionRange', uri, [], (text) =>
      service.holdsConfiguration(text) ? positions.map((position) => service.selectionRange(text, position)) : [],
    ),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }) =>
    about('textDocument/documentLink', uri, [], (text) => service.links(text)),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    about('textDocument/documentHighlight', uri, [], (text) => service.highlights(text, position)),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    about<InlayHint[]>('textDocument/inlayHint', uri, [], (text) => service.inlayHints(text, range)),
  );
  connection.onDocumentFormatting(({ textDocument: { uri }, options }) =>
    about('textDocument/formatting', uri, [], (text) => service.format(text, options)),
  );
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range, options }) =>
    about('textDocument/rangeFormatting', uri, [], (text) => service.formatRange(text, range, options)),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, ch, options }) =>
    about('textDocument/onTypeFormatting', uri, [], (text) => service.formatOnType(text, position, ch, options)),
  );
}

/** What was asked for; `uri`: of the document that it is about. */
interface Asked {
  readonly method: string;
  readonly uri?: string;
}

type Guard = <Result>(asked: Asked, empty: Result, act: () => Result) => Result;

/** Runs a handler. An exception becomes a log line and the empty answer, never a dead server. */
function guardOf(connection: Connection, { say }: Catalog): Guard {
  return (asked, empty, act) => {
    try {
      return act();
    } catch (error) {
      connection.console.error(
        say(failed(asked, error instanceof Error ? (error.stack ?? error.message) : String(error))),
      );
      return empty;
    }
  };
}

function failed({ method, uri }: Asked, error: string): Message {
  return uri === undefined
    ? message('status.request-failed', { method, error })
    : message('status.request-failed.document', { method, uri, error });
}

type About = <Result>(method: string, uri: string, empty: Result, act: (text: TextDocument) => Result) => Result;

/** Publishes the diagnostics of a document once the changes that came together are taken in. */
function publishing(
  connection: Connection,
  texts: TextDocuments<TextDocument>,
  service: Service,
  about: About,
  catalog: Catalog,
  wantsTargets: boolean,
): Settled {
  const targets = new TargetStatus((params) => {
    if (wantsTargets) connection.sendNotification(TARGET_NOTIFICATION, params).catch(nobody);
  });
  const large = new LargeFileNotice((notice) => connection.console.info(catalog.say(notice)));
  const checks = new Settled((uri) => {
    const version = texts.get(uri)?.version;
    if (version === undefined) return;
    const method = 'textDocument/publishDiagnostics';
    const diagnostics = about<Diagnostic[]>(method, uri, [], (text) => service.diagnostics(text));
    connection.sendDiagnostics({ uri, version, diagnostics }).catch(nobody);
    // What somebody waits for is on its way.
    about(method, uri, undefined, (text) => {
      targets.update(uri, service.targets(text));
      large.update(uri, service.isLong(text), service.isLeftUnchanged(text));
    });
  });
  texts.onDidChangeContent(({ document }) => checks.schedule(document.uri));
  texts.onDidClose(({ document: { uri } }) => {
    checks.cancel(uri);
    targets.forget(uri);
    large.forget(uri);
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch(nobody);
  });
  return checks;
}

/** Keeps the settings up to date: a client that can be asked is asked. `changed` is told of the files for which they are others. The answer: when the last question is answered. */
function followSettings(
  connection: Connection,
  texts: TextDocuments<TextDocument>,
  settings: DocumentSettings,
  pulls: boolean,
  changed: (uris: readonly string[]) => void,
): () => Promise<void> {
  let pulled = Promise.resolve();
  const pull = (uris: readonly string[]) => {
    pulled = settings.pull(uris).then((others) => {
      if (others.length > 0) changed(others);
    });
  };
  texts.onDidOpen(({ document }) => {
    if (pulls) pull([document.uri]);
  });
  connection.onDidChangeConfiguration((change) => {
    settings.changed();
    if (pulls) {
      pull(texts.keys());
      return;
    }
    settings.push((change.settings as Record<string, unknown> | null | undefined)?.[SECTION]);
    changed(texts.keys());
  });
  return () => pulled;
}

/** The client is gone, and with it everybody who wanted to know. */
function nobody(): void {}
