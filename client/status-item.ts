import { commands, Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, window } from 'vscode';
import { COMMANDS, DISPLAY_NAME, SERVED_CONTEXT } from './names';
import type { RecognisedDocuments } from './recognised-documents';
import type { ServerSession } from './server-session';
import { statusText } from './status-text';

/** Shows what the document in the active editor was recognised as and why, with the command that changes it. */
export function showStatus(documents: RecognisedDocuments, session: ServerSession): Disposable {
  const item = languages.createLanguageStatusItem('gitlabRunnerConfig.recognition', []);
  item.name = DISPLAY_NAME;
  const update = () => updateItem(item, documents, session);
  update();
  return Disposable.from(
    item,
    documents.onDidChange(update),
    session.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
  );
}

function updateItem(item: LanguageStatusItem, documents: RecognisedDocuments, session: ServerSession): void {
  const document = window.activeTextEditor?.document;
  // The output panel counts as a text editor; the file beside it is still what the status bar is about.
  if (document?.uri.scheme === 'output') return;
  const treatment = document && documents.treatmentOf(document);
  void commands.executeCommand('setContext', SERVED_CONTEXT, treatment?.handling === 'serve');

  const status = statusText(treatment, session.state);
  // An empty selector hides the item: a `Cargo.toml` shows nothing of us.
  item.selector = status && document ? [{ language: document.languageId }] : [];
  if (!status) return;
  item.text = status.text;
  item.detail = status.detail;
  item.busy = status.busy;
  item.severity = status.problem ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  item.command = status.problem
    ? { title: 'Restart', command: COMMANDS.restartServer }
    : { title: 'Change', command: COMMANDS.chooseRecognition, tooltip: 'Treat this file otherwise' };
}
