/** The documents that are open: which of them hold a runner configuration, and their parsed form. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { RunnerCache } from './check/runner-cache';
import { type ConfigDocument, createDocument } from './document';
import { LANGUAGE_ID, recognize } from './recognition';

/** What the user said of a document, through the client. */
export type RecognitionChoice = 'ours' | 'not-ours' | 'automatic';

interface Parsed {
  readonly version: number;
  readonly document: ConfigDocument | undefined;
}

export class OpenDocuments {
  private readonly parsed = new Map<string, Parsed>();
  private readonly caches = new Map<string, RunnerCache>();
  private readonly choices = new Map<string, RecognitionChoice>();

  /** The parsed document, or undefined when it holds no runner configuration. Recognised and parsed once a version. */
  get(text: TextDocument): ConfigDocument | undefined {
    const { uri, version } = text;
    const before = this.parsed.get(uri);
    if (before?.version === version) return before.document;
    const document = this.isOurs(text) ? createDocument(uri, text.getText()) : undefined;
    this.parsed.set(uri, { version, document });
    return document;
  }

  /** What is kept of a document's findings from one version to the next. */
  cacheOf(uri: string): RunnerCache {
    const cache = this.caches.get(uri) ?? new RunnerCache();
    this.caches.set(uri, cache);
    return cache;
  }

  /** Holds until the document is closed. The client may say it before it opens the document. */
  choose(uri: string, choice: RecognitionChoice): void {
    this.choices.set(uri, choice);
    this.parsed.delete(uri);
  }

  close(uri: string): void {
    this.parsed.delete(uri);
    this.caches.delete(uri);
    this.choices.delete(uri);
  }

  private isOurs(text: TextDocument): boolean {
    const { uri, languageId } = text;
    const choice = this.choices.get(uri);
    if (languageId === LANGUAGE_ID || choice === 'ours') return true;
    if (choice === 'not-ours' || languageId !== 'toml') return false;
    return recognize({ path: uri, languageId, text: text.getText() }).verdict !== 'no';
  }
}
