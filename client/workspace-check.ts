/**
 * *Check All Configurations in the Workspace*: shows the problems of files that are not open, too. They stay until the file changes; of an
 * open one the server itself shows them.
 */
import {
  type CancellationToken,
  commands,
  Disposable,
  languages,
  ProgressLocation,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { CHECK_REQUEST, type CheckResult, type UnopenedFile } from '../protocol/check';
import { SECTION, SETTINGS } from '../protocol/settings';
import { PATTERN_OF_INTEREST } from '../server/containers/patterns';
import type { Choices } from './choices';
import { t } from './l10n';
import { DISPLAY_NAME } from './names';
import type { ServerSession } from './server-session';
import type { Mode } from './treatment';
import { servedAs } from './unopened-file';
import { isInRepository } from './versioned-files';

/** Files that are read at once, and that the server answers for together: between two such the check can be cancelled. */
const BATCH = 16;
/** Longer files are no configurations; those around one are not read, either. */
const LONGEST_FILE = 8 * 1024 * 1024;

/** What came out of a check. */
interface Sum {
  files: number;
  problems: number;
}

export class WorkspaceCheck implements Disposable {
  private readonly shown = languages.createDiagnosticCollection(`${DISPLAY_NAME}: workspace`);
  /** The files that hold a configuration, by address. */
  private readonly known = new Map<string, Uri>();
  /** Those to look at again. */
  private readonly waiting = new Map<string, Uri>();
  private following: Promise<void> | undefined;
  private watching: Disposable | undefined;

  constructor(
    private readonly session: Pick<ServerSession, 'ask' | 'toDiagnostics'>,
    private readonly choices: Pick<Choices, 'of'>,
    private readonly isServed: (uri: string) => boolean,
  ) {}

  /** Checks all files of the workspace and says what came out. */
  async run(): Promise<void> {
    this.watching ??= this.watch();
    const title = t('Checking the configurations in the workspace');
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    try {
      const sum = await window.withProgress(options, (progress, token) =>
        this.checkAll(token, (done, all) =>
          progress.report({ message: `${done} / ${all}`, increment: (BATCH / all) * 100 }),
        ),
      );
      if (sum) await tell(sum);
    } catch (error) {
      void window.showErrorMessage(t('The workspace could not be checked: {error}', { error: String(error) }));
    }
  }

  /** A document was opened in the server, or is going to be: what is shown of it is the server's. */
  served(document: TextDocument): void {
    if (this.isServed(document.uri.toString())) this.shown.delete(document.uri);
  }

  dispose(): void {
    this.shown.dispose();
    this.watching?.dispose();
  }

  private async checkAll(
    token: CancellationToken,
    report: (done: number, all: number) => void,
  ): Promise<Sum | undefined> {
    const found = await workspace.findFiles(PATTERN_OF_INTEREST, '**/node_modules/**', undefined, token);
    const gone = new Set(this.known.keys());
    const sum = { files: 0, problems: 0 };
    for (let start = 0; start < found.length; start += BATCH) {
      if (token.isCancellationRequested) return undefined;
      const { files, problems } = await this.check(found.slice(start, start + BATCH));
      sum.files += files;
      sum.problems += problems;
      report(Math.min(start + BATCH, found.length), found.length);
    }
    if (token.isCancellationRequested) return undefined;
    for (const uri of found) gone.delete(uri.toString());
    for (const uri of gone) this.forget(uri);
    return sum;
  }

  /** Checks some files, and shows what the server does not show itself. */
  private async check(uris: readonly Uri[]): Promise<Sum> {
    const read = await Promise.all(uris.map((uri) => this.read(uri)));
    const files = read.filter((file) => file !== undefined);
    const answer = files.length > 0 ? await this.session.ask<CheckResult>(CHECK_REQUEST, { files }) : undefined;
    const problems = new Map(files.map(({ uri }, index) => [uri, answer?.problems[index] ?? undefined]));
    const sum = { files: 0, problems: 0 };
    for (const uri of uris) {
      const address = uri.toString();
      const found = problems.get(address);
      if (!found) {
        this.forget(address);
        continue;
      }
      sum.files++;
      sum.problems += found.length;
      this.known.set(address, uri);
      const diagnostics = await this.session.toDiagnostics(found);
      if (!this.isServed(address)) this.shown.set(uri, diagnostics);
    }
    return sum;
  }

  private async read(uri: Uri): Promise<UnopenedFile | undefined> {
    const bytes = await bytesOf(uri);
    if (!bytes) return undefined;
    const settings = workspace.getConfiguration(SECTION, uri);
    const file = servedAs(uri.path, bytes, this.choices.of(uri.toString()), {
      mode: settings.get<Mode>(SETTINGS.recognition, 'automatic'),
      isTurnedOn: (setting) => settings.get<boolean>(SETTINGS[setting], false),
    });
    return file && { uri: uri.toString(), ...file, isVersioned: await isInRepository(uri) };
  }

  private forget(address: string): void {
    const uri = this.known.get(address);
    this.known.delete(address);
    if (uri) this.shown.delete(uri);
  }

  private watch(): Disposable {
    const files = workspace.createFileSystemWatcher(PATTERN_OF_INTEREST, false, false, true);
    // With a folder all that was in it goes, and only the folder is told.
    const deletions = workspace.createFileSystemWatcher('**', true, true, false);
    return Disposable.from(
      files,
      deletions,
      files.onDidCreate((uri) => this.follow([uri])),
      files.onDidChange((uri) => this.follow([uri])),
      deletions.onDidDelete(({ path, scheme }) => {
        for (const [address, uri] of this.known)
          if (uri.scheme === scheme && (uri.path === path || uri.path.startsWith(`${path}/`))) this.forget(address);
      }),
      // The server takes back what it has shown.
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.known.has(uri.toString())) this.follow([uri]);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.follow([...this.known.values()]);
      }),
    );
  }

  /** Looks at files again, one batch after another however many come. */
  private follow(uris: readonly Uri[]): void {
    for (const uri of uris) if (!uri.path.includes('/node_modules/')) this.waiting.set(uri.toString(), uri);
    this.following ??= this.checkWaiting()
      // A server that did not start has been reported.
      .catch(() => this.waiting.clear())
      .finally(() => {
        this.following = undefined;
      });
  }

  private async checkWaiting(): Promise<void> {
    while (this.waiting.size > 0) {
      const batch = [...this.waiting].slice(0, BATCH);
      for (const [address] of batch) this.waiting.delete(address);
      await this.check(batch.map(([, uri]) => uri));
    }
  }
}

async function bytesOf(uri: Uri): Promise<Uint8Array | undefined> {
  try {
    const { size } = await workspace.fs.stat(uri);
    return size > LONGEST_FILE ? undefined : await workspace.fs.readFile(uri);
  } catch {
    // Gone since, or not to be read.
    return undefined;
  }
}

async function tell({ files, problems }: Sum): Promise<void> {
  if (files === 0) {
    void window.showInformationMessage(t('No file of the workspace holds a GitLab Runner configuration.'));
    return;
  }
  const show = t('Show Problems');
  const said = t('Files with a configuration: {files}. Problems: {problems}.', { files, problems });
  const answer = await window.showInformationMessage(said, ...(problems > 0 ? [show] : []));
  if (answer === show) await commands.executeCommand('workbench.actions.view.problems');
}
