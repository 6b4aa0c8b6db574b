/**
 * Everything that the product knows to say of an open text, in the terms of the protocol: the server, the command line and tests use
 * nothing below it. All methods are synchronous; none of them knows of a connection.
 */
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FormattingOptions,
  Hover,
  InlayHint,
  Position,
  Range,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver-types';
import type { FileEncoding } from '../protocol/encoding';
import type { FoundRunner } from '../protocol/preview';
import type { RecognitionChoice } from '../protocol/recognition';
import type { FoundRegion } from '../protocol/regions';
import type { TargetRunner } from '../protocol/target';
import { checkConfiguration, checkingAhead, isShown } from './check/check-configuration';
import { encodingFlaw } from './check/encoding';
import { containerOfDocument } from './containers/template-files';
import { foldsOf, isLeftUnchanged, isLongConfiguration, linksOf, symbolsOf } from './features/by-block';
import { type CodeActionRequest, codeActions, withOneFixAll } from './features/code-actions';
import { asksFor } from './features/code-actions/asked-kinds';
import { FIX_ALL } from './features/code-actions/fix-all-kind';
import { completion, resolveCompletion } from './features/completion';
import { diagnostics, type LocatedFinding, withoutAlarms } from './features/diagnostics';
import { documentHighlights } from './features/document-highlights';
import { formatDocument, formatOnType, formatRange } from './features/formatting';
import { type Found, withoutLost } from './features/found';
import { documentationLink, hover } from './features/hover';
import { inlayHints } from './features/inlay-hints';
import { MAXIMUM_ITEMS } from './features/large-text';
import { locatedIn } from './features/located';
import { type ProblemAtKey, problems } from './features/problems';
import { runnerPlaces } from './features/runner-places';
import { selectionRanges } from './features/selection-ranges';
import { ShownDiagnostics } from './features/shown-diagnostics';
import { JobPreviews } from './job-previews';
import { errorsCuredBy } from './joblog/cure/cured-by-key';
import { LogCures } from './log-cures';
import type { Configuration } from './meaning/configuration';
import { type Context, createContext } from './meaning/context';
import type { ConfigDocument } from './meaning/document';
import { forMarks, targetOf } from './meaning/target';
import { configurationAt, configurationsIn, type OpenFile, OpenFiles, type SourceText } from './open-files';
import { loadDefaultSchema } from './schema/schema';
import { validators } from './schema/validate';
import { versionText } from './schema/version';
import { defaultSettings, type Settings } from './settings';
import { append } from './text/append';
import type { Catalog } from './text/catalog';
import type { TextEdit as OffsetEdit } from './text/edit';

export type { SourceText } from './open-files';

export interface ServiceOptions {
  readonly catalog?: Catalog;
  /** The client takes snippet syntax (`$1`) in completions. */
  readonly snippets?: boolean;
  /** See protocol/fix-report.ts. */
  readonly fixReports?: boolean;
  /** See protocol/rule-pages.ts. */
  readonly rulePages?: boolean;
  /** See protocol/initialization-options.ts. */
  readonly exampleLanguage?: string | undefined;
  /** What the user set for a document. */
  readonly settingsOf?: (uri: string) => Settings;
}

/** Reads what the first answer needs, as long as nobody waits for one. */
export function prepare(): void {
  loadDefaultSchema();
  validators();
}

export class Service {
  /** What jobs get from the runners of a file. */
  readonly previews: JobPreviews;
  /** What a file has to say to a job log. */
  readonly logs = new LogCures((text, answer) => this.each(text, false, answer));
  private readonly general: Context;
  private readonly language: string;
  private readonly settingsOf: (uri: string) => Settings;
  private readonly fixReports: boolean;
  private readonly files: OpenFiles;
  private readonly shown: ShownDiagnostics;
  private readonly encodings = new Map<string, FileEncoding>();
  /** The files under version control. */
  private readonly inRepositories = new Set<string>();

  constructor({
    catalog,
    snippets,
    fixReports = false,
    rulePages = false,
    exampleLanguage,
    settingsOf = () => defaultSettings,
  }: ServiceOptions = {}) {
    this.language = catalog?.language ?? 'en';
    this.general = createContext({ catalog, snippets, exampleLanguage, rulePages });
    this.settingsOf = settingsOf;
    this.fixReports = fixReports;
    this.shown = new ShownDiagnostics(this.general.say, rulePages);
    this.files = new OpenFiles(
      (uri) => settingsOf(uri).markdown,
      (uri) => {
        const context = this.contextOf(uri);
        return checkingAhead((marks) => forMarks(marks, context));
      },
    );
    this.previews = new JobPreviews(this.files, settingsOf, (uri) => this.contextOf(uri));
  }

  /** Whether a text holds a configuration. */
  holdsConfiguration(text: SourceText): boolean {
    return this.files.get(text) !== undefined;
  }

  choose(uri: string, choice: RecognitionChoice): void {
    this.files.choose(uri, choice);
  }

  /** Whether a file is under version control. Holds until the document is closed, and may be said before it is opened. */
  versioned(uri: string, isVersioned: boolean): void {
    if (isVersioned) this.inRepositories.add(uri);
    else this.inRepositories.delete(uri);
  }

  /** How the bytes of a file are read. Holds until the document is closed, and may be said before it is opened. */
  encoded(uri: string, encoding: FileEncoding): void {
    this.encodings.set(uri, encoding);
  }

  close(uri: string): void {
    this.files.close(uri);
    this.encodings.delete(uri);
    this.inRepositories.delete(uri);
  }

  diagnostics(text: SourceText): Diagnostic[] {
    const { uri } = text;
    const set = this.settingsOf(uri).severity;
    const all = this.found(text).map(({ found, traits }) => ({
      found,
      overrides: traits?.writable === false ? withoutAlarms(set) : set,
    }));
    return diagnostics(all, this.general.say, (each, overrides) => this.shown.of(uri, each, overrides));
  }

  /** What a command line prints of a text. */
  problems(text: SourceText): ProblemAtKey[] {
    return this.found(text).flatMap(({ found }) => problems(found, this.general));
  }

  completion(text: SourceText, position: Position, trigger?: string): CompletionItem[] {
    const items = this.at(text, position, true, (document, offset, context) =>
      completion(document, offset, context, trigger, position),
    );
    return items ?? [];
  }

  resolveCompletion(item: CompletionItem): CompletionItem {
    return resolveCompletion(item, this.general);
  }

  hover(text: SourceText, position: Position): Hover | undefined {
    return this.at(text, position, true, hover);
  }

  /** The address of the documentation of what stands at a position. */
  documentation(text: SourceText, position: Position): string | undefined {
    return this.at(text, position, true, documentationLink);
  }

  highlights(text: SourceText, position: Position): DocumentHighlight[] {
    return this.at(text, position, false, documentHighlights) ?? [];
  }

  /** Outside of the configurations the range is empty: the editor's own stays. */
  selectionRange(text: SourceText, position: Position): SelectionRange {
    const file = this.files.get(text);
    const document = file && configurationAt(file, position)?.document;
    const found = document?.traits.writable && selectionRanges(document, [document.offset(position)])[0];
    return found || { range: { start: position, end: position } };
  }

  symbols(text: SourceText): DocumentSymbol[] {
    return this.each(text, false, symbolsOf, MAXIMUM_ITEMS);
  }

  folds(text: SourceText): FoldingRange[] {
    return this.each(text, false, (configuration) => foldsOf(configuration));
  }

  links(text: SourceText): DocumentLink[] {
    return this.each(text, false, (configuration) => linksOf(configuration));
  }

  /** Hints of what numbers come to, in a range. */
  inlayHints(text: SourceText, range: Range): InlayHint[] {
    if (!this.settingsOf(text.uri).inlayHints) return [];
    return this.each(text, true, (configuration, context) => inlayHints(configuration, context, range));
  }

  codeActions(text: SourceText, range: Range, only: CodeActionRequest['only']): CodeAction[] {
    const file = this.files.get(text);
    if (!file) return [];
    const request = { only, overrides: this.settingsOf(text.uri).severity, fixReports: this.fixReports };
    // "Fix all" is about the file, wherever the cursor is.
    const elsewhere = only && asksFor(only, FIX_ALL) ? { ...request, only: [FIX_ALL] } : undefined;
    const inRange = new Set(configurationsIn(file, range));
    const actions = file.configurations.flatMap((configuration) => {
      const { document } = configuration;
      const wanted = inRange.has(configuration) ? request : elsewhere;
      if (!wanted || !document.traits.writable) return [];
      const span = { start: document.offset(range.start), end: document.offset(range.end) };
      return codeActions(configuration, span, this.contextOf(text.uri), wanted);
    });
    return withOneFixAll(actions, text.uri);
  }

  format(text: SourceText, options: FormattingOptions): TextEdit[] {
    return this.formatEach(text, (document) => formatDocument(document, options));
  }

  formatRange(text: SourceText, range: Range, options: FormattingOptions): TextEdit[] {
    return this.formatEach(text, (document) => {
      const [start, end] = [document.offset(range.start), document.offset(range.end)];
      return start < end ? formatRange(document, { start, end }, options) : [];
    });
  }

  formatOnType(text: SourceText, position: Position, character: string, options: FormattingOptions): TextEdit[] {
    const file = this.settingsOf(text.uri).formatEnabled ? this.files.get(text) : undefined;
    const document = file && configurationAt(file, position)?.document;
    if (!document?.traits.writable || !document.traits.editable) return [];
    return document.edits(formatOnType(document, document.offset(position), character, options));
  }

  /** The configurations in a file. */
  regions(text: SourceText): FoundRegion[] {
    return this.each(text, true, ({ document }) => [
      {
        range: document.range({ start: 0, end: document.text.length }),
        text: document.text,
        path: document.region?.path ?? [],
      },
    ]);
  }

  /** The runners that the configurations of a file are for, each once. Empty: the file holds none. */
  targets(text: SourceText): TargetRunner[] {
    const context = this.contextOf(text.uri);
    const all = this.each(text, true, ({ marks }) => {
      const { version, source } = targetOf(marks, context);
      return [{ version: versionText(version), source }];
    });
    return all.filter(
      ({ version, source }, index) =>
        all.findIndex((other) => other.version === version && other.source === source) === index,
    );
  }

  /** The runners of a file, in its order. */
  runners(text: SourceText): FoundRunner[] {
    return this.each(text, true, runnerPlaces).map((place, index) => ({ index, ...place }));
  }

  /** Whether some answers about a file leave something out because of its length. */
  isLong(text: SourceText): boolean {
    return this.each(text, true, (configuration) => [isLongConfiguration(configuration)]).includes(true);
  }

  /** Whether a configuration of a file is too long for fixes and formatting. */
  isLeftUnchanged(text: SourceText): boolean {
    return this.each(text, true, (configuration) => [isLeftUnchanged(configuration)]).includes(true);
  }

  /** What is wrong with the file itself, the findings around its configurations, and then those of each. */
  private found(text: SourceText): Found[] {
    const file = this.files.get(text);
    if (!file) return [];
    const source = text.getText();
    const container = containerOfDocument(text.uri, text.languageId, source);
    const flaw = encodingFlaw(source, this.encodings.get(text.uri), container);
    if (!flaw) return this.foundIn(file);
    const first: Found = { found: [{ finding: flaw.finding, range: (span) => file.range(span) }] };
    if (flaw.isUnreadable) return [first];
    return [first, ...this.foundIn(file).map((each) => withoutLost(each, flaw.lost))];
  }

  private foundIn(file: OpenFile): Found[] {
    const context = this.contextOf(file.uri);
    return [
      {
        found: file.findings
          .filter((each) => isShown(each, context))
          .map((finding): LocatedFinding => ({ finding, range: file.range })),
      },
      ...file.configurations.map((configuration) => {
        const { document } = configuration;
        const found = checkConfiguration(configuration, context).map((each) => locatedIn(configuration, each));
        return { found, traits: document.traits };
      }),
    ];
  }

  private contextOf(uri: string): Context {
    const { general } = this;
    const runnerVersion = this.settingsOf(uri).runnerVersion;
    return {
      get schema() {
        return general.schema;
      },
      texts: general.texts,
      snippets: general.snippets,
      rulePages: general.rulePages,
      exampleLanguage: general.exampleLanguage,
      say: general.say,
      errorsCuredBy: (path) => errorsCuredBy(path, this.language),
      runnerVersion,
      isVersioned: this.inRepositories.has(uri),
    };
  }

  /** An answer about a position; none where there is no configuration, or an example and the answer would change it. */
  private at<Result>(
    text: SourceText,
    position: Position,
    inExamples: boolean,
    answer: (document: ConfigDocument, offset: number, context: Context) => Result,
  ): Result | undefined {
    const file = this.files.get(text);
    const configuration = file && configurationAt(file, position);
    if (!configuration || !(inExamples || configuration.document.traits.writable)) return undefined;
    const document = configuration.around(position);
    return answer(document, document.offset(position), forMarks(configuration.marks, this.contextOf(text.uri)));
  }

  /** An answer about each configuration of a file; no more than `most` items. */
  private each<Item>(
    text: SourceText,
    inExamples: boolean,
    answer: (configuration: Configuration, context: Context) => readonly Item[],
    most = Number.POSITIVE_INFINITY,
  ): Item[] {
    const file: OpenFile | undefined = this.files.get(text);
    const context = this.contextOf(text.uri);
    const items: Item[] = [];
    for (const configuration of file?.configurations ?? []) {
      if (items.length >= most) break;
      if (!inExamples && !configuration.document.traits.writable) continue;
      append(items, answer(configuration, forMarks(configuration.marks, context)));
    }
    return items.length > most ? items.slice(0, most) : items;
  }

  private formatEach(text: SourceText, edits: (document: ConfigDocument) => OffsetEdit[]): TextEdit[] {
    if (!this.settingsOf(text.uri).formatEnabled) return [];
    return this.each(text, false, (configuration) => {
      const { document } = configuration;
      // Asked of its blocks: the whole text need not be read once more to be left as it is.
      return document.traits.editable && !isLeftUnchanged(configuration) ? document.edits(edits(document)) : [];
    });
  }
}
