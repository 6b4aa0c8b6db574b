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
import { indentAsTyped } from './indent-as-typed';
import { showJobLogPlaces } from './job-log-places';
import { DISPLAY_NAME } from './names';
import { offerSnippets } from './offer-snippets';
import { RecognisedDocuments } from './recognised-documents';
import { reportFixes } from './report-fixes';
import { ServerSession } from './server-session';
import { showStatus } from './status-item';
import { suggestValues } from './suggest-triggers';
import { viewsWhenNeeded } from './views';

let session: ServerSession | undefined;

export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel(DISPLAY_NAME, { log: true });
  const choices = choicesIn(context.workspaceState);
  const documents = new RecognisedDocuments(choices, context.extension.id);
  const isServed = (uri: string) => documents.isServed(uri);
  session = new ServerSession(context, output, isServed);
  const views = viewsWhenNeeded(context, session, documents, choices);
  context.subscriptions.push(
    output,
    documents,
    session,
    registerCommands(session, documents, views, output, context.extensionUri),
    showJobLogPlaces(session, (log) => views().explain(log)),
    showStatus(documents, session),
    reportFixes(),
    indentAsTyped(documents),
    suggestValues(isServed),
    closeOnce(isServed),
    closeNoEscapedQuotes(documents),
    offerSnippets(context.extensionUri),
  );
  documents.begin(session);
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
