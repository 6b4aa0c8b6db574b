/** *Show the Schedule of the Autoscaler*: the week of a runner, as a picture and a table in a page without scripts. */
import { Disposable, type TextDocument, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { type RunnerChoice, SCHEDULE_REQUEST, type ScheduleParams, type ScheduleResult } from '../protocol/preview';
import { t } from './l10n';
import { SCHEDULE_VIEW } from './names';
import type { PreviewDocuments } from './preview-documents';
import { chooseRunner, previewedDocument } from './preview-job';
import type { ServerSession } from './server-session';

/** Nobody types a schedule and looks at another window at once. */
const PAUSE = 200;

/** Opens the page beside the file; it follows what is typed as long as it is open. */
export async function showSchedule(session: ServerSession, previews: PreviewDocuments): Promise<void> {
  const document = await previewedDocument(previews);
  const runner = document && (previews.runnerShown() ?? (await chooseRunner(session, document)));
  if (!document || !runner) return;
  const html = await scheduleOf(session, document, runner);
  if (html === undefined) {
    void window.showInformationMessage(t('This runner has no policies of an autoscaler: there is no schedule.'));
    return;
  }
  const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  const title = t('Schedule of {name}', { name: runner.name || runner.index + 1 });
  const panel = window.createWebviewPanel(SCHEDULE_VIEW, title, place, { enableScripts: false });
  panel.webview.html = html;
  follow(panel, document, async () => {
    const current = await scheduleOf(session, document, runner);
    if (current !== undefined) panel.webview.html = current;
  });
}

function follow(panel: WebviewPanel, document: TextDocument, update: () => Promise<void>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listening = Disposable.from(
    workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || !panel.visible) return;
      clearTimeout(timer);
      timer = setTimeout(() => void update().catch(() => {}), PAUSE);
    }),
    panel.onDidDispose(() => {
      clearTimeout(timer);
      listening.dispose();
    }),
  );
}

async function scheduleOf(
  session: ServerSession,
  document: TextDocument,
  runner: RunnerChoice,
): Promise<string | undefined> {
  await session.serve(document);
  const params: ScheduleParams = { textDocument: { uri: document.uri.toString() }, runner };
  return (await session.ask<ScheduleResult>(SCHEDULE_REQUEST, params))?.html;
}
