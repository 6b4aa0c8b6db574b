import {
  commands,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { settingName } from '../protocol/settings';
import { t } from './l10n';
import { COMMANDS, DISPLAY_NAME, SERVED_CONTEXT, STATUS_ITEMS } from './names';
import type { RecognisedDocuments } from './recognised-documents';
import { requestRegions } from './regions';
import type { ServerSession } from './server-session';
import { holdsRegions, statusText } from './status-text';

/** Shows what the document in the active editor was recognised as and why, with the command that changes it. */
export function showStatus(documents: RecognisedDocuments, session: ServerSession): Disposable {
  const item = languages.createLanguageStatusItem(STATUS_ITEMS[0], []);
  item.name = DISPLAY_NAME;
  const target = languages.createLanguageStatusItem(STATUS_ITEMS[1], []);
  target.name = t('GitLab Runner version');
  let turn = 0;
  const update = async () => {
    const mine = ++turn;
    const document = window.activeTextEditor?.document;
    const regions = document ? await countRegions(document, documents, session) : 0;
    // The editor may show another document by now.
    if (mine === turn) updateItems(item, target, documents, session, regions);
  };
  void update();
  return Disposable.from(
    item,
    target,
    documents.onDidChange(update),
    session.onDidChangeState(update),
    session.onDidChangeTargets(update),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidSaveTextDocument(update),
  );
}

/** Only of YAML and Markdown is it a question whether there is a configuration, and how many. */
async function countRegions(
  { uri }: TextDocument,
  documents: RecognisedDocuments,
  session: ServerSession,
): Promise<number> {
  const treatment = documents.treatmentOf(uri.toString());
  if (!treatment || !holdsRegions(treatment) || treatment.handling !== 'serve') return 0;
  return (await requestRegions(session, uri.toString())).length;
}

function updateItems(
  item: LanguageStatusItem,
  target: LanguageStatusItem,
  documents: RecognisedDocuments,
  session: ServerSession,
  regions: number,
): void {
  const document = window.activeTextEditor?.document;
  // The output panel counts as a text editor; the file beside it is still what the status bar is about.
  if (document?.uri.scheme === 'output') return;
  const treatment = document && documents.treatmentOf(document.uri.toString());
  const served = treatment?.handling === 'serve' && (!holdsRegions(treatment) || regions > 0);
  void commands.executeCommand('setContext', SERVED_CONTEXT, served);

  const targets = document ? session.targetsOf(document.uri.toString()) : [];
  const status = statusText(t, treatment, { server: session.state, regions, targets });
  // An empty selector hides the item: a `Cargo.toml` shows nothing of us.
  item.selector = status && document ? [{ language: document.languageId }] : [];
  target.selector = status?.target ? item.selector : [];
  if (!status) return;
  target.text = status.target ?? '';
  target.command = {
    title: t('Set Version'),
    command: 'workbench.action.openSettings',
    arguments: [settingName('runnerVersion')],
  };
  item.text = status.text;
  item.detail = status.detail;
  item.busy = status.busy;
  item.severity = status.problem ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  item.command = status.problem
    ? { title: t('Restart'), command: COMMANDS.restartServer }
    : { title: t('Change'), command: COMMANDS.chooseRecognition, tooltip: t('Choose how this file is treated') };
}
