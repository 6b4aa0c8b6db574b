/**
 * The extension's entry, in Node and in the browser. Activation happens for every TOML and YAML document, because any of
 * them may hold a GitLab Runner configuration; so nothing heavy runs here: the language client is loaded and the server
 * started when the first configuration is seen.
 */
import { type ExtensionContext, window } from 'vscode';
import { choicesIn } from './choices';
import { closeOnce } from './close-once';
import { registerCommands } from './commands';
import { closeNoEscapedQuotes } from './escaped-quotes';
import { offerFirstSnippets } from './first-snippets';
import { indentAsTyped } from './indent-as-typed';
import { DISPLAY_NAME } from './names';
import { PreviewDocuments } from './preview-documents';
import { showOrigins } from './preview-hover';
import { showPreviewLenses } from './preview-lens';
import { markPreviews } from './preview-marks';
import { RecognisedDocuments } from './recognised-documents';
import { jobsIn } from './remembered-jobs';
import { reportFixes } from './report-fixes';
import { ServerSession } from './server-session';
import { showStatus } from './status-item';
import { suggestValues } from './suggest-triggers';
import { WorkspaceCheck } from './workspace-check';

let session: ServerSession | undefined;

export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel(DISPLAY_NAME, { log: true });
  const choices = choicesIn(context.workspaceState);
  const documents = new RecognisedDocuments(choices, context.extension.id);
  const isServed = (uri: string) => documents.isServed(uri);
  session = new ServerSession(context, output, isServed);
  const previews = new PreviewDocuments(session, jobsIn(context.workspaceState));
  const checks = new WorkspaceCheck(session, choices, isServed);
  context.subscriptions.push(
    output,
    documents,
    session,
    previews,
    checks,
    documents.onDidChange((document) => checks.served(document)),
    registerCommands(session, documents, previews, checks, output, context.extensionUri),
    markPreviews(previews),
    showOrigins(previews),
    ...showPreviewLenses(session, documents),
    showStatus(documents, session),
    reportFixes(),
    indentAsTyped(documents),
    suggestValues(isServed),
    closeOnce(isServed),
    closeNoEscapedQuotes(documents),
    offerFirstSnippets(context.extension),
  );
  documents.begin(session);
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
