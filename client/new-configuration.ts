import { languages, Range, SnippetString, type TextEditor, Uri, window, workspace } from 'vscode';
import { t } from './l10n';
import { LANGUAGE_ID } from './names';
import templates from './new-configuration.json';
import { newFile } from './new-file';
import { readSnippets } from './runner-snippets';

/** Asks for an executor and opens a new document with a configuration for it, its placeholders ready to be filled in. */
export async function newConfiguration(extension: Uri): Promise<void> {
  const picked = await window.showQuickPick(
    templates.map(({ executor, detail, concurrent }) => ({ label: executor, detail: t(detail), concurrent })),
    {
      title: t('New GitLab Runner Configuration'),
      placeHolder: t('Which executor should run the jobs?'),
      matchOnDetail: true,
    },
  );
  if (!picked) return;
  const runner = (await readSnippets(extension))[`Runner: ${picked.label}`];
  const place = await placeOfNew();
  if (place === 'nowhere') return;
  const editor = await openAt(place);
  const end = editor.document.lineCount;
  await editor.insertSnippet(
    new SnippetString(newFile(picked.concurrent, runner?.body ?? []).join('\n')),
    // A file that shall be replaced is, once it is saved.
    new Range(0, 0, end, 0),
  );
}

/** A document whose name is that of the file that it shall become: else it is saved by its first line, `concurrent = 4`. */
async function openAt(place: Uri | undefined): Promise<TextEditor> {
  const named = place && ((await exists(place)) ? place : place.with({ scheme: 'untitled' }));
  const document = await (named ? workspace.openTextDocument(named) : workspace.openTextDocument());
  return window.showTextDocument(await languages.setTextDocumentLanguage(document, LANGUAGE_ID));
}

/** In the first folder, else where the user says. In a browser without a folder there are no places. */
async function placeOfNew(): Promise<Uri | undefined | 'nowhere'> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder) return freePlace(folder.uri);
  const home = homeDirectory();
  if (home === undefined) return undefined;
  const chosen = await window.showSaveDialog({
    title: t('New GitLab Runner Configuration'),
    defaultUri: Uri.joinPath(Uri.file(home), NAMES[0] ?? ''),
  });
  return chosen ?? 'nowhere';
}

function homeDirectory(): string | undefined {
  const { HOME, USERPROFILE } = typeof process === 'undefined' ? {} : process.env;
  return HOME ?? USERPROFILE;
}

const NAMES = ['config.toml', ...[2, 3, 4, 5, 6, 7, 8, 9].map((count) => `config-${count}.toml`)];

/** Where no file is; undefined when there is one at every name. */
async function freePlace(folder: Uri): Promise<Uri | undefined> {
  const open = new Set(workspace.textDocuments.map(({ uri }) => uri.path));
  for (const name of NAMES) {
    const place = Uri.joinPath(folder, name);
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
