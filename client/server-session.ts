import {
  type Diagnostic,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
} from 'vscode';
import type {
  BaseLanguageClient,
  LanguageClientOptions,
  Middleware,
  Diagnostic as ServerDiagnostic,
} from 'vscode-languageclient';
import { ENCODING_NOTIFICATION, type EncodingParams } from '../protocol/encoding';
import type { InitializationOptions } from '../protocol/initialization-options';
import { RECOGNITION_NOTIFICATION, type RecognitionParams } from '../protocol/recognition';
import { TARGET_NOTIFICATION, type TargetParams, type TargetRunner } from '../protocol/target';
import { VERSION_CONTROL_NOTIFICATION } from '../protocol/version-control';
import { containerKinds, containerOfLanguage } from '../server/containers/kinds';
import { TEMPLATE_PATTERN, TOML_LANGUAGE } from '../server/containers/toml-file/names';
import { FileEncodings } from './file-encodings';
import { createGate } from './gate';
import { t } from './l10n';
import { limitFormatting } from './limit-formatting';
import { DISPLAY_NAME, LANGUAGE_ID } from './names';
import { showRulePages } from './rule-pages';
import type { Started } from './start';
import { limitTriggers } from './suggest-triggers';
import { createTraceChannel } from './trace-channel';
import { VersionedFiles } from './versioned-files';

export type ServerState = 'not-needed' | 'starting' | 'running' | 'stopped';

// The numbers of vscode-languageclient's `State`; importing the enumeration would load the whole client at activation.
const RUNNING = 2;
const STARTING = 3;

const OWN_LANGUAGES = [{ language: LANGUAGE_ID }, { language: TOML_LANGUAGE }];

/** The one server of a window: started when the first document needs it, replaced as a whole on a restart. */
export class ServerSession implements Disposable {
  private readonly stateChanged = new EventEmitter<ServerState>();
  readonly onDidChangeState = this.stateChanged.event;
  private readonly targetsChanged = new EventEmitter<string>();
  /** Says the address of a document that is checked for another runner now. */
  readonly onDidChangeTargets = this.targetsChanged.event;
  private readonly targets = new Map<string, readonly TargetRunner[]>();
  private readonly traceChannel: LogOutputChannel;
  private readonly gate;
  private readonly encodings: FileEncodings;
  private readonly versioned: VersionedFiles;
  private started: Promise<Started> | undefined;
  private current: ServerState = 'not-needed';
  private rulePages: Disposable | undefined;
  /** The containers that have been served though they are off by default: only those of them does the client listen to. */
  private readonly turnedOn = new Set<string>();

  constructor(
    private readonly context: ExtensionContext,
    private readonly output: LogOutputChannel,
    isServed: (uri: string) => boolean,
  ) {
    this.traceChannel = createTraceChannel(output);
    this.gate = createGate(isServed, (uri) => {
      this.encodings.opened(uri);
      this.versioned.opened(uri);
    });
    this.encodings = new FileEncodings(
      (uri) => this.gate.isOpen(uri),
      (params: EncodingParams) => this.tell(ENCODING_NOTIFICATION, params),
    );
    this.versioned = new VersionedFiles(
      (uri) => this.gate.isOpen(uri),
      (params) => this.tell(VERSION_CONTROL_NOTIFICATION, params),
    );
  }

  get state(): ServerState {
    return this.current;
  }

  /** The runners that the server checks a document for; none until it has said so. */
  targetsOf(uri: string): readonly TargetRunner[] {
    return this.targets.get(uri) ?? [];
  }

  /** Starts the server when it does not run, and tells it of a document that it has not heard of. */
  async serve(document: TextDocument): Promise<void> {
    const container = containerOfLanguage(document.languageId);
    if (container?.setting && !this.turnedOn.has(container.id)) {
      this.turnedOn.add(container.id);
      // The languages of a client cannot change while it runs.
      if (this.started) await this.stop();
    }
    const client = await this.client();
    const uri = document.uri.toString();
    // The client itself opens what is there when it starts and what VS Code opens later; this is for what was recognised since.
    if (this.gate.isOpen(uri) || document.isClosed) return;
    const textDocument = { uri, languageId: document.languageId, version: document.version, text: document.getText() };
    await client.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Takes a document back from the server, which then drops its diagnostics. */
  async leave(document: TextDocument, choice: 'not-ours' | 'automatic'): Promise<void> {
    const uri = document.uri.toString();
    if (!this.started || !this.gate.isOpen(uri)) return;
    const client = await this.client();
    await client.sendNotification(RECOGNITION_NOTIFICATION, { uri, choice } satisfies RecognitionParams);
    await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Asks the server, when there is one. */
  async request<Result>(method: string, params: unknown): Promise<Result | null> {
    if (!this.started) return null;
    const client = await this.client();
    return client.sendRequest<Result | null>(method, params);
  }

  /** Asks the server, which is started where there is none. */
  async ask<Result>(method: string, params: unknown): Promise<Result | null> {
    const client = await this.client();
    return client.sendRequest<Result | null>(method, params);
  }

  /** What the server says of a text, as VS Code shows it. */
  async toDiagnostics(found: ServerDiagnostic[]): Promise<Diagnostic[]> {
    const client = await this.client();
    return client.protocol2CodeConverter.asDiagnostics(found);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.client();
  }

  async stop(): Promise<void> {
    const started = await this.started?.catch(() => undefined);
    this.started = undefined;
    if (!started) return;
    // A server that hangs or has crashed cannot be asked to stop; it is dropped all the same.
    await started.client
      .dispose()
      .catch((error: unknown) => this.output.warn(t('The server did not stop: {error}', { error: String(error) })));
    started.release();
  }

  dispose(): void {
    void this.stop();
    this.encodings.dispose();
    this.traceChannel.dispose();
    this.rulePages?.dispose();
    this.stateChanged.dispose();
    this.targetsChanged.dispose();
  }

  private tell(notification: string, params: object): void {
    this.client()
      .then((client) => client.sendNotification(notification, params))
      // A server that did not start has been reported.
      .catch(() => {});
  }

  private async client(): Promise<BaseLanguageClient> {
    this.started ??= this.start();
    return (await this.started).client;
  }

  private async start(): Promise<Started> {
    this.enter('starting');
    try {
      // Loaded here so that a window without a configuration of ours never runs the language client's code.
      const { createClient } = await import('./start');
      const started = await createClient(this.context, this.options());
      limitFormatting(started.client, OWN_LANGUAGES);
      limitTriggers(started.client);
      started.client.onDidChangeState(({ newState }) => {
        if (newState !== RUNNING) {
          this.gate.reset();
          this.targets.clear();
        }
        this.enter(newState === RUNNING ? 'running' : newState === STARTING ? 'starting' : 'stopped');
      });
      started.client.onNotification(TARGET_NOTIFICATION, (said: TargetParams) => {
        this.targets.set(said.uri, said.targets);
        this.targetsChanged.fire(said.uri);
      });
      // Only diagnostics lead to them.
      this.rulePages ??= showRulePages(this.context.extensionUri);
      await started.client.start();
      return started;
    } catch (error) {
      this.output.error(t('The server did not start: {error}', { error: String(error) }));
      this.enter('stopped');
      throw error;
    }
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: [
        ...OWN_LANGUAGES,
        ...containerKinds
          .filter(({ id, setting }) => setting === undefined || this.turnedOn.has(id))
          .flatMap(({ languages }) => languages.map((language) => ({ language }))),
        { pattern: TEMPLATE_PATTERN },
      ],
      diagnosticCollectionName: DISPLAY_NAME,
      initializationOptions: {
        targetNotifications: true,
        fixReports: true,
        rulePages: true,
        exampleLanguage: LANGUAGE_ID,
      } satisfies InitializationOptions,
      outputChannel: this.output,
      traceOutputChannel: this.traceChannel,
      middleware: {
        ...(this.gate.middleware as Pick<Middleware, 'sendRequest' | 'sendNotification'>),
        // The left side of a diff is a document too; its problems would stand beside those of the file itself.
        handleDiagnostics: (uri, diagnostics, next) => next(uri, uri.scheme === 'git' ? [] : diagnostics),
      },
    };
  }

  private enter(state: ServerState): void {
    if (this.current === state) return;
    this.current = state;
    this.stateChanged.fire(state);
  }
}
