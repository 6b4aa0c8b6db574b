import { type QuickPickItem, window, workspace } from 'vscode';
import type { RecognisedDocuments } from './recognised-documents';
import type { Choice } from './treatment';

/** Lets the user say whether the file in the active editor is a GitLab Runner configuration. */
export async function chooseRecognition(documents: RecognisedDocuments): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) {
    void window.showInformationMessage('Open the file first that GitLab Runner Config shall treat otherwise.');
    return;
  }
  const current = documents.choiceOf(document);
  const item = (choice: Choice, label: string, detail: string): QuickPickItem & { choice: Choice } => ({
    choice,
    label,
    detail,
    description: choice === current ? 'current' : undefined,
  });
  const picked = await window.showQuickPick(
    [
      item('ours', 'Treat as GitLab Runner Config', 'Check, complete and explain this file, whatever is in it.'),
      item('not-ours', 'Leave alone', 'Nothing is reported or offered in this file.'),
      item(undefined, 'Recognise automatically', 'Forget the choice: path and text of the file decide.'),
    ],
    { title: workspace.asRelativePath(document.uri), placeHolder: 'How shall GitLab Runner Config treat this file?' },
  );
  if (picked) await documents.choose(document, picked.choice);
}
