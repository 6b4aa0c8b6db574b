/**
 * Previews, checks of the workspace and the view of job logs, with their marks, hovers and lenses. A window without a configuration has
 * no use for them: they are made when the first one is seen, or when the first command asks for them.
 */
import { EventEmitter, type ExtensionContext, TabInputText, type Uri, window } from 'vscode';
import type { ExplanationResult } from '../protocol/explanation';
import type { Choices } from './choices';
import { Complaints } from './complaints';
import { followPipelines } from './follow-pipelines';
import { showGapLenses } from './gap-lens';
import { explainJobLog } from './job-log';
import type { ShownLog } from './job-log-entries';
import { JobLogView } from './job-log-view';
import { PREVIEW_SCHEME } from './preview-address';
import { PreviewDocuments } from './preview-documents';
import { showOrigins } from './preview-hover';
import { showPreviewLenses } from './preview-lens';
import { markPreviews } from './preview-marks';
import type { RecognisedDocuments } from './recognised-documents';
import { jobsIn } from './remembered-jobs';
import type { ServerSession } from './server-session';
import { WorkspaceCheck } from './workspace-check';

export interface Views {
  readonly previews: PreviewDocuments;
  readonly checks: WorkspaceCheck;
  /** Explains a log, or asks where it is. */
  explain(log?: ShownLog | Uri): Promise<void>;
}

/** Makes them when they are first asked for; all ends with the extension. */
export function viewsWhenNeeded(
  { subscriptions, workspaceState }: ExtensionContext,
  session: ServerSession,
  documents: RecognisedDocuments,
  choices: Choices,
): () => Views {
  let made: Views | undefined;
  const make = (): Views => {
    const isServed = (uri: string) => documents.isServed(uri);
    const previews = new PreviewDocuments(session, jobsIn(workspaceState));
    const checks = new WorkspaceCheck(session, choices, isServed);
    const jobLog: JobLogView = new JobLogView((log) => explain(log));
    const complaints = new Complaints();
    const complained = new EventEmitter<void>();
    const heard = (result: ExplanationResult, file: string | undefined) => {
      complaints.hear(result, file);
      complained.fire();
    };
    const explain = (log?: ShownLog | Uri) => explainJobLog(session, documents, jobLog, heard, log);
    subscriptions.push(
      ...[previews, checks, jobLog, markPreviews(previews), showOrigins(previews)],
      followPipelines(session, previews),
      ...showPreviewLenses(session, documents),
      showGapLenses(session, documents, complaints, complained),
      documents.onDidChange((document) => checks.served(document)),
    );
    return { previews, checks, explain };
  };
  const views = () => {
    made ??= make();
    return made;
  };
  const first = documents.onDidChange(({ uri }) => {
    if (!documents.isServed(uri.toString())) return;
    first.dispose();
    views();
  });
  subscriptions.push(first);
  if (isPreviewOpen()) views();
  return views;
}

/** A window that was closed with a preview in it opens with one. */
function isPreviewOpen(): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof TabInputText && input.uri.scheme === PREVIEW_SCHEME);
}
