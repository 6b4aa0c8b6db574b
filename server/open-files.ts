/** The files that are open: which of them hold runner configurations, and what was read of each version. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { RecognitionChoice } from '../protocol/recognition';
import { containerOfLanguage } from './containers/kinds';
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
  readonly version: number;
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

  /** The file, or undefined when it holds no runner configuration. Recognised and read once a version. */
  get(text: SourceText): OpenFile | undefined {
    const { uri, version, languageId } = text;
    // A setting, which may change between two versions.
    if (containerOfLanguage(languageId)?.setting && !this.readsMarkdown(uri)) return undefined;
    const before = this.known.get(uri);
    if (before?.version === version) return before.file;
    const host = this.host(text, before?.host);
    const file = host && withConfigurations(host, before?.file, this.attendIn?.(uri));
    this.known.set(uri, { version, host, file });
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

  private host(text: SourceText, before: HostFile | undefined): HostFile | undefined {
    const { uri, languageId } = text;
    const choice = this.choices.get(uri);
    const container = containerOfLanguage(languageId);
    if (!container) return this.isOurs(text, choice) ? readFile(uri, text.getText()) : undefined;
    if (choice === 'not-ours') return undefined;
    const source = text.getText();
    const file = before?.retyped?.(source) ?? readFile(uri, source, container.id);
    return file.documents.length > 0 ? file : undefined;
  }

  private isOurs(text: SourceText, choice: RecognitionChoice | undefined): boolean {
    const { uri, languageId } = text;
    if (languageId === LANGUAGE_ID || choice === 'ours') return true;
    if (choice === 'not-ours' || languageId !== 'toml') return false;
    return recognize({ path: uri, languageId, text: text.getText() }).verdict !== 'no';
  }
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
