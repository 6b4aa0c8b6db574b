/** Opens documents as a user does, and says what VS Code shows of them. */
import { assert } from 'chai';
import {
  commands,
  languages,
  Position,
  Selection,
  TabInputText,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { eventually } from './eventually';

/** The workspace folder of that name: each scenario has one. */
export function folder(name: string): Uri {
  const found = workspace.workspaceFolders?.find((candidate) => candidate.name === name);
  // A scenario that runs alone is opened as a folder, whose name is that of the directory.
  const only = workspace.workspaceFolders?.length === 1 ? workspace.workspaceFolders[0] : undefined;
  const { uri } = found ?? only ?? assert.fail(`No folder ${name} is open.`);
  return uri;
}

/**
 * Opens a file of the disk in an editor. By the command that the explorer calls, because a document that the API opened
 * stays open for minutes after its editor is closed.
 */
export async function open(uri: Uri): Promise<TextEditor> {
  await commands.executeCommand('vscode.open', uri);
  return eventually(() => {
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString(), 'the active editor');
    return editor as TextEditor;
  });
}

let files = 0;

/**
 * Writes a new file and opens it. A `|` in the text is where the cursor is set, and no part of it. `path`: the end of its path;
 * each file gets a folder of its own before it.
 */
export async function openNew(
  home: Uri,
  text: string,
  path = 'gitlab-runner/config.toml',
  cursorMark = '|',
): Promise<TextEditor> {
  const uri = Uri.joinPath(home, 'written', String(++files), path);
  const cursor = text.indexOf(cursorMark);
  const content = cursor === -1 ? text : text.slice(0, cursor) + text.slice(cursor + cursorMark.length);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const editor = await open(uri);
  if (cursor !== -1) {
    // An offset of the document, which may have other line breaks and no byte order mark, is not one of the text.
    const lines = text.slice(0, cursor).split(/\r?\n/);
    setCursor(editor, new Position(lines.length - 1, lines.at(-1)?.length ?? 0));
  }
  return editor;
}

export function setCursor(editor: TextEditor, position: Position): void {
  editor.selection = new Selection(position, position);
}

/** The place of a part of the text; it must be there. */
export function find(document: TextDocument, part: string): Position {
  const offset = document.getText().indexOf(part);
  if (offset === -1) assert.fail(`${JSON.stringify(part)} is not in the document.`);
  return document.positionAt(offset);
}

/** Our diagnostics of a document, each as `code at "text"`, in the order of the text. */
export function problems(document: TextDocument): string[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'gitlab-runner')
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ code, range }) => {
      const name = typeof code === 'object' ? code.value : code;
      return `${name} at ${JSON.stringify(document.getText(range))}`;
    });
}

/** Waits until our diagnostics of a document are exactly these. */
export function problemsBecome(document: TextDocument, expected: readonly string[]): Promise<void> {
  return eventually(() => assert.deepEqual(problems(document), [...expected]));
}

/** Replaces a part of the text, as one edit. */
export async function replace(editor: TextEditor, part: string, by: string): Promise<void> {
  const start = find(editor.document, part);
  const end = editor.document.positionAt(editor.document.offsetAt(start) + part.length);
  assert.ok(await editor.edit((edit) => edit.replace(new Selection(start, end), by)));
}

/** Closes every editor and forgets what was not saved, so that a file opens with the text of the disk again. */
export async function closeAll(): Promise<void> {
  const uris = tabs().flatMap(({ input }) => (input instanceof TabInputText ? [input.uri] : []));
  const opened = () =>
    workspace.textDocuments.filter(({ uri }) => uris.some((one) => one.toString() === uri.toString()));
  // Not only what is known to be dirty: that is told later than a change.
  for (const { uri, version, isDirty } of opened()) {
    if (version === 1 && !isDirty) continue;
    await commands.executeCommand('vscode.open', uri);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
  await eventually(() => {
    assert.lengthOf(tabs(), 0, 'open tabs');
    assert.lengthOf(opened(), 0, 'open documents');
  });
}

const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs);
