import { SnippetString, window, workspace } from 'vscode';
import { t } from './l10n';
import { LANGUAGE_ID } from './names';
import templates from './new-configuration.json';

/** Asks for an executor and opens a new document with a configuration for it, its placeholders ready to be filled in. */
export async function newConfiguration(): Promise<void> {
  const picked = await window.showQuickPick(
    templates.map(({ executor, detail, body }) => ({ label: executor, detail: t(detail), body })),
    {
      title: t('New GitLab Runner Configuration'),
      placeHolder: t('Which executor should run the jobs?'),
      matchOnDetail: true,
    },
  );
  if (!picked) return;
  const document = await workspace.openTextDocument({ language: LANGUAGE_ID });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(picked.body.join('\n')));
}
