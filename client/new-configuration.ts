import { commands, languages, SnippetString, type TextEditor, Uri, window, workspace } from 'vscode';
import { t } from './l10n';
import { LANGUAGE_ID } from './names';
import templates from './new-configuration.json';
import { newFile } from './new-file';
import { readSnippets } from './runner-snippets';

/**
 * A file without a place is saved by its first line (`concurrent = 4`) unless that cannot be a name, as with the slashes of this.
 * Then the name of the document counts.
 */
const NO_NAME = '# https://docs.gitlab.com/runner/configuration/advanced-configuration/';

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
  const place = await freePlace();
  const editor = place ? await openAt(place) : await openWithoutPlace();
  const lines = newFile(picked.concurrent, runner?.body ?? []);
  await editor.insertSnippet(new SnippetString((place ? lines : [NO_NAME, ...lines]).join('\n')));
}

/** A document whose name is that of the file that it shall become. */
async function openAt(place: Uri): Promise<TextEditor> {
  const document = await workspace.openTextDocument(place.with({ scheme: 'untitled' }));
  return window.showTextDocument(await languages.setTextDocumentLanguage(document, LANGUAGE_ID));
}

/** A document with a name alone: the user is asked for the folder. */
async function openWithoutPlace(): Promise<TextEditor> {
  const open = new Set(workspace.textDocuments.map(({ uri }) => uri.path));
  const path = NAMES.find((name) => !open.has(name)) ?? 'config.toml';
  // The API would take the name for a path, and the file for one in the root.
  await commands.executeCommand('vscode.open', Uri.from({ scheme: 'untitled', path }));
  const opened = workspace.textDocuments.find(({ uri }) => uri.scheme === 'untitled' && uri.path === path);
  const document = opened ?? (await workspace.openTextDocument());
  return window.showTextDocument(await languages.setTextDocumentLanguage(document, LANGUAGE_ID));
}

const NAMES = ['config.toml', ...[2, 3, 4, 5, 6, 7, 8, 9].map((count) => `config-${count}.toml`)];

/** Where no file is, in the first folder; undefined without a folder, or when there is a file at every name. */
async function freePlace(): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) return undefined;
  const open = new Set(workspace.textDocuments.map(({ uri }) => uri.path));
  for (const name of NAMES) {
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
