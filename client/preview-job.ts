/** *Preview Job*: what a job gets from a runner of the file, in a document beside it. */
import { commands, type TextDocument, Uri, ViewColumn, window, workspace } from 'vscode';
import { type FoundRunner, RUNNERS_REQUEST, type RunnerChoice, type RunnersResult } from '../protocol/preview';
import { t } from './l10n';
import type { PreviewSubject } from './preview-address';
import type { PreviewDocuments } from './preview-documents';
import { runnerAt, runnerLabel } from './runners';
import type { ServerSession } from './server-session';

/** Opens the preview of a runner: the one that is passed, the one at the cursor, or one that the user picks. */
export async function previewJob(
  session: ServerSession,
  previews: PreviewDocuments,
  file?: unknown,
  runner?: unknown,
): Promise<void> {
  await open(session, previews, { file, runner });
}

/** *Show Effective Configuration*: the runner itself, with its defaults, in the same way. */
export async function showEffectiveConfiguration(session: ServerSession, previews: PreviewDocuments): Promise<void> {
  await open(session, previews, { view: 'effective' });
}

interface Opening {
  readonly file?: unknown;
  readonly runner?: unknown;
  readonly view?: 'effective';
}

async function open(session: ServerSession, previews: PreviewDocuments, opening: Opening): Promise<void> {
  const { file, runner, view } = opening;
  const document = await previewedDocument(previews, file);
  if (!document) return;
  const choice = isRunner(runner) ? runner : (previews.runnerShown() ?? (await chooseRunner(session, document)));
  if (choice) await showPreview(previews, { file: document.uri.toString(), runner: choice, ...(view && { view }) });
}

/** The runner at the cursor, or one that the user picks; undefined where there is none, which is said. */
export async function chooseRunner(session: ServerSession, document: TextDocument): Promise<RunnerChoice | undefined> {
  const runners = await requestRunners(session, document);
  const [first, second] = runners;
  if (!first) {
    void window.showInformationMessage(t('This file has no runner: there is nothing to preview.'));
    return undefined;
  }
  const found = second ? runnerAt(runners, cursorIn(document)) : first;
  return choiceOf(found ?? (await pickRunner(runners)));
}

/** The runners of a document; none when the server cannot answer. */
export async function requestRunners(session: ServerSession, document: TextDocument): Promise<readonly FoundRunner[]> {
  try {
    await session.serve(document);
    const uri = document.uri.toString();
    const answer = await session.ask<RunnersResult>(RUNNERS_REQUEST, { textDocument: { uri } });
    return answer?.runners ?? [];
  } catch {
    // The server did not start, which has been reported, or was stopped meanwhile.
    return [];
  }
}

/** By the command that the explorer calls: a document that the API opened stays open for minutes after its editor is closed. */
async function showPreview(previews: PreviewDocuments, subject: PreviewSubject): Promise<void> {
  const shown = { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: false };
  await commands.executeCommand('vscode.open', previews.addressOf(subject), shown);
}

/** The file that is passed, else that of the active editor; of a preview the file that it is of. */
export async function previewedDocument(previews: PreviewDocuments, file?: unknown): Promise<TextDocument | undefined> {
  if (file instanceof Uri && !previews.fileOf(file)) return workspace.openTextDocument(file);
  const document = window.activeTextEditor?.document;
  const previewed = document && previews.fileOf(document.uri);
  return previewed === undefined ? document : workspace.openTextDocument(Uri.parse(previewed));
}

function cursorIn(document: TextDocument) {
  return window.visibleTextEditors.find((editor) => editor.document === document)?.selection.active;
}

async function pickRunner(runners: readonly FoundRunner[]): Promise<FoundRunner | undefined> {
  const items = runners.map((runner) => ({ runner, ...runnerLabel(t, runner) }));
  const picked = await window.showQuickPick(items, {
    title: t('Preview Job'),
    placeHolder: t('Of which runner?'),
    matchOnDescription: true,
  });
  return picked?.runner;
}

function choiceOf(runner: FoundRunner | undefined): RunnerChoice | undefined {
  return runner && { index: runner.index, ...(runner.name !== undefined && { name: runner.name }) };
}

function isRunner(value: unknown): value is RunnerChoice {
  return typeof value === 'object' && value !== null && typeof (value as Partial<RunnerChoice>).index === 'number';
}
