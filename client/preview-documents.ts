/**
 * The documents that show what a job gets from a runner. They follow each change of their file; nothing is computed for one that no
 * editor shows.
 */
import {
  Disposable,
  EventEmitter,
  languages,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type JobSettings,
  PREVIEW_REQUEST,
  type PreviewParams,
  type PreviewResult,
  type RunnerChoice,
  type ShownPreview,
} from '../protocol/preview';
import { SECTION } from '../protocol/settings';
import { t } from './l10n';
import { LANGUAGE_ID } from './names';
import { followOtherText, otherText } from './other-text';
import { addressOf, PREVIEW_SCHEME, type PreviewedText, type PreviewSubject, subjectOf } from './preview-address';
import type { RememberedJobs } from './remembered-jobs';
import type { ServerSession } from './server-session';

/** The server asks for changed settings, and is answered. */
const PAUSE_FOR_SETTINGS = 300;

interface Known {
  readonly uri: Uri;
  readonly file: string;
  readonly text: PreviewedText | undefined;
  readonly view: PreviewSubject['view'];
  runner: RunnerChoice;
  shown?: ShownPreview | undefined;
  /** The version of its file that was shown last. */
  version?: number;
  /** It was changed since it was asked for last. */
  isStale: boolean;
  /** What is asked for and not answered yet. */
  asked?: Promise<string> | undefined;
  timer?: ReturnType<typeof setTimeout>;
  following?: Disposable;
}

export class PreviewDocuments implements TextDocumentContentProvider, Disposable {
  private readonly known = new Map<string, Known>();
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registered: Disposable;
  private settingsTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: ServerSession,
    private readonly jobs: RememberedJobs,
  ) {
    this.registered = Disposable.from(
      this.changed,
      workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, this),
      workspace.onDidOpenTextDocument(colourAsConfiguration),
      workspace.onDidChangeTextDocument(({ document }) => this.fileChanged(document.uri.toString())),
      workspace.onDidSaveTextDocument(({ uri }) => this.fileChanged(uri.toString(), 'saved')),
      workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.followSettings();
      }),
      window.onDidChangeVisibleTextEditors(() =>
        this.each((known) => {
          if (known.isStale) this.follow(known);
        }),
      ),
      session.onDidChangeState((state) => {
        if (state !== 'running') return;
        this.each((known) => {
          // The server that was asked is gone.
          known.asked = undefined;
          this.follow(known);
        });
      }),
    );
  }

  /** The address of the document that shows a subject. */
  addressOf(subject: PreviewSubject): Uri {
    const uri = Uri.from(addressOf(subject));
    const known = this.known.get(uri.toString());
    // The runner may have been another one since.
    if (known) known.runner = subject.runner;
    return uri;
  }

  /** What a document shows; undefined where it is not the text of its editor. */
  shownIn(document: TextDocument): ShownPreview | undefined {
    const shown = this.known.get(document.uri.toString())?.shown;
    return shown?.text === document.getText() ? shown : undefined;
  }

  /** The version of its file that a document shows. */
  versionIn(document: TextDocument): number | undefined {
    return this.known.get(document.uri.toString())?.version;
  }

  /** The file that a document is a preview of. */
  fileOf(uri: Uri): string | undefined {
    return uri.scheme === PREVIEW_SCHEME ? subjectOf(uri)?.file : undefined;
  }

  /** The job that a file is previewed with. */
  jobOf(file: string): JobSettings {
    return this.jobs.of(file);
  }

  /** Previews a file with another job from now on. */
  async setJob(file: string, job: JobSettings): Promise<void> {
    await this.jobs.set(file, job);
    this.each((known) => {
      if (known.file === file) this.follow(known);
    });
  }

  /** The runner of the preview in the active editor. */
  runnerShown(): RunnerChoice | undefined {
    const uri = window.activeTextEditor?.document.uri;
    return uri && this.known.get(uri.toString())?.runner;
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const known = this.of(uri);
    if (!known) return '';
    // VS Code asks as often as it was told of a change.
    if (known.asked && !known.isStale) return known.asked;
    known.isStale = false;
    const asked = this.textOf(known);
    known.asked = asked;
    void asked.finally(() => {
      if (known.asked !== asked) return;
      known.asked = undefined;
      if (known.isStale) this.follow(known);
    });
    return asked;
  }

  dispose(): void {
    clearTimeout(this.settingsTimer);
    this.each(end);
    this.registered.dispose();
  }

  private async textOf(known: Known): Promise<string> {
    known.shown = (await this.ask(known).catch(() => null)) ?? undefined;
    if (!known.shown) return `# ${t('There is no preview: the file has no runner.')}\n`;
    known.runner = known.shown.runner;
    return known.shown.text;
  }

  private of(uri: Uri): Known | undefined {
    const key = uri.toString();
    const subject = subjectOf(uri);
    if (!this.known.has(key) && subject) {
      const { file, runner, view, text } = subject;
      const known: Known = { uri, file, runner, view, text, isStale: false };
      if (typeof text === 'string') known.following = followOtherText(file, text, () => this.follow(known));
      this.known.set(key, known);
    }
    return this.known.get(key);
  }

  private async ask(known: Known): Promise<PreviewResult> {
    const { file, runner, view, text } = known;
    const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file);
    const document = open ?? (await workspace.openTextDocument(Uri.parse(file)));
    await this.session.serve(document);
    const { version } = document;
    const params: PreviewParams = {
      textDocument: { uri: file },
      runner,
      job: this.jobs.of(file),
      ...(view && { view }),
      ...(typeof text === 'object' && { runnerVersion: text.version }),
      ...(typeof text === 'string' && { text: await otherText(file, text) }),
    };
    const answer = await this.session.ask<PreviewResult>(PREVIEW_REQUEST, params);
    known.version = version;
    return answer;
  }

  /** `text`: which one is another now; without it the one in the editor, which a version has, too. */
  private fileChanged(file: string, text?: PreviewedText): void {
    this.each((known) => {
      const isMeant = text === undefined ? typeof known.text !== 'string' : known.text === text;
      if (known.file === file && isMeant) this.follow(known);
    });
  }

  private followSettings(): void {
    clearTimeout(this.settingsTimer);
    this.settingsTimer = setTimeout(() => this.each((known) => this.follow(known)), PAUSE_FOR_SETTINGS);
  }

  /** At once where nothing is under way; otherwise when that is there, and then the newest alone. */
  private follow(known: Known): void {
    known.isStale = true;
    if (known.asked || !isVisible(known.uri)) return;
    clearTimeout(known.timer);
    // In the next turn: in this one the language client is told of the change as well, and tells the server.
    known.timer = setTimeout(() => this.changed.fire(known.uri), 0);
  }

  private forget(uri: Uri): void {
    const known = this.known.get(uri.toString());
    if (known) end(known);
    this.known.delete(uri.toString());
  }

  private each(act: (known: Known) => void): void {
    for (const known of this.known.values()) act(known);
  }
}

/** By its name such a document is TOML, which not every VS Code can colour. */
function colourAsConfiguration(document: TextDocument): void {
  const { uri, languageId } = document;
  if (uri.scheme !== PREVIEW_SCHEME || languageId === LANGUAGE_ID || !uri.path.endsWith('.toml')) return;
  void languages.setTextDocumentLanguage(document, LANGUAGE_ID);
}

function end({ timer, following }: Known): void {
  clearTimeout(timer);
  following?.dispose();
}

function isVisible(uri: Uri): boolean {
  return window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());
}
