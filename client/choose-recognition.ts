import { type QuickPickItem, window, workspace } from 'vscode';
import { t } from './l10n';
import type { RecognisedDocuments } from './recognised-documents';
import type { Choice } from './treatment';

/** Lets the user say whether the file in the active editor is a GitLab Runner configuration. */
export async function chooseRecognition(documents: RecognisedDocuments): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) {
    void window.showInformationMessage(t('Open a file first: this command is about the file in the active editor.'));
    return;
  }
  const current = documents.choiceOf(document);
  const item = (choice: Choice, label: string, detail: string): QuickPickItem & { choice: Choice } => ({
    choice,
    label,
    detail,
    description: choice === current ? t('current choice') : undefined,
  });
  const picked = await window.showQuickPick(
    [
      item('ours', t('Treat as GitLab Runner Config'), t('Check, complete and explain this file, whatever is in it.')),
      item('not-ours', t('Leave alone'), t('Nothing is reported or offered in this file.')),
      item(undefined, t('Recognise automatically'), t('Forget the choice: the path and the text of the file decide.')),
    ],
    {
      title: workspace.asRelativePath(document.uri),
      placeHolder: t('How should GitLab Runner Config treat this file?'),
    },
  );
  if (picked) await documents.choose(document, picked.choice);
}
