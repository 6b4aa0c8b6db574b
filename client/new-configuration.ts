import { languages, SnippetString, type TextDocument, Uri, window, workspace } from 'vscode';
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
  const document = await newDocument();
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(picked.body.join('\n')));
}

/** A document without a file yet. Its name is that of the file: else it is saved by its first line, `concurrent = 4`. */
async function newDocument(): Promise<TextDocument> {
  const place = await freePlace();
  if (!place) return workspace.openTextDocument({ language: LANGUAGE_ID });
  const document = await workspace.openTextDocument(place.with({ scheme: 'untitled' }));
  return languages.setTextDocumentLanguage(document, LANGUAGE_ID);
}

/** Where no file is, in the first folder; undefined without a folder, or when there is a file at every name. */
async function freePlace(): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) return undefined;
  const open = new Set(workspace.textDocuments.map(({ uri }) => uri.path));
  for (const name of ['config.toml', ...[2, 3, 4, 5, 6, 7, 8, 9].map((count) => `config-${count}.toml`)]) {
    const place = Uri.joinPath(folder.uri, name);
    if (!open.has(place.path) && !(await exists(place))) return place;
  }
  return undefined;
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
