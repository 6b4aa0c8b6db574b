/** The documents that are open: which of them hold a runner configuration, and their parsed form. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { RunnerCache } from './check/runner-cache';
import { type ConfigDocument, createDocument } from './document';
import { recognize } from './recognition';

/** What the user said of a document, through the client. */
export type RecognitionChoice = 'ours' | 'not-ours' | 'automatic';

export const LANGUAGE = 'gitlab-runner-config';

interface Entry {
  version: number;
  parsed: ConfigDocument | undefined;
  readonly cache: RunnerCache;
}

export class OpenDocuments {
  private readonly entries = new Map<string, Entry>();
  private readonly choices = new Map<string, RecognitionChoice>();

  /** The parsed document, or undefined when it holds no runner configuration. Parsed once a version. */
  get(document: TextDocument): ConfigDocument | undefined {
    const entry = this.entry(document.uri);
    if (entry.version !== document.version) {
      entry.version = document.version;
      entry.parsed = this.isOurs(document) ? createDocument(document.uri, document.getText()) : undefined;
    }
    return entry.parsed;
  }

  cacheOf(uri: string): RunnerCache {
    return this.entry(uri).cache;
  }

  choose(uri: string, choice: RecognitionChoice): void {
    this.choices.set(uri, choice);
    this.entries.delete(uri);
  }

  close(uri: string): void {
    this.entries.delete(uri);
  }

  private entry(uri: string): Entry {
    let entry = this.entries.get(uri);
    if (!entry) {
      entry = { version: -1, parsed: undefined, cache: new RunnerCache() };
      this.entries.set(uri, entry);
    }
    return entry;
  }

  private isOurs(document: TextDocument): boolean {
    if (document.languageId === LANGUAGE) return true;
    const choice = this.choices.get(document.uri);
    if (choice === 'ours') return true;
    if (choice === 'not-ours' || document.languageId !== 'toml') return false;
    return (
      recognize({ path: document.uri, languageId: document.languageId, text: document.getText() }).verdict !== 'no'
    );
  }
}
