/**
 * The extension's entry, in Node and in the browser. Activation happens for every TOML and YAML document, because any of
 * them may hold a GitLab Runner configuration; so nothing heavy runs here: the language client is loaded and the server
 * started when the first configuration is seen.
 */
import { type ExtensionContext, window } from 'vscode';
import { choicesIn } from './choices';
import { registerCommands } from './commands';
import { DISPLAY_NAME } from './names';
import { RecognisedDocuments } from './recognised-documents';
import { reportFixes } from './report-fixes';
import { ServerSession } from './server-session';
import { showStatus } from './status-item';

let session: ServerSession | undefined;

export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel(DISPLAY_NAME, { log: true });
  const documents = new RecognisedDocuments(choicesIn(context.workspaceState), context.extension.id);
  session = new ServerSession(context, output, (uri) => documents.isServed(uri));
  context.subscriptions.push(
    output,
    documents,
    session,
    registerCommands(session, documents, output, context.extensionUri),
    showStatus(documents, session),
    reportFixes(),
  );
  documents.begin(session);
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
