/** *Compare Preview with …*: what an edit, a commit or an upgrade of the runner changes for jobs, as VS Code's difference of two previews. */
import { commands, type TextDocument, window } from 'vscode';
import { committedText, type NotCommitted } from './committed-text';
import { t } from './l10n';
import type { PreviewedText, PreviewSubject } from './preview-address';
import type { PreviewDocuments } from './preview-documents';
import { chooseRunner, previewedDocument } from './preview-job';
import type { ServerSession } from './server-session';

/** Of the file as it is on the disk. */
export async function compareWithSaved(session: ServerSession, previews: PreviewDocuments): Promise<void> {
  await compare(session, previews, async (document) => {
    if (!document.isUntitled) return { text: 'saved', title: t('Preview: Saved ↔ Now') };
    void window.showInformationMessage(t('This file has not been saved yet: there is nothing to compare with.'));
    return undefined;
  });
}

/** Of the file as it was committed last. */
export async function compareWithHead(session: ServerSession, previews: PreviewDocuments): Promise<void> {
  await compare(session, previews, async (document) => {
    const committed = await committedText(document.uri.toString());
    if (typeof committed === 'object') return { text: 'head', title: t('Preview: HEAD ↔ Now') };
    void window.showInformationMessage(reasonText(committed));
    return undefined;
  });
}

/** Of the same file with another version of the runner. */
export async function compareWithVersion(session: ServerSession, previews: PreviewDocuments): Promise<void> {
  await compare(session, previews, async (document) => {
    const [target] = session.targetsOf(document.uri.toString());
    const version = await window.showInputBox({
      title: t('Compare Preview with Runner Version'),
      prompt: t('The version of GitLab Runner, such as 17.5.'),
      value: target?.version ?? '',
      validateInput: (text) =>
        /^v?\d{1,3}\.\d{1,3}(?:\.\d{1,3})?$/.test(text.trim()) ? undefined : t('Enter a version such as 17.5.'),
    });
    if (version === undefined) return undefined;
    const wanted = version.trim();
    return { text: { version: wanted }, title: t('Preview: GitLab Runner {version} ↔ Now', { version: wanted }) };
  });
}

interface Other {
  readonly text: PreviewedText;
  readonly title: string;
}

async function compare(
  session: ServerSession,
  previews: PreviewDocuments,
  otherOf: (document: TextDocument) => Promise<Other | undefined>,
): Promise<void> {
  const document = await previewedDocument(previews);
  if (!document) {
    void window.showInformationMessage(t('Open a configuration or a preview first.'));
    return;
  }
  const runner = previews.runnerShown() ?? (await chooseRunner(session, document));
  const other = runner && (await otherOf(document));
  if (!other) return;
  const now: PreviewSubject = { file: document.uri.toString(), runner };
  const before = previews.addressOf({ ...now, text: other.text });
  await commands.executeCommand('vscode.diff', before, previews.addressOf(now), other.title);
}

function reasonText(reason: NotCommitted): string {
  switch (reason) {
    case 'no-git':
      return t("There is nothing to compare with: VS Code's own extension for Git is turned off, or there is no Git.");
    case 'no-repository':
      return t('There is nothing to compare with: the file is in no Git repository that is open.');
    case 'not-in-head':
      return t('There is nothing to compare with: the file is not in HEAD.');
  }
}
