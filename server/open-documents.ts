/** The documents that are open: which of them hold runner configurations, and their parsed form. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { RunnerCache } from './check/runner-cache';
import { LANGUAGE_ID, recognize } from './containers/toml-file/recognition';
import { type HostFile, readMarkdown, readToml, readYaml, yamlLanguages } from './meaning/host-file';

/** What the user said of a document, through the client. */
export type RecognitionChoice = 'ours' | 'not-ours' | 'automatic';

interface Parsed {
  readonly version: number;
  readonly file: HostFile | undefined;
}

export class OpenDocuments {
  private readonly parsed = new Map<string, Parsed>();
  private readonly caches = new Map<string, RunnerCache[]>();
  private readonly choices = new Map<string, RecognitionChoice>();

  /** `readsMarkdown`: whether the user wants the fences of a Markdown document read. */
  constructor(private readonly readsMarkdown: (uri: string) => boolean = () => false) {}

  /** The parsed file, or undefined when it holds no runner configuration. Recognised and parsed once a version. */
  get(text: TextDocument): HostFile | undefined {
    const { uri, version, languageId } = text;
    // A setting, which may change between two versions.
    if (languageId === 'markdown' && !this.readsMarkdown(uri)) return undefined;
    const before = this.parsed.get(uri);
    if (before?.version === version) return before.file;
    const file = this.read(text);
    this.parsed.set(uri, { version, file });
    return file;
  }

  /** What is kept of the findings of a file's configuration, by its place among them, from one version to the next. */
  cacheOf(uri: string, index: number): RunnerCache {
    const caches = this.caches.get(uri) ?? [];
    this.caches.set(uri, caches);
    const cache = caches[index] ?? new RunnerCache();
    caches[index] = cache;
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

  private read(text: TextDocument): HostFile | undefined {
    const { uri, languageId } = text;
    const choice = this.choices.get(uri);
    const isMarkdown = languageId === 'markdown';
    if (isMarkdown || yamlLanguages.has(languageId)) {
      if (choice === 'not-ours') return undefined;
      const file = isMarkdown ? readMarkdown(uri, text.getText()) : readYaml(uri, text.getText(), languageId);
      return file.documents.length > 0 ? file : undefined;
    }
    return this.isOurs(text, choice) ? readToml(uri, text.getText()) : undefined;
  }

  private isOurs(text: TextDocument, choice: RecognitionChoice | undefined): boolean {
    const { uri, languageId } = text;
    if (languageId === LANGUAGE_ID || choice === 'ours') return true;
    if (choice === 'not-ours' || languageId !== 'toml') return false;
    return recognize({ path: uri, languageId, text: text.getText() }).verdict !== 'no';
  }
}
