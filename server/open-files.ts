/** The files that are open: which of them hold runner configurations, and what was read of each version. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { RecognitionChoice } from '../protocol/recognition';
import { containerOfLanguage } from './containers/kinds';
import { containerOfDocument } from './containers/template-files';
import { LANGUAGE_ID, recognize } from './containers/toml-file/recognition';
import { type Attend, type Configuration, readConfiguration } from './meaning/configuration';
import type { ConfigDocument } from './meaning/document';
import { type HostFile, readFile, touches } from './meaning/host-file';

/** A text that an editor has open. */
export interface SourceText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  getText(): string;
}

/** A file and its configurations at one version. */
export interface OpenFile extends Pick<HostFile, 'uri' | 'findings' | 'range'> {
  readonly configurations: readonly Configuration[];
}

interface Read {
  readonly languageId: string;
  /** Not the version: a client may give one number to two texts, and the same string is found to be the same at once. */
  readonly source: string;
  readonly host: HostFile | undefined;
  readonly file: OpenFile | undefined;
}

export class OpenFiles {
  private readonly known = new Map<string, Read>();
  private readonly choices = new Map<string, RecognitionChoice>();

  /**
   * `readsMarkdown`: whether the user wants the fences of a Markdown document read. `attendIn`: what is to be done with each new block
   * of a file.
   */
  constructor(
    private readonly readsMarkdown: (uri: string) => boolean = () => false,
    private readonly attendIn?: (uri: string) => Attend,
  ) {}

  /** The file, or undefined when it holds no runner configuration. Recognised and read once for each text that it has. */
  get(text: SourceText): OpenFile | undefined {
    const { uri, languageId } = text;
    // A setting, which may change between two versions.
    if (containerOfLanguage(languageId)?.setting && !this.readsMarkdown(uri)) return undefined;
    if (this.isForeign(text)) return undefined;
    const source = text.getText();
    const known = this.known.get(uri);
    const before = known?.languageId === languageId ? known : undefined;
    if (before?.source === source) return before.file;
    const host = this.host(text, source, before?.host);
    const file = host && withConfigurations(host, before?.file, this.attendIn?.(uri));
    this.known.set(uri, { languageId, source, host, file });
    return file;
  }

  /** Holds until the document is closed. The client may say it before it opens the document. */
  choose(uri: string, choice: RecognitionChoice): void {
    this.choices.set(uri, choice);
    this.known.delete(uri);
  }

  close(uri: string): void {
    this.known.delete(uri);
    this.choices.delete(uri);
  }

  /** Whether its language alone says that a text is not ours. */
  private isForeign({ uri, languageId }: SourceText): boolean {
    if (languageId === LANGUAGE_ID || languageId === 'toml' || containerOfLanguage(languageId)) return false;
    return this.choices.get(uri) !== 'ours';
  }

  private host(text: SourceText, source: string, before: HostFile | undefined): HostFile | undefined {
    const { uri, languageId } = text;
    const choice = this.choices.get(uri);
    const container = containerOfDocument(uri, languageId, source);
    if (!container) return this.isOurs(text, source, choice) ? readFile(uri, source) : undefined;
    if (choice === 'not-ours') return undefined;
    const file = before?.retyped?.(source) ?? readFile(uri, source, container.id);
    return file.documents.length > 0 || isTooLong(file) ? file : undefined;
  }

  private isOurs({ uri, languageId }: SourceText, text: string, choice: RecognitionChoice | undefined): boolean {
    if (languageId === LANGUAGE_ID || choice === 'ours') return true;
    if (choice === 'not-ours') return false;
    return recognize({ path: uri, languageId, text }).verdict !== 'no';
  }
}

/** Whether a file holds a configuration that is not read: that is told. */
function isTooLong({ findings }: HostFile): boolean {
  return findings.some(({ code }) => code === 'too-many-problems');
}

function withConfigurations(
  { uri, documents, findings, range }: HostFile,
  before: OpenFile | undefined,
  attend: Attend | undefined,
): OpenFile {
  return {
    uri,
    findings,
    range,
    configurations: documents.map((document, index) => {
      const earlier = before?.configurations[index];
      const isSame = earlier && isInSamePlace(document, earlier.document);
      return readConfiguration(document, isSame ? earlier : undefined, attend);
    }),
  };
}

/** Whether what was read of the one holds for the other: the same text in their places is the same to a runner. */
function isInSamePlace(one: ConfigDocument, other: ConfigDocument): boolean {
  return (
    (one.region === undefined) === (other.region === undefined) &&
    JSON.stringify(one.traits) === JSON.stringify(other.traits)
  );
}

/** The configuration of a file that a position stands in. */
export function configurationAt(file: OpenFile, position: Position): Configuration | undefined {
  return configurationsIn(file, { start: position, end: position })[0];
}

/** The configurations of a file that a range touches. */
export function configurationsIn({ configurations }: OpenFile, range: Range): Configuration[] {
  return configurations.filter(({ document }) => touches(document, range));
}
