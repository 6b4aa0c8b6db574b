/** An editor, as far as a language server can tell: the same messages, over any pair of streams. */
import assert from 'node:assert/strict';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadCatalog } from '../../server/text/catalog';
import { languageOf } from '../../server/text/languages';

export const URI = 'file:///etc/gitlab-runner/config.toml';

interface Waiter {
  readonly uri: string;
  readonly version: number | undefined;
  readonly resolve: (diagnostics: Diagnostic[]) => void;
}

/** What the client can do, as a VS Code would say it; only what the server looks at. */
export const capabilities = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
};

/** The language that the server is asked to speak; in-chinese.test.ts runs these tests once more with another. */
const LOCALE = process.env.PROTOCOL_LOCALE;

/** What a message is in that language. */
export const { say: spoken } = loadCatalog(languageOf(LOCALE));

export class Client {
  readonly connection: ProtocolConnection;
  /** What the server published, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** What the server wrote to the editor's log. */
  readonly log: string[] = [];
  /** The methods that the server wants to hear of. */
  readonly registered: string[] = [];
  /** The user's settings of our section, for all documents; a function answers for each document. */
  settings: unknown | ((uri: string | undefined) => unknown) = null;
  private readonly documents = new Map<string, TextDocument>();
  private waiters: Waiter[] = [];

  constructor(reader: MessageReader, writer: MessageWriter) {
    this.connection = createProtocolConnection(reader, writer);
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.waiters = this.waiters.filter((waiter) => !isMet(waiter, params));
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => (typeof this.settings === 'function' ? this.settings(scopeUri) : this.settings)),
    );
    this.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    this.connection.listen();
  }

  async initialize(
    given: object = capabilities,
    processId: number | null = null,
    initializationOptions?: object,
  ): Promise<InitializeResult> {
    const result = await this.request<InitializeResult>('initialize', {
      ...(LOCALE !== undefined && { locale: LOCALE }),
      processId,
      rootUri: null,
      capabilities: given,
      ...(initializationOptions && { initializationOptions }),
    });
    await this.notify('initialized', {});
    return result;
  }

  /** Opens a document and waits for its diagnostics. */
  async open(text: string, { uri = URI, languageId = 'gitlab-runner-config' } = {}): Promise<Diagnostic[]> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    const found = this.diagnostics(uri, 1);
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return found;
  }

  /** Replaces ranges one after the other, as an editor does while the user types, and waits for the diagnostics. */
  async change(changes: readonly { range: Range; text: string }[], uri = URI): Promise<Diagnostic[]> {
    const { message, version } = this.changeMessage(changes, uri);
    const found = this.diagnostics(uri, version);
    await this.notify('textDocument/didChange', message);
    return found;
  }

  /** Replaces the one place where `old` stands. */
  async replace(old: string, text: string, uri = URI): Promise<Diagnostic[]> {
    return this.change([{ range: this.rangeOf(old, uri), text }], uri);
  }

  /** What `change` sends, and the version that the document then has. */
  changeMessage(changes: readonly { range: Range; text: string }[], uri = URI) {
    const document = this.document(uri);
    const version = document.version + 1;
    TextDocument.update(document, [...changes], version);
    return { message: { textDocument: { uri, version }, contentChanges: changes }, version };
  }

  async close(uri = URI): Promise<Diagnostic[]> {
    this.documents.delete(uri);
    const found = this.diagnostics(uri);
    await this.notify('textDocument/didClose', { textDocument: { uri } });
    return found;
  }

  /** The next diagnostics of a document, of this version when one is given. To be asked before what brings them. */
  diagnostics(uri = URI, version?: number): Promise<Diagnostic[]> {
    return new Promise((resolve) => this.waiters.push({ uri, version, resolve }));
  }

  /** The diagnostics that an editor shows once the server has nothing more to say. */
  async shown(uri = URI): Promise<Diagnostic[]> {
    await this.quiet();
    return this.published.filter((params) => params.uri === uri).at(-1)?.diagnostics ?? [];
  }

  /** Waits until the server has asked, been answered and published what it will. */
  async quiet(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      await this.about('foldingRange');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Asks about a document. */
  about<Result>(feature: string, params: object = {}, uri = URI): Promise<Result> {
    return this.request(`textDocument/${feature}`, { textDocument: { uri }, ...params });
  }

  request<Result>(method: string, params?: object): Promise<Result> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  text(uri = URI): string {
    return this.document(uri).getText();
  }

  /** The range of a text that stands in the document once. */
  rangeOf(text: string, uri = URI): Range {
    const document = this.document(uri);
    const start = document.getText().indexOf(text);
    assert.ok(start >= 0 && document.getText().indexOf(text, start + 1) < 0, `"${text}" must stand there once`);
    return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
  }

  /** The text that a range covers. */
  covered(range: Range, uri = URI): string {
    return this.document(uri).getText(range);
  }

  dispose(): void {
    this.connection.dispose();
  }

  private document(uri: string): TextDocument {
    return this.documents.get(uri) ?? assert.fail(`${uri} is not open`);
  }
}

function isMet({ uri, version, resolve }: Waiter, params: PublishDiagnosticsParams): boolean {
  if (params.uri !== uri || (version !== undefined && params.version !== version)) return false;
  resolve(params.diagnostics);
  return true;
}
